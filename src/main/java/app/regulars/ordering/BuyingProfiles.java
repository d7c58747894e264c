package app.regulars.ordering;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plain entrance for other modules: how customers buy, and why they say they do. Two statements for a profile and one for the
 * reasons, and one to find the records that were merged into the customer's; they count with hers. Never injected into a view.
 */
@Service
@Transactional(readOnly = true)
public class BuyingProfiles {

    private static final int MOST_ORDERS = 20_000;
    private static final int MOST_FAVORITES = 5;
    private static final int MOST_REASONS = 3;

    private final JdbcTemplate jdbc;
    private final CustomerDirectory customers;
    private final Shop shop;

    BuyingProfiles(JdbcTemplate jdbc, CustomerDirectory customers, Shop shop) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.shop = shop;
    }

    /** From the latest 20,000 orders, and from all lines. */
    public BuyingProfile of(CustomerId customer) {
        var records = records(customer);
        var orders = new ArrayList<BuyingHabits.Placed>();
        jdbc.query("select kind, status, placed_at, total, currency from sales_order where customer_id in (" + marks(records) + ") order by placed_at desc limit "
                + MOST_ORDERS, row -> {
                    orders.add(new BuyingHabits.Placed(OrderKind.CREDIT.name().equals(row.getString("kind")), OrderStatus.CANCELED.name().equals(row.getString("status")),
                            instant(row, "placed_at"), Money.of(row.getBigDecimal("total"), row.getString("currency"))));
                }, records.toArray());
        return BuyingHabits.of(orders, lines(records), shop.zone(), shop.currency());
    }

    /** A line was bought before when its article stands in an order placed earlier. */
    private BuyingHabits.Lines lines(List<Object> records) {
        var totals = new long[2];
        var favorites = jdbc.query("""
                select t.*, sum(t.times) over () as all_lines, sum(t.later) over () as all_later from (
                    select sku, max(handle) as handle, max(name_en) as name_en, max(name_fr) as name_fr, count(*) as times, sum(quantity) as pieces,
                        max(placed_at) as last_at, sum(case when placed_at > first_at then 1 else 0 end) as later
                    from (select l.sku, l.handle, l.name_en, l.name_fr, l.quantity, o.placed_at, min(o.placed_at) over (partition by l.sku) as first_at
                        from sales_order o join sales_order_line l on l.order_id = o.id
                        where o.customer_id in (%s) and o.kind = 'ORDER' and o.status <> 'CANCELED') b group by sku) t
                order by t.times desc, t.last_at desc, t.sku limit %d""".formatted(marks(records), MOST_FAVORITES), (row, n) -> {
                    totals[0] = row.getLong("all_lines");
                    totals[1] = row.getLong("all_later");
                    return new BuyingProfile.Favorite(row.getString("handle"), new Localized(row.getString("name_en"), row.getString("name_fr")), row.getInt("times"),
                            row.getInt("pieces"), instant(row, "last_at"));
                }, records.toArray());
        return new BuyingHabits.Lines(totals[0], totals[1], favorites);
    }

    /** What the customer said; for a company, what the people said who ordered for it. The newest first, at most three. */
    public List<BuyingReason> reasons(CustomerId customer) {
        var records = records(customer);
        var marks = marks(records);
        var twice = new ArrayList<>(records);
        twice.addAll(records);
        return jdbc.query("select choice, words, answered_at from buying_reason where answered_at is not null and (customer_id in (" + marks + ") or customer_id in "
                + "(select placed_by from sales_order where customer_id in (" + marks + "))) order by answered_at desc limit " + MOST_REASONS, (row, n) ->
                        new BuyingReason(row.getString("choice"), row.getString("words"), instant(row, "answered_at")), twice.toArray());
    }

    /** The customer's record and those that lead to it, as the database keeps their ids. */
    List<Object> records(CustomerId customer) {
        var records = new ArrayList<Object>(List.of(bytes(customer.value())));
        customers.absorbed(customer).forEach(absorbed -> records.add(bytes(absorbed.value())));
        return records;
    }

    static String marks(List<?> values) {
        return String.join(",", Collections.nCopies(values.size(), "?"));
    }
}
