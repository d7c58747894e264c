package app.regulars.personaldata;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff's door to the register of confidentiality incidents and to privacy impact assessments. There is no way to delete an
 * incident; every change is in the audit trail.
 */
@Service
@Transactional
@RolesAllowed(Permissions.PRIVACY_HANDLE)
public class PrivacyRegister {

    private static final int YEARS_KEPT = 5;
    private static final Set<String> RISKS = Set.of("low", "serious");
    private static final Book INCIDENTS = new Book("privacy_incident", "privacy-incident");
    private static final Book ASSESSMENTS = new Book("privacy_assessment", "privacy-assessment");
    private static final Set<String> CONCLUSIONS = Set.of("go", "change", "stop");

    private final JdbcTemplate jdbc;
    private final Numbers numbers;
    private final AuditTrail audit;
    private final Shop shop;
    private final Clock clock;

    PrivacyRegister(JdbcTemplate jdbc, Numbers numbers, AuditTrail audit, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    /** The latest first. */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    @Transactional(readOnly = true)
    public List<Incident> incidents() {
        return jdbc.query("select * from privacy_incident order by noticed_on desc, number desc limit 500", (row, n) -> incident(row));
    }

    /**
     * @param id     null for a new one
     * @param values the fields of the form by name, with "version" the one that it was filled with
     * @throws Refused beside the field that is wrong, or when somebody else wrote meanwhile
     */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    public void save(UUID id, Map<String, String> values, StaffId by) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, shop.zone());
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", text(values, "title", 200, true));
        fields.put("happened_on", day(values, "happened", today, true));
        fields.put("noticed_on", day(values, "noticed", today, true));
        fields.put("description", text(values, "description", 4_000, true));
        fields.put("data_concerned", text(values, "data", 1_000, true));
        fields.put("persons", persons(values));
        fields.put("risk", one(values, "risk", RISKS));
        fields.put("measures", text(values, "measures", 4_000, false));
        fields.put("authority_told_on", day(values, "authority", today, false));
        fields.put("persons_told_on", day(values, "told", today, false));
        fields.put("closed_on", day(values, "closed", today, false));
        if (((LocalDate) fields.get("noticed_on")).isBefore((LocalDate) fields.get("happened_on"))) {
            throw new Refused("personaldata.incident.noticed.early", "noticed", Map.of());
        }
        write(INCIDENTS, id, values.get("version"), fields, id == null ? "I-" + numbers.next("privacy-incident", 101) : null, by);
    }

    /** A table of the register, and how its entries are called in the history of deeds. */
    private record Book(String table, String subject) {
    }

    private void write(Book book, UUID id, String version, Map<String, Object> fields, String number, StaffId by) {
        var row = new LinkedHashMap<>(fields);
        row.put("changed_at", utc(clock.instant()));
        if (id == null) {
            var made = Ids.next();
            row.putAll(Map.of("id", bytes(made), "version", 0, "recorded_by", bytes(by.value()), "recorded_at", utc(clock.instant())));
            if (number != null) {
                row.put("number", number);
            }
            jdbc.update("insert into " + book.table() + " (" + String.join(", ", row.keySet()) + ") values (" + String.join(", ", Collections.nCopies(row.size(), "?")) + ")",
                    row.values().toArray());
            audit.changed(by, book.subject() + ".recorded", book.subject(), made, Change.of(number).to(fields));
            return;
        }
        var before = jdbc.query("select " + String.join(", ", fields.keySet()) + " from " + book.table() + " where id = ? for update", (found, n) -> {
            var was = new LinkedHashMap<String, Object>();
            for (var field : fields.keySet()) {
                was.put(field, fields.get(field) instanceof Integer ? (Object) found.getInt(field) : found.getString(field));
            }
            return was;
        }, bytes(id)).stream().findFirst().orElseThrow(NotFound::new);
        var values = new ArrayList<>(row.values());
        values.addAll(List.of(bytes(id), version(version)));
        if (jdbc.update("update " + book.table() + " set " + String.join(" = ?, ", row.keySet()) + " = ?, version = version + 1 where id = ? and version = ?",
                values.toArray()) == 0) {
            throw new Refused("platform.error.changed");
        }
        audit.changed(by, book.subject() + ".changed", book.subject(), id, Change.of(label(book, id)).from(before).to(fields));
    }

    private String label(Book book, UUID id) {
        return book.equals(INCIDENTS) ? jdbc.queryForObject("select number from privacy_incident where id = ?", String.class, bytes(id)) : null;
    }

    private static int version(String typed) {
        return typed == null || !typed.matches("\\d{1,9}") ? -1 : Integer.parseInt(typed);
    }

    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    @Transactional(readOnly = true)
    public List<Assessment> assessments() {
        return jdbc.query("select * from privacy_assessment order by changed_at desc limit 500", (row, n) -> new Assessment(uuid(row.getBytes("id")), row.getInt("version"),
                row.getString("title"), row.getString("change_ref"), row.getString("description"), row.getString("risks"), row.getString("measures"),
                row.getString("conclusion"), instant(row, "changed_at")));
    }

    /** As {@link #save}. */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    public void assess(UUID id, Map<String, String> values, StaffId by) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("title", text(values, "title", 200, true));
        fields.put("change_ref", text(values, "change", 200, true));
        fields.put("description", text(values, "description", 4_000, true));
        fields.put("risks", text(values, "risks", 4_000, true));
        fields.put("measures", text(values, "measures", 4_000, false));
        fields.put("conclusion", one(values, "conclusion", CONCLUSIONS));
        write(ASSESSMENTS, id, values.get("version"), fields, null, by);
    }

    private static Incident incident(ResultSet row) throws SQLException {
        var changed = instant(row, "changed_at");
        return new Incident(uuid(row.getBytes("id")), row.getInt("version"), row.getString("number"), row.getString("title"), row.getString("description"), row.getString("data_concerned"),
                row.getString("measures"), row.getString("risk"), row.getInt("persons"), row.getObject("happened_on", LocalDate.class),
                row.getObject("noticed_on", LocalDate.class), row.getObject("authority_told_on", LocalDate.class), row.getObject("persons_told_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class), changed, LocalDate.ofInstant(changed, ZoneOffset.UTC).plusYears(YEARS_KEPT));
    }

    private static String text(Map<String, String> values, String field, int longest, boolean wanted) {
        var text = values.getOrDefault(field, "").strip();
        if (wanted && text.isEmpty()) {
            throw new Refused("personaldata.form.missing", field, Map.of());
        }
        if (text.length() > longest) {
            throw new Refused("personaldata.request.words.long", field, Map.of("most", longest));
        }
        return text;
    }

    private static String one(Map<String, String> values, String field, Set<String> allowed) {
        var value = values.getOrDefault(field, "");
        if (!allowed.contains(value)) {
            throw new Refused("personaldata.form.missing", field, Map.of());
        }
        return value;
    }

    private static int persons(Map<String, String> values) {
        try {
            return Math.clamp(Long.parseLong(values.getOrDefault("persons", "").strip()), 0, 100_000_000);
        } catch (NumberFormatException notANumber) {
            throw new Refused("personaldata.form.number", "persons", Map.of());
        }
    }

    private static LocalDate day(Map<String, String> values, String field, LocalDate today, boolean wanted) {
        var text = text(values, field, 10, wanted);
        try {
            var day = text.isEmpty() ? null : LocalDate.parse(text);
            if (day != null && day.isAfter(today)) {
                throw new Refused("personaldata.form.future", field, Map.of());
            }
            return day;
        } catch (java.time.format.DateTimeParseException notADay) {
            throw new Refused("personaldata.form.day", field, Map.of());
        }
    }
}
