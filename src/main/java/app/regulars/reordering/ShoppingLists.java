package app.regulars.reordering;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of lists; every statement names whose they are. */
@Component
class ShoppingLists {

    private final JdbcTemplate jdbc;

    ShoppingLists(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID id, String name, Instant changedAt, int lines) {
    }

    /** @param then what one piece cost when somebody last decided about the line; null where that is not known */
    record Line(VariantId variant, Configuration configuration, int quantity, Money then) {

        Prices.Wish wish() {
            return new Prices.Wish(variant, quantity, configuration);
        }

        boolean is(VariantId other, Configuration said) {
            return variant.equals(other) && configuration.equals(said);
        }

        Line of(int pieces, Money now) {
            return new Line(variant, configuration, pieces, now == null ? then : now);
        }
    }

    List<Row> of(CustomerId customer) {
        return jdbc.query("select l.id, l.name, l.changed_at, (select count(*) from shopping_list_line i where i.list_id = l.id) as n from shopping_list l "
                + "where l.customer_id = ? and l.removed_at is null order by l.position, l.id", (row, n) -> new Row(uuid(row.getBytes("id")), row.getString("name"),
                        instant(row, "changed_at"), row.getInt("n")), bytes(customer.value()));
    }

    Optional<Row> find(CustomerId customer, UUID id) {
        return of(customer).stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Whoever changes a list second waits for the first. */
    boolean lock(CustomerId customer, UUID id) {
        return !jdbc.queryForList("select name from shopping_list where id = ? and customer_id = ? and removed_at is null for update", String.class, bytes(id),
                bytes(customer.value())).isEmpty();
    }

    UUID add(CustomerId customer, String name, int position, Instant at) {
        var id = Ids.next();
        jdbc.update("insert into shopping_list (id, customer_id, name, position, made_at, changed_at) values (?, ?, ?, ?, ?, ?)", bytes(id), bytes(customer.value()), name,
                position, utc(at), utc(at));
        return id;
    }

    void rename(UUID id, String name, Instant at) {
        jdbc.update("update shopping_list set name = ?, changed_at = ? where id = ?", name, utc(at), bytes(id));
    }

    void position(UUID id, int position) {
        jdbc.update("update shopping_list set position = ? where id = ?", position, bytes(id));
    }

    boolean remove(CustomerId customer, UUID id, Instant at) {
        return jdbc.update("update shopping_list set removed_at = ? where id = ? and customer_id = ? and removed_at is null", utc(at), bytes(id), bytes(customer.value())) > 0;
    }

    boolean bringBack(CustomerId customer, UUID id) {
        return jdbc.update("update shopping_list set removed_at = null where id = ? and customer_id = ? and removed_at is not null", bytes(id), bytes(customer.value())) > 0;
    }

    /** Those removed before then leave for good. */
    void forgetRemoved(Instant before) {
        jdbc.update("delete from shopping_list_line where list_id in (select id from shopping_list where removed_at < ?)", utc(before));
        jdbc.update("delete from shopping_list where removed_at < ?", utc(before));
    }

    List<Line> lines(UUID id) {
        return new ArrayList<>(jdbc.query("select variant_id, configuration, quantity, each_then, currency_then from shopping_list_line where list_id = ? order by position",
                (row, n) -> {
                    var then = row.getBigDecimal("each_then");
                    return new Line(new VariantId(uuid(row.getBytes("variant_id"))), Configuration.of(row.getString("configuration")), row.getInt("quantity"),
                            then == null ? null : new Money(then, row.getString("currency_then")));
                }, bytes(id)));
    }

    void write(UUID id, List<Line> lines, Instant at) {
        jdbc.update("delete from shopping_list_line where list_id = ?", bytes(id));
        var rows = new ArrayList<Object[]>();
        for (var line : lines) {
            rows.add(new Object[] {bytes(id), rows.size(), bytes(line.variant().value()), line.configuration().text(), line.quantity(),
                line.then() == null ? null : line.then().amount(), line.then() == null ? null : line.then().currency()});
        }
        jdbc.batchUpdate("insert into shopping_list_line (list_id, position, variant_id, configuration, quantity, each_then, currency_then) values (?, ?, ?, ?, ?, ?, ?)", rows);
        jdbc.update("update shopping_list set changed_at = ? where id = ?", utc(at), bytes(id));
    }
}
