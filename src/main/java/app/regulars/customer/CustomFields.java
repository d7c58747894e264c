package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The custom fields as they are set up at this moment, and the answers. Read from the database every time: nothing has to be restarted. */
@Component
class CustomFields {

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final Clock clock;

    CustomFields(JdbcTemplate jdbc, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** All of them, in order, also those that are retired. */
    List<CustomField> all() {
        return jdbc.query("select * from customer_field order by position, code", (row, n) -> field(row));
    }

    List<CustomField> active() {
        return all().stream().filter(field -> !field.isRetired()).toList();
    }

    List<CustomField> active(PartyKind kind) {
        return active().stream().filter(field -> field.isFor(kind)).toList();
    }

    private static CustomField field(ResultSet row) throws SQLException {
        var applies = row.getString("applies_to");
        return new CustomField(uuid(row.getBytes("id")), row.getString("code"), new Localized(row.getString("label_en"), row.getString("label_fr")),
                FieldKind.valueOf(row.getString("kind")), choices(row.getString("choices")), "ALL".equals(applies) ? null : PartyKind.valueOf(applies),
                new Localized(row.getString("purpose_en"), row.getString("purpose_fr")), row.getInt("retention_months"),
                FieldAudience.valueOf(row.getString("shown_to")), row.getBoolean("demographic"), row.getInt("position"), instant(row, "retired_at"));
    }

    /** Lines "code=English=French". */
    static List<CustomField.Choice> choices(String lines) {
        var choices = new ArrayList<CustomField.Choice>();
        if (lines != null) {
            lines.lines().map(line -> line.split("=", 3)).filter(parts -> !parts[0].isBlank()).forEach(parts -> choices.add(new CustomField.Choice(parts[0].strip(),
                    new Localized(parts.length > 1 ? parts[1].strip() : parts[0].strip(), parts.length > 2 ? parts[2].strip() : null))));
        }
        return choices;
    }

    /** The answers by field code. */
    Map<String, String> of(CustomerId customer) {
        return of(List.of(customer)).getOrDefault(customer, Map.of());
    }

    /** One statement. */
    Map<CustomerId, Map<String, String>> of(Collection<CustomerId> customers) {
        var all = new HashMap<CustomerId, Map<String, String>>();
        if (!customers.isEmpty()) {
            jdbc.query("select v.customer_id, f.code, v.value_text from customer_field_value v join customer_field f on f.id = v.field_id where v.customer_id in ("
                    + String.join(",", customers.stream().map(id -> "?").toList()) + ")", row -> {
                        all.computeIfAbsent(new CustomerId(uuid(row.getBytes(1))), id -> new LinkedHashMap<>()).put(row.getString(2), row.getString(3));
                    }, customers.stream().map(id -> (Object) bytes(id.value())).toArray());
        }
        return all;
    }

    /** What is wrong with the answers, by the name of the input. */
    List<Refused> problems(Collection<CustomField> fields, Map<String, String> typed) {
        var problems = new ArrayList<Refused>();
        fields.forEach(field -> Refused.collect(problems, () -> field.value(typed.get(field.input()))));
        return problems;
    }

    /**
     * Keeps the answers to those fields that were typed; blank takes one away.
     *
     * @param typed by the name of the input; a field that is not in there stays as it is
     */
    void save(CustomerId customer, PartyKind kind, Map<String, String> typed, Predicate<CustomField> may, ChangeActor by) {
        save(customer, active(kind), of(customer), typed, may, by);
    }

    /** The same for many in a row, with what was read for all of them. @param asked the fields of that kind of customer @param before the answers by field code */
    void save(CustomerId customer, List<CustomField> asked, Map<String, String> before, Map<String, String> typed, Predicate<CustomField> may, ChangeActor by) {
        var now = clock.instant();
        var changes = new HashMap<String, String>();
        var was = new HashMap<String, String>();
        for (var field : asked) {
            if (!typed.containsKey(field.input()) || !may.test(field)) {
                continue;
            }
            var value = field.value(typed.get(field.input()));
            var old = before.get(field.code());
            if (value == null ? old == null : value.text().equals(old)) {
                continue;
            }
            if (value == null) {
                jdbc.update("delete from customer_field_value where customer_id = ? and field_id = ?", bytes(customer.value()), bytes(field.id()));
            } else {
                put(customer, field.id(), value, now);
            }
            was.put("custom:" + field.code(), old);
            changes.put("custom:" + field.code(), value == null ? null : value.text());
        }
        history.compare(customer, was, changes, by);
    }

    private void put(CustomerId customer, UUID field, CustomField.Value value, Instant at) {
        jdbc.update("insert into customer_field_value (customer_id, field_id, value_text, value_key, value_number, value_date, set_at) values (?,?,?,?,?,?,?) "
                + "on duplicate key update value_text = values(value_text), value_key = values(value_key), value_number = values(value_number), "
                + "value_date = values(value_date), set_at = values(set_at)", bytes(customer.value()), bytes(field), value.text(), value.key(), value.number(),
                value.date(), utc(at));
    }

    /** Takes away what is older than its field allows, with its traces in the history. @return how many answers */
    int forgetOld() {
        var forgotten = 0;
        for (var field : all()) {
            var before = clock.instant().atZone(java.time.ZoneOffset.UTC).minusMonths(field.retentionMonths()).toInstant();
            var due = jdbc.query("select customer_id from customer_field_value where field_id = ? and set_at < ? limit 5000",
                    (row, n) -> row.getBytes(1), bytes(field.id()), utc(before));
            due.forEach(customer -> {
                jdbc.update("delete from customer_field_value where customer_id = ? and field_id = ?", customer, bytes(field.id()));
                jdbc.update("delete from customer_change where customer_id = ? and field = ?", customer, "custom:" + field.code());
            });
            forgotten += due.size();
        }
        return forgotten;
    }
}
