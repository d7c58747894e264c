package app.regulars.pricing;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerGroups;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The promotions that whoever asks could have now, with what became of the codes that were typed. Three statements at most. */
@Component
class RunningPromotions {

    private static final String COLUMNS = "l.id, l.name, l.label_en, l.label_fr, l.kind, l.scope, l.target, l.percent, l.amount, l.currency, l.buy_pieces, l.get_pieces, "
            + "l.gift_id, l.minimum_goods, l.audience_id, l.combinable, l.valid_from, l.valid_until, l.most_uses, l.most_each, l.used, l.active";

    private final JdbcTemplate jdbc;
    private final CustomerGroups groups;
    private final Possible possible;

    RunningPromotions(JdbcTemplate jdbc, CustomerGroups groups, Possible possible) {
        this.possible = possible;
        this.jdbc = jdbc;
        this.groups = groups;
    }

    /** @param refused codes of coupons that cannot be used now, with the reason; others are not known here */
    record Running(List<Promotion> promotions, Map<String, PricedCart.Code.State> refused) {
    }

    /** @param codes as {@link Codes#normal} @param counted whose uses count; where nobody is known, what is limited for each customer is for nobody */
    Running of(CustomerId customer, CustomerId counted, List<String> codes, String currency, Instant at) {
        return Reading.once(() -> read(customer, counted, codes, currency, at), "promotions", customer == null ? "" : customer, counted == null ? "" : counted, codes, currency);
    }

    private Running read(CustomerId customer, CustomerId counted, List<String> codes, String currency, Instant at) {
        var who = Who.of(customer, groups);
        var uses = new Uses(counted);
        var running = new LinkedHashMap<UUID, Promotion>();
        if (possible.is(Possible.What.PROMOTIONS, customer)) {
            forWhom(who, uses, currency, at).forEach(promotion -> running.put(promotion.id(), promotion));
        }
        var refused = new HashMap<String, PricedCart.Code.State>();
        if (!codes.isEmpty()) {
            jdbc.query("select " + COLUMNS + ", c.id as coupon_id, c.code, c.most_uses as coupon_most, c.used as coupon_used, c.active as coupon_active from coupon c "
                    + "join promotion l on l.id = c.promotion_id where c.code in (" + String.join(",", Collections.nCopies(codes.size(), "?")) + ") order by c.code", row -> {
                        var state = state(row, who, uses, currency, at);
                        var code = row.getString("code");
                        if (state == PricedCart.Code.State.APPLIED) {
                            var promotion = promotion(row, new Promotion.Coupon(uuid(row.getBytes("coupon_id")), code));
                            running.put(promotion.id(), promotion);
                        } else {
                            refused.put(code, state);
                        }
                    }, codes.toArray());
        }
        return new Running(List.copyOf(running.values()), refused);
    }

    /** Without those that need a code. */
    private List<Promotion> forWhom(Who who, Uses uses, String currency, Instant at) {
        var found = new ArrayList<Promotion>();
        var arguments = new ArrayList<Object>(who.keys());
        arguments.addAll(List.of(utc(at), utc(at), currency));
        jdbc.query("select " + COLUMNS + " from promotion l where " + who.in("l.audience_id") + " and l.active and not l.coupon_only and" + Conditions.HOLDS
                + "and l.currency = ? and (l.most_uses is null or l.used < l.most_uses) order by l.id", row -> {
                    if (mayUse(row, uses)) {
                        found.add(promotion(row, null));
                    }
                }, arguments.toArray());
        return found;
    }

    /** How often a customer has used each promotion; looked up with the first one that asks for it. */
    private final class Uses {

        private final CustomerId counted;
        private Map<UUID, Integer> known;

        Uses(CustomerId counted) {
            this.counted = counted;
        }

        boolean isOfNobody() {
            return counted == null;
        }

        boolean isBelow(UUID promotion, int most) {
            if (counted != null && known == null) {
                known = uses(counted);
            }
            return counted != null && known.getOrDefault(promotion, 0) < most;
        }
    }

    private Map<UUID, Integer> uses(CustomerId counted) {
        var uses = new HashMap<UUID, Integer>();
        jdbc.query("select promotion_id, used from promotion_count where customer_id = ?", row -> {
            uses.put(uuid(row.getBytes(1)), row.getInt(2));
        }, (Object) bytes(counted.value()));
        return uses;
    }

    private static PricedCart.Code.State state(ResultSet row, Who who, Uses uses, String currency, Instant at) throws SQLException {
        var from = instant(row, "valid_from");
        var until = instant(row, "valid_until");
        if (!row.getBoolean("active") || !row.getBoolean("coupon_active") || from != null && from.isAfter(at) || until != null && !until.isAfter(at)
                || !currency.equals(row.getString("currency"))) {
            return PricedCart.Code.State.NOT_NOW;
        }
        var audience = row.getBytes("audience_id");
        if (who.keys().stream().noneMatch(key -> java.util.Arrays.equals(key, audience))) {
            return PricedCart.Code.State.NOT_YOURS;
        }
        row.getInt("most_each");
        if (!row.wasNull() && uses.isOfNobody()) {
            return PricedCart.Code.State.SIGN_IN;
        }
        return mayUse(row, uses) && below(row, "used", "most_uses") && below(row, "coupon_used", "coupon_most") ? PricedCart.Code.State.APPLIED : PricedCart.Code.State.USED;
    }

    private static boolean mayUse(ResultSet row, Uses uses) throws SQLException {
        var most = row.getInt("most_each");
        return row.wasNull() || uses.isBelow(uuid(row.getBytes("id")), most);
    }

    private static boolean below(ResultSet row, String used, String most) throws SQLException {
        var limit = row.getInt(most);
        return row.wasNull() || row.getInt(used) < limit;
    }

    private static Promotion promotion(ResultSet row, Promotion.Coupon coupon) throws SQLException {
        var currency = row.getString("currency");
        var gift = uuid(row.getBytes("gift_id"));
        return new Promotion(uuid(row.getBytes("id")), row.getString("name"), new Localized(row.getString("label_en"), row.getString("label_fr")),
                PromotionKind.valueOf(row.getString("kind")), Conditions.scope(row.getString("scope"), row.getString("target")), row.getBigDecimal("percent"),
                Conditions.money(row.getBigDecimal("amount"), currency), row.getInt("buy_pieces"), row.getInt("get_pieces"), gift == null ? null : new VariantId(gift),
                Conditions.money(row.getBigDecimal("minimum_goods"), currency), row.getBoolean("combinable"), coupon);
    }
}
