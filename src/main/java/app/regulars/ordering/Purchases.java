package app.regulars.ordering;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that learn from what was bought; canceled orders and credits do not count. Never injected into a view. */
@Service
@Transactional(readOnly = true)
public class Purchases {

    private static final int MOST_OF_ONE = 5_000;
    private static final String COUNTS = "o.kind = 'ORDER' and o.status <> 'CANCELED'";

    private final JdbcTemplate jdbc;
    private final BuyingProfiles records;

    Purchases(JdbcTemplate jdbc, BuyingProfiles records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** A line of an order. @param each what one piece cost, before discounts on the order */
    public record Purchase(CustomerId customer, VariantId variant, Configuration configuration, int quantity, Money each, Instant at) {
    }

    /** An order. */
    public record Placed(CustomerId customer, Instant at, Money total) {
    }

    /** The latest 5,000 lines of a customer and of the records that were merged into hers, the oldest first. */
    public List<Purchase> of(CustomerId customer, Instant since) {
        var all = records.records(customer);
        var values = new ArrayList<>(all);
        values.add(utc(since));
        return jdbc.query("select l.variant_id, l.configuration, l.quantity, l.each_amount, o.currency, o.placed_at from sales_order o join sales_order_line l on l.order_id = o.id "
                + "where o.customer_id in (" + BuyingProfiles.marks(all) + ") and o.placed_at >= ? and " + COUNTS + " and l.variant_id is not null order by o.placed_at desc limit "
                + MOST_OF_ONE, (row, n) -> new Purchase(customer, new VariantId(uuid(row.getBytes(1))), Configuration.of(row.getString(2)), row.getInt(3),
                        new Money(row.getBigDecimal(4), row.getString(5)), instant(row, "placed_at")), values.toArray()).reversed();
    }

    /** Who bought a variant when: its latest purchases, the oldest first. @param most lines */
    public List<Purchase> ofVariant(VariantId variant, Instant since, int most) {
        return jdbc.query("select o.customer_id, l.quantity, l.each_amount, o.currency, o.placed_at from sales_order_line l join sales_order o on o.id = l.order_id "
                + "where l.variant_id = ? and o.placed_at >= ? and " + COUNTS + " order by o.placed_at desc limit ?", (row, n) -> new Purchase(
                        new CustomerId(uuid(row.getBytes(1))), variant, Configuration.NONE, row.getInt(2), new Money(row.getBigDecimal(3), row.getString(4)),
                        instant(row, "placed_at")), bytes(variant.value()), utc(since), most).reversed();
    }

    /** The latest orders of the whole shop, the oldest first. */
    public List<Placed> latest(Instant since, int most) {
        return jdbc.query("select o.customer_id, o.total, o.currency, o.placed_at from sales_order o where o.placed_at >= ? and " + COUNTS + " order by o.placed_at desc limit ?",
                (row, n) -> placed(row), utc(since), most).reversed();
    }

    /** Customers with so many orders since then, in the order of their ids. @param after null to begin */
    public List<CustomerId> regulars(Instant since, int orders, CustomerId after, int most) {
        var from = after == null ? "" : " and o.customer_id > ?";
        var values = new ArrayList<Object>(List.of(utc(since)));
        if (after != null) {
            values.add(bytes(after.value()));
        }
        values.add(orders);
        values.add(most);
        return jdbc.query("select o.customer_id from sales_order o where o.placed_at >= ? and " + COUNTS + from
                + " group by o.customer_id having count(*) >= ? order by o.customer_id limit ?", (row, n) -> new CustomerId(uuid(row.getBytes(1))), values.toArray());
    }

    /** The orders of these customers since then, the oldest first. */
    public Map<CustomerId, List<Placed>> placed(Collection<CustomerId> customers, Instant since) {
        var found = new HashMap<CustomerId, List<Placed>>();
        if (!customers.isEmpty()) {
            var values = new ArrayList<Object>(customers.stream().map(customer -> (Object) bytes(customer.value())).toList());
            var marks = BuyingProfiles.marks(values);
            values.add(utc(since));
            jdbc.query("select o.customer_id, o.total, o.currency, o.placed_at from sales_order o where o.customer_id in (" + marks + ") and o.placed_at >= ? and " + COUNTS
                    + " order by o.placed_at", row -> {
                        var placed = placed(row);
                        found.computeIfAbsent(placed.customer(), each -> new ArrayList<>()).add(placed);
                    }, values.toArray());
        }
        return found;
    }

    /** What a person ordered for a customer since then, with delivery and taxes. */
    public BigDecimal spent(CustomerId customer, CustomerId person, String currency, Instant since) {
        return jdbc.queryForObject("select coalesce(sum(o.total), 0) from sales_order o where o.customer_id = ? and o.placed_by = ? and o.currency = ? and o.placed_at >= ? and "
                + COUNTS, BigDecimal.class, bytes(customer.value()), bytes(person.value()), currency, utc(since));
    }

    /** Orders of one channel and agent, in one currency. @param agent null for the shop itself */
    public record Sold(String channel, String agent, long orders, Money total) {
    }

    /** By the way they came and who sold them, the most orders first. @param channel empty for all @param agent empty for all, "-" for the shop itself */
    public List<Sold> sold(Instant since, String channel, String agent) {
        var values = new java.util.ArrayList<Object>(List.of(utc(since)));
        var more = "";
        if (!channel.isEmpty()) {
            more += " and o.channel = ?";
            values.add(channel);
        }
        if ("-".equals(agent)) {
            more += " and o.agent is null";
        } else if (!agent.isEmpty()) {
            more += " and o.agent = ?";
            values.add(agent);
        }
        return jdbc.query("select o.channel, o.agent, o.currency, count(*) as n, sum(o.total) as total from sales_order o where o.placed_at >= ? and " + COUNTS + more
                + " group by o.channel, o.agent, o.currency order by n desc limit 500", (row, n) -> new Sold(row.getString(1), row.getString(2), row.getLong(4),
                Money.of(row.getBigDecimal(5), row.getString(3))), values.toArray());
    }

    /** Orders of one channel, in one currency. */
    public record Channel(String channel, long orders, Money total) {
    }

    /** By the way they came, the most orders first. */
    public List<Channel> byChannel(Instant since) {
        return jdbc.query("select o.channel, o.currency, count(*) as n, sum(o.total) as total from sales_order o where o.placed_at >= ? and " + COUNTS
                + " group by o.channel, o.currency order by n desc", (row, n) -> new Channel(row.getString(1), row.getLong(3), Money.of(row.getBigDecimal(4), row.getString(2))),
                utc(since));
    }

    private static Placed placed(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Placed(new CustomerId(uuid(row.getBytes("customer_id"))), instant(row, "placed_at"), Money.of(row.getBigDecimal("total"), row.getString("currency")));
    }
}
