package app.regulars.reordering;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of standing orders. */
@Component
class StandingOrders {

    static final String ACTIVE = "active";
    static final String PAUSED = "paused";
    static final String STOPPED = "stopped";

    private final JdbcTemplate jdbc;

    StandingOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param tries in vain for the day that is next @param noticedFor the day that was announced last, or null */
    record Row(UUID id, CustomerId customer, CustomerId person, String name, int everyWeeks, LocalDate nextOn, String status, String shippingOption, String payBy, int tries,
               LocalDate noticedFor) {

        boolean isActive() {
            return ACTIVE.equals(status);
        }
    }

    /** @param order a number, or null */
    record Run(LocalDate dueOn, Instant at, String outcome, String order) {
    }

    void add(Row row, List<ShoppingLists.Line> lines, Instant at) {
        jdbc.update("insert into standing_order (id, customer_id, person_id, name, every_weeks, next_on, status, shipping_option, pay_by, tries, made_at, changed_at) values "
                + "(?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)", bytes(row.id()), bytes(row.customer().value()), bytes(row.person().value()), row.name(), row.everyWeeks(), row.nextOn(),
                row.status(), row.shippingOption(), row.payBy(), utc(at), utc(at));
        write(row.id(), lines, at);
    }

    void write(UUID id, List<ShoppingLists.Line> lines, Instant at) {
        jdbc.update("delete from standing_order_line where standing_id = ?", bytes(id));
        var rows = new ArrayList<Object[]>();
        lines.forEach(line -> rows.add(new Object[] {bytes(id), rows.size(), bytes(line.variant().value()), line.configuration().text(), line.quantity()}));
        jdbc.batchUpdate("insert into standing_order_line (standing_id, position, variant_id, configuration, quantity) values (?, ?, ?, ?, ?)", rows);
        jdbc.update("update standing_order set changed_at = ? where id = ?", utc(at), bytes(id));
    }

    List<ShoppingLists.Line> lines(UUID id) {
        return jdbc.query("select variant_id, configuration, quantity from standing_order_line where standing_id = ? order by position", (row, n) -> new ShoppingLists.Line(
                new VariantId(uuid(row.getBytes(1))), Configuration.of(row.getString(2)), row.getInt(3), null), bytes(id));
    }

    /** Those that run or rest, the next one first. */
    List<Row> of(CustomerId customer) {
        return jdbc.query("select * from standing_order where customer_id = ? and status <> 'stopped' order by next_on, id limit 100", (row, n) -> row(row), bytes(customer.value()));
    }

    /** Whoever changes one second waits for the first. */
    Optional<Row> lock(UUID id) {
        return jdbc.query("select * from standing_order where id = ? for update", (row, n) -> row(row), bytes(id)).stream().findFirst();
    }

    void plan(UUID id, int everyWeeks, LocalDate nextOn, Instant at) {
        jdbc.update("update standing_order set every_weeks = ?, next_on = ?, tries = 0, changed_at = ? where id = ?", everyWeeks, nextOn, utc(at), bytes(id));
    }

    void become(UUID id, String status, Instant at) {
        jdbc.update("update standing_order set status = ?, changed_at = ? where id = ?", status, utc(at), bytes(id));
    }

    void tried(UUID id) {
        jdbc.update("update standing_order set tries = tries + 1 where id = ?", bytes(id));
    }

    void noticed(UUID id, LocalDate day) {
        jdbc.update("update standing_order set noticed_for = ? where id = ?", day, bytes(id));
    }

    void ran(UUID id, LocalDate dueOn, String outcome, String order, Instant at) {
        jdbc.update("insert into standing_order_run (id, standing_id, due_on, happened_at, outcome, order_number) values (?, ?, ?, ?, ?, ?)", bytes(Ids.next()), bytes(id), dueOn,
                utc(at), outcome, order);
    }

    /** The latest first. */
    List<Run> runs(UUID id, int most) {
        return jdbc.query("select due_on, happened_at, outcome, order_number from standing_order_run where standing_id = ? order by happened_at desc, id desc limit ?",
                (row, n) -> new Run(row.getObject(1, LocalDate.class), instant(row, "happened_at"), row.getString(3), row.getString(4)), bytes(id), most);
    }

    /** Those that run and whose day is no later than this, in the order of their ids. @param after null to begin */
    List<UUID> until(LocalDate day, UUID after, int most) {
        var values = new ArrayList<Object>(List.of(day));
        if (after != null) {
            values.add(bytes(after));
        }
        values.add(most);
        return jdbc.query("select id from standing_order where status = 'active' and next_on <= ?" + (after == null ? "" : " and id > ?") + " order by id limit ?",
                (row, n) -> uuid(row.getBytes(1)), values.toArray());
    }

    /** For staff: those that run or rest, those in trouble first. */
    List<Row> all(int most) {
        return jdbc.query("select * from standing_order where status <> 'stopped' order by case when tries > 0 then 0 else 1 end, next_on, id limit ?", (row, n) -> row(row), most);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(uuid(row.getBytes("id")), new CustomerId(uuid(row.getBytes("customer_id"))), new CustomerId(uuid(row.getBytes("person_id"))), row.getString("name"),
                row.getInt("every_weeks"), row.getObject("next_on", LocalDate.class), row.getString("status"), row.getString("shipping_option"), row.getString("pay_by"),
                row.getInt("tries"), row.getObject("noticed_for", LocalDate.class));
    }
}
