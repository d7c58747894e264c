package app.regulars.pricing;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Counts the uses of promotions, coupons and what other modules give, once an order. A limit is kept by an update that only happens
 * below it, so that of many orders at once no more get through.
 */
@Component
class Redemptions {

    private final JdbcTemplate jdbc;
    private final List<DiscountSource> sources;
    private final Explanations explanations;

    Redemptions(JdbcTemplate jdbc, List<DiscountSource> sources, Explanations explanations) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.explanations = explanations;
    }

    private record Limits(boolean all, Integer each) {
    }

    private record Use(UUID id, UUID promotion, UUID coupon, UUID customer) {
    }

    List<DiscountSource.Offered> open(CustomerId customer, Instant at) {
        return sources.stream().flatMap(source -> source.open(customer, at).stream()).toList();
    }

    /** @param promised whether it holds beyond the limits of promotions and coupons */
    void use(PricedCart priced, UUID order, String number, CustomerId customer, boolean promised, Instant at) {
        // always in the same order, so that two orders never wait for each other
        priced.discounts().stream().filter(discount -> discount.source() == null).sorted(Comparator.comparing(discount -> discount.origin().record()))
                .forEach(discount -> use(discount, order, customer, promised, at));
        priced.discounts().stream().filter(discount -> discount.source() != null).sorted(Comparator.comparing(PricedCart.Discount::code)).forEach(discount -> {
            var source = sources.stream().filter(each -> each.code().equals(discount.source())).findFirst().orElseThrow();
            if (!source.use(discount.code(), customer, order, number, discount.amount(), at)) {
                throw new DiscountGone(discount.source());
            }
        });
        explanations.keep(order, priced, at);
    }

    private void use(PricedCart.Discount discount, UUID order, CustomerId customer, boolean promised, Instant at) {
        var promotion = discount.origin().record();
        var limits = jdbc.queryForObject("select most_uses, most_each from promotion where id = ?",
                (row, n) -> new Limits(row.getObject(1) != null, row.getObject(2, Integer.class)), (Object) bytes(promotion));
        if (limits.all() && jdbc.update("update promotion set used = used + 1 where id = ?" + (promised ? "" : " and used < most_uses"), bytes(promotion)) == 0) {
            throw new DiscountGone("promotion");
        }
        UUID coupon = null;
        if (discount.code() != null) {
            coupon = jdbc.queryForObject("select id from coupon where code = ?", (row, n) -> uuid(row.getBytes(1)), discount.code());
            if (jdbc.update("update coupon set used = used + 1 where id = ?" + (promised ? "" : " and active and (most_uses is null or used < most_uses)"), bytes(coupon)) == 0) {
                throw new DiscountGone("coupon");
            }
        }
        if (limits.each() != null) {
            jdbc.update("insert into promotion_count (promotion_id, customer_id, used) values (?, ?, 0) on duplicate key update used = used", bytes(promotion), bytes(customer.value()));
            if (jdbc.update("update promotion_count set used = used + 1 where promotion_id = ? and customer_id = ? and used < ?", bytes(promotion), bytes(customer.value()),
                    promised ? Integer.MAX_VALUE : limits.each()) == 0) {
                throw new DiscountGone("promotion");
            }
        }
        jdbc.update("insert into promotion_use (id, promotion_id, coupon_id, order_id, customer_id, amount, currency, used_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                bytes(Ids.next()), bytes(promotion), bytes(coupon), bytes(order), bytes(customer.value()), discount.amount().amount(), discount.amount().currency(), utc(at));
    }

    /** One code after the other, until all of it came back. */
    void giveBack(UUID order, Collection<String> codes, Money amount, Instant at) {
        var left = amount;
        for (var code : codes) {
            for (var source : sources) {
                left = left.isZero() ? left : left.minus(source.giveBack(order, code, left, at));
            }
        }
    }

    void giveBack(UUID order, Instant at) {
        var uses = jdbc.query("select id, promotion_id, coupon_id, customer_id from promotion_use where order_id = ? and given_back_at is null order by promotion_id",
                (row, n) -> new Use(uuid(row.getBytes(1)), uuid(row.getBytes(2)), uuid(row.getBytes(3)), uuid(row.getBytes(4))), (Object) bytes(order));
        for (var use : uses) {
            if (jdbc.update("update promotion_use set given_back_at = ? where id = ? and given_back_at is null", utc(at), bytes(use.id())) == 1) {
                jdbc.update("update promotion set used = used - 1 where id = ? and most_uses is not null and used > 0", bytes(use.promotion()));
                jdbc.update("update promotion_count set used = used - 1 where promotion_id = ? and customer_id = ? and used > 0", bytes(use.promotion()), bytes(use.customer()));
                if (use.coupon() != null) {
                    jdbc.update("update coupon set used = used - 1 where id = ? and used > 0", bytes(use.coupon()));
                }
            }
        }
        sources.forEach(source -> source.giveBack(order, at));
    }
}
