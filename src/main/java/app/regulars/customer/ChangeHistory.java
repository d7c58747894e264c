package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.identity.StaffNames;
import app.regulars.platform.ui.Live;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps every field of a customer's record as it was before. Entries are only added, in the caller's transaction. */
@Component
class ChangeHistory {

    private static final int LONGEST = 2000;

    private final JdbcTemplate jdbc;
    private final ObjectProvider<StaffNames> staff;
    private final Clock clock;

    ChangeHistory(JdbcTemplate jdbc, ObjectProvider<StaffNames> staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /** Adds an entry for each field that differs; pages that show the customer look again. @return whether there was any */
    boolean compare(CustomerId customer, Map<String, String> before, Map<String, String> after, ChangeActor by) {
        var rows = new ArrayList<Object[]>();
        var fields = new java.util.TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        fields.stream().filter(field -> !Objects.equals(blank(before.get(field)), blank(after.get(field))))
                .forEach(field -> rows.add(row(customer, field, before.get(field), after.get(field), by)));
        save(customer, rows);
        return !rows.isEmpty();
    }

    void record(CustomerId customer, String field, String before, String after, ChangeActor by) {
        if (!Objects.equals(blank(before), blank(after))) {
            save(customer, List.<Object[]>of(row(customer, field, before, after, by)));
        }
    }

    private void save(CustomerId customer, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("insert into customer_change (id, customer_id, changed_at, actor, actor_id, field, old_value, new_value) values (?,?,?,?,?,?,?,?)", rows);
            Live.changed("customer:" + customer);
        }
    }

    private Object[] row(CustomerId customer, String field, String before, String after, ChangeActor by) {
        return new Object[] {bytes(Ids.next()), bytes(customer.value()), utc(clock.instant()), by.kind().name(), bytes(by.id()), field, blank(before), blank(after)};
    }

    private static String blank(String value) {
        return value == null || value.isBlank() ? null : value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** Newest first, with those of records that lead here. Four statements, however many there are. @param most at most 500 */
    List<Change> of(CustomerId customer, int most) {
        record Row(Change change, UUID actor) {
        }
        var records = Survivors.onePerson(jdbc, customer);
        var values = new ArrayList<>(records);
        values.add(Math.min(most, 500));
        var rows = jdbc.query("select changed_at, actor, actor_id, field, old_value, new_value from customer_change where customer_id in (" + Survivors.marks(records) + ") "
                + "order by changed_at desc, id desc limit ?", (row, n) -> new Row(new Change(instant(row, "changed_at"), row.getString("field"),
                row.getString("old_value"), row.getString("new_value"), ChangeActor.Kind.valueOf(row.getString("actor")), null), uuid(row.getBytes("actor_id"))),
                values.toArray());
        var names = new HashMap<UUID, String>();
        var people = rows.stream().filter(row -> row.change().actor() == ChangeActor.Kind.PERSON).map(Row::actor).filter(Objects::nonNull).distinct().toList();
        if (!people.isEmpty()) {
            jdbc.query("select id, name from customer where id in (" + String.join(",", people.stream().map(id -> "?").toList()) + ")", row -> {
                names.put(uuid(row.getBytes(1)), row.getString(2));
            }, people.stream().map(id -> (Object) bytes(id)).toArray());
        }
        var known = staff.getIfAvailable();
        if (known != null) {
            known.names(rows.stream().filter(row -> row.change().actor() == ChangeActor.Kind.STAFF && row.actor() != null).map(row -> new StaffId(row.actor()))
                    .distinct().toList()).forEach((id, name) -> names.put(id.value(), name));
        }
        return rows.stream().map(row -> new Change(row.change().at(), row.change().field(), row.change().before(), row.change().after(), row.change().actor(),
                names.get(row.actor()))).toList();
    }
}
