package app.regulars.pricing;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.VariantId;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one engine that answers what something costs, wherever the question is asked. Prices are kept without tax. A line is the price
 * of one piece times the quantity, rounded half up to the cent; each tax is its rate on the sum of what it is due on, rounded once.
 */
@Service
public class Prices {

    /** Coffee beans, tea and the like: zero-rated in Canada (Excise Tax Act, Schedule VI, Part III). */
    static final String BASIC_GROCERY = "basic-grocery";
    private static final int MOST_IN_ONE_STATEMENT = 500;

    private final JdbcTemplate jdbc;
    private final Catalog catalog;
    private final TaxRates taxes;
    private final Shop shop;
    private final Clock clock;

    Prices(JdbcTemplate jdbc, Catalog catalog, TaxRates taxes, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.taxes = taxes;
        this.shop = shop;
        this.clock = clock;
    }

    /** A wish: so many of a variant. */
    public record Wish(VariantId variant, int quantity) {
    }

    /** @param customer null for a visitor. Variants without a price are left out. */
    public Map<VariantId, Price> of(Collection<VariantId> variants, CustomerId customer) {
        var prices = new LinkedHashMap<VariantId, Price>();
        list(variants).forEach((variant, list) -> prices.put(variant, new Price(list, list)));
        return prices;
    }

    /**
     * Prices a cart for a destination. Wishes for variants that have no price or are not sold are left out.
     *
     * @param customer null for a visitor
     * @param country  ISO 3166-1 alpha-2; no tax is added outside Canada
     * @param province "PE", "NS", ...; null where the destination is not known yet: then no taxes are answered
     * @param shipping taxed as the goods of class "standard"
     */
    public PricedCart price(List<Wish> wishes, CustomerId customer, String country, String province, Money shipping) {
        var variants = wishes.stream().map(Wish::variant).toList();
        var sold = catalog.variants(variants);
        var prices = of(variants, customer);
        var goods = Money.zero(shop.currency());
        var taxable = shipping.rounded();
        var lines = new ArrayList<PricedCart.Line>();
        for (var wish : wishes) {
            var price = prices.get(wish.variant());
            var variant = sold.get(wish.variant());
            if (price == null || variant == null) {
                continue;
            }
            var total = price.each().times(wish.quantity()).rounded();
            lines.add(new PricedCart.Line(wish.variant(), wish.quantity(), price.each(), price.list(), total, variant.taxClass()));
            goods = goods.plus(total);
            if (!BASIC_GROCERY.equals(variant.taxClass())) {
                taxable = taxable.plus(total);
            }
        }
        var due = new ArrayList<PricedCart.Tax>();
        var total = goods.plus(shipping.rounded());
        if (province != null && "CA".equals(country)) {
            for (var rate : taxes.of(country, province, clock.instant().atZone(shop.zone()).toLocalDate())) {
                var amount = taxable.times(rate.rate());
                if (!amount.isZero()) {
                    due.add(new PricedCart.Tax(rate.code(), rate.rate(), amount));
                    total = total.plus(amount);
                }
            }
        }
        return new PricedCart(lines, goods, shipping.rounded(), due, total);
    }

    /** Sets the list price of a variant from now on; the former one is kept as history. */
    @Transactional
    public void setListPrice(VariantId variant, Money price) {
        setListPrices(Map.of(variant, price));
    }

    /** Sets many list prices from now on; those that are the same already are left alone. */
    @Transactional
    public void setListPrices(Map<VariantId, Money> prices) {
        var before = list(prices.keySet());
        var now = Columns.utc(clock.instant());
        var changed = prices.entrySet().stream().filter(entry -> !entry.getValue().equals(before.get(entry.getKey()))).toList();
        changed.forEach(entry -> {
            if (entry.getValue().isNegative()) {
                throw new IllegalArgumentException("a price is not negative");
            }
        });
        jdbc.batchUpdate("insert into price (id, variant_id, amount, currency, valid_from) values (?, ?, ?, ?, ?) "
                + "on duplicate key update amount = values(amount), currency = values(currency)", changed, 500, (statement, entry) -> {
                    statement.setBytes(1, Columns.bytes(Ids.next()));
                    statement.setBytes(2, Columns.bytes(entry.getKey().value()));
                    statement.setBigDecimal(3, entry.getValue().amount());
                    statement.setString(4, entry.getValue().currency());
                    statement.setObject(5, now);
                });
    }

    private Map<VariantId, Money> list(Collection<VariantId> variants) {
        var found = new HashMap<VariantId, Money>();
        var now = Columns.utc(clock.instant());
        var wanted = variants.stream().distinct().toList();
        for (int from = 0; from < wanted.size(); from += MOST_IN_ONE_STATEMENT) {
            var part = wanted.subList(from, Math.min(wanted.size(), from + MOST_IN_ONE_STATEMENT));
            var arguments = new ArrayList<Object>();
            part.forEach(variant -> arguments.add(Columns.bytes(variant.value())));
            arguments.add(now);
            jdbc.query("select variant_id, amount, currency from price where variant_id in (" + String.join(",", Collections.nCopies(part.size(), "?"))
                    + ") and valid_from <= ? order by valid_from", row -> {
                        found.put(new VariantId(Columns.uuid(row.getBytes(1))), new Money(row.getBigDecimal(2), row.getString(3)));
                    }, arguments.toArray());
        }
        var inOrder = new LinkedHashMap<VariantId, Money>();
        wanted.forEach(variant -> {
            if (found.containsKey(variant)) {
                inOrder.put(variant, found.get(variant));
            }
        });
        return inOrder;
    }

    /** A rate for people: 0.14975 as "14.975 %" without needless zeros. */
    public static BigDecimal percent(BigDecimal rate) {
        var percent = rate.movePointRight(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }
}
