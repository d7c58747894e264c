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

    /** @param id null for a new one @param values the fields of the form by name @throws Refused beside the field that is wrong */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    public void save(UUID id, Map<String, String> values, StaffId by) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, shop.zone());
        var title = text(values, "title", 200, true);
        var happened = day(values, "happened", today, true);
        var noticed = day(values, "noticed", today, true);
        if (noticed.isBefore(happened)) {
            throw new Refused("personaldata.incident.noticed.early", "noticed", Map.of());
        }
        var row = new Object[] {title, text(values, "description", 4_000, true), text(values, "data", 1_000, true), text(values, "measures", 4_000, false),
            one(values, "risk", RISKS), persons(values), happened, noticed, day(values, "authority", today, false), day(values, "told", today, false),
            day(values, "closed", today, false), utc(now)};
        if (id == null) {
            var made = Ids.next();
            jdbc.update("insert into privacy_incident (title, description, data_concerned, measures, risk, persons, happened_on, noticed_on, authority_told_on, "
                    + "persons_told_on, closed_on, changed_at, id, version, number, recorded_by, recorded_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,0,?,?,?)",
                    with(row, bytes(made), "I-" + numbers.next("privacy-incident", 101), bytes(by.value()), utc(now)));
            audit.changed(by, "privacy-incident.recorded", "privacy-incident", made, Change.of(title).to(incidentFields(made)));
        } else {
            var before = incidentFields(id);
            var changed = jdbc.update("update privacy_incident set title=?, description=?, data_concerned=?, measures=?, risk=?, persons=?, happened_on=?, "
                    + "noticed_on=?, authority_told_on=?, persons_told_on=?, closed_on=?, changed_at=?, version = version + 1 where id = ?", with(row, bytes(id)));
            if (changed == 0) {
                throw new NotFound();
            }
            audit.changed(by, "privacy-incident.changed", "privacy-incident", id, Change.of(title).from(before).to(incidentFields(id)));
        }
    }

    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    @Transactional(readOnly = true)
    public List<Assessment> assessments() {
        return jdbc.query("select * from privacy_assessment order by changed_at desc limit 500", (row, n) -> new Assessment(uuid(row.getBytes("id")),
                row.getString("title"), row.getString("change_ref"), row.getString("description"), row.getString("risks"), row.getString("measures"),
                row.getString("conclusion"), instant(row, "changed_at")));
    }

    /** @param id null for a new one @throws Refused beside the field that is wrong */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    public void assess(UUID id, Map<String, String> values, StaffId by) {
        var now = clock.instant();
        var row = new Object[] {text(values, "title", 200, true), text(values, "change", 200, true), text(values, "description", 4_000, true),
            text(values, "risks", 4_000, true), text(values, "measures", 4_000, false), one(values, "conclusion", CONCLUSIONS), utc(now)};
        var made = id == null ? Ids.next() : id;
        var before = fields("select title, change_ref, conclusion from privacy_assessment where id = ?", made);
        if (id == null) {
            jdbc.update("insert into privacy_assessment (title, change_ref, description, risks, measures, conclusion, changed_at, id, version, recorded_by, recorded_at) "
                    + "values (?,?,?,?,?,?,?,?,0,?,?)", with(row, bytes(made), bytes(by.value()), utc(now)));
        } else if (jdbc.update("update privacy_assessment set title=?, change_ref=?, description=?, risks=?, measures=?, conclusion=?, changed_at=?, "
                + "version = version + 1 where id = ?", with(row, bytes(id))) == 0) {
            throw new NotFound();
        }
        audit.changed(by, id == null ? "privacy-assessment.recorded" : "privacy-assessment.changed", "privacy-assessment", made, Change.of((String) row[0]).from(before)
                .to(fields("select title, change_ref, conclusion from privacy_assessment where id = ?", made)));
    }

    private Map<String, Object> incidentFields(UUID id) {
        return fields("select title, risk, persons, happened_on, noticed_on, authority_told_on, persons_told_on, closed_on from privacy_incident where id = ?", id);
    }

    /** For the history: what can be counted and dated. The long texts may speak of people, who could not be forgotten there. */
    private Map<String, Object> fields(String select, UUID id) {
        return jdbc.queryForList(select, bytes(id)).stream().findFirst().orElse(null);
    }

    private static Incident incident(ResultSet row) throws SQLException {
        var changed = instant(row, "changed_at");
        return new Incident(uuid(row.getBytes("id")), row.getString("number"), row.getString("title"), row.getString("description"), row.getString("data_concerned"),
                row.getString("measures"), row.getString("risk"), row.getInt("persons"), row.getObject("happened_on", LocalDate.class),
                row.getObject("noticed_on", LocalDate.class), row.getObject("authority_told_on", LocalDate.class), row.getObject("persons_told_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class), changed, LocalDate.ofInstant(changed, java.time.ZoneOffset.UTC).plusYears(YEARS_KEPT));
    }

    private static Object[] with(Object[] row, Object... more) {
        var all = java.util.Arrays.copyOf(row, row.length + more.length);
        System.arraycopy(more, 0, all, row.length, more.length);
        return all;
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
