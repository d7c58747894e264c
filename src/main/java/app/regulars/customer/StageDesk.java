package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.identity.StaffNames;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to stages: the list of them, where customers stand, and how they move. */
@Service
@Transactional
@RolesAllowed(Permissions.CUSTOMERS_SEE)
public class StageDesk {

    private static final int MOST = 40;
    private static final int MOST_MONTHS = 36;

    private final StageRules rules;
    private final Stages stages;
    private final JdbcTemplate jdbc;
    private final AuditTrail audit;
    private final ObjectProvider<StaffNames> staff;
    private final Clock clock;

    StageDesk(StageRules rules, Stages stages, JdbcTemplate jdbc, AuditTrail audit, ObjectProvider<StaffNames> staff, Clock clock) {
        this.rules = rules;
        this.stages = stages;
        this.jdbc = jdbc;
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    /** By position, also those that are retired. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<Stage> list() {
        return rules.all();
    }

    /** @param event blank for none */
    public record Form(String code, String labelEn, String labelFr, String event) {
    }

    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void add(Form form, StaffId by) {
        if (form.code() == null || !form.code().matches("[a-z][a-z0-9-]{1,38}")) {
            throw new Refused("customer.custom.code.broken", "code", Map.of());
        }
        if (rules.find(form.code()).isPresent() || rules.all().size() >= MOST) {
            throw new Refused("customer.custom.code.known", "code", Map.of());
        }
        var last = rules.all().stream().mapToInt(Stage::position).max().orElse(0);
        jdbc.update("insert into customer_stage (code, version, label_en, label_fr, position, entered_on, retired) values (?, 0, ?, ?, ?, ?, false)", form.code(),
                label(form.labelEn(), "labelEn"), label(form.labelFr(), "labelFr"), last + 10, event(form.event()));
        done("customer.stage.added", form.code(), null, by);
    }

    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void change(Form form, StaffId by) {
        var before = find(form.code());
        jdbc.update("update customer_stage set version = version + 1, label_en = ?, label_fr = ?, entered_on = ? where code = ?", label(form.labelEn(), "labelEn"),
                label(form.labelFr(), "labelFr"), event(form.event()), form.code());
        done("customer.stage.changed", form.code(), before, by);
    }

    /** Changes places with the one before. */
    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void forward(String code, StaffId by) {
        var all = rules.all();
        var stage = find(code);
        var at = all.indexOf(stage);
        if (at > 0) {
            var other = all.get(at - 1);
            jdbc.update("update customer_stage set version = version + 1, position = ? where code = ?", other.position(), code);
            jdbc.update("update customer_stage set version = version + 1, position = ? where code = ?", stage.position(), other.code());
            done("customer.stage.moved", code, stage, by);
        }
    }

    /** @throws Refused for the stage that new records begin with */
    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void retire(String code, boolean yes, StaffId by) {
        var before = find(code);
        if (yes && "recorded".equals(before.enteredOn())) {
            throw new Refused("customer.stage.first");
        }
        jdbc.update("update customer_stage set version = version + 1, retired = ? where code = ?", yes, code);
        done(yes ? "customer.stage.retired" : "customer.stage.revived", code, before, by);
    }

    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void put(CustomerId customer, String stage, String note, StaffId by) {
        var before = stages.put(customer, stage, PersonTexts.clean(note), ChangeActor.staff(by), clock.instant());
        audit.changed(by, "customer.stage", "customer", customer.value(), Change.of(null).of("stage", before, stage).because(PersonTexts.clean(note)));
    }

    /** Newest first, at most 100, with those of records that lead here. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<StageChange> of(CustomerId customer) {
        var actors = new ArrayList<UUID>();
        var records = Survivors.onePerson(jdbc, customer);
        var rows = jdbc.query("select * from customer_stage_change where customer_id in (" + Survivors.marks(records) + ")"
                + " order by changed_at desc, position desc limit 100", (row, n) -> {
            actors.add(uuid(row.getBytes("actor_id")));
            return new StageChange(instant(row, "changed_at"), row.getString("from_stage"), row.getString("to_stage"), row.getString("cause"),
                    ChangeActor.Kind.valueOf(row.getString("actor")), null, row.getString("note"));
        }, records.toArray());
        var known = staff.getIfAvailable();
        var names = known == null ? Map.<StaffId, String>of() : known.names(actors.stream().filter(Objects::nonNull).map(StaffId::new).collect(Collectors.toSet()));
        var list = new ArrayList<StageChange>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            list.add(new StageChange(row.at(), row.from(), row.to(), row.cause(), row.actor(), actors.get(i) == null ? null : names.get(new StaffId(actors.get(i))),
                    row.note()));
        }
        return list;
    }

    /**
     * Where customers stood.
     *
     * @param months oldest first: year * 12 + month - 1
     * @param counts by stage, at the end of each of the months
     * @param moves  within these months
     */
    public record Report(List<Integer> months, Map<String, List<Long>> counts, List<Move> moves) {
    }

    /** @param share of all who left {@code from} within these months, 0 to 1 */
    public record Move(String from, String to, long count, double share) {
    }

    /** Two statements; counts are what came minus what left, from the beginning on. Of records that are one person only the one that counts is among them. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public Report report(int lastMonths) {
        var now = rules.month(clock.instant());
        var first = now - Math.clamp(lastMonths, 1, MOST_MONTHS) + 1;
        var months = new ArrayList<Integer>();
        for (int month = first; month <= now; month++) {
            months.add(month);
        }
        var net = new HashMap<String, TreeMap<Integer, Long>>();
        var moved = new HashMap<String, Map<String, Long>>();
        jdbc.query("select month_key, from_stage, to_stage, count(*) from customer_stage_change "
                + "where customer_id not in (select id from customer where merged_into is not null) group by month_key, from_stage, to_stage", row -> {
            int month = row.getInt(1);
            var from = row.getString(2);
            var to = row.getString(3);
            long count = row.getLong(4);
            net.computeIfAbsent(to, stage -> new TreeMap<>()).merge(month, count, Long::sum);
            if (from != null) {
                net.computeIfAbsent(from, stage -> new TreeMap<>()).merge(month, -count, Long::sum);
                if (month >= first) {
                    moved.computeIfAbsent(from, stage -> new HashMap<>()).merge(to, count, Long::sum);
                }
            }
        });
        var counts = new LinkedHashMap<String, List<Long>>();
        for (var stage : rules.all()) {
            var changes = net.getOrDefault(stage.code(), new TreeMap<>());
            counts.put(stage.code(), months.stream().map(month -> changes.headMap(month, true).values().stream().mapToLong(Long::longValue).sum()).toList());
        }
        var moves = new ArrayList<Move>();
        rules.all().forEach(stage -> moved.getOrDefault(stage.code(), Map.of()).forEach((to, count) -> moves.add(new Move(stage.code(), to, count,
                (double) count / moved.get(stage.code()).values().stream().mapToLong(Long::longValue).sum()))));
        return new Report(months, counts, moves);
    }

    /** @param counts by source, for each of the months */
    public record Origins(List<Integer> months, Map<String, List<Long>> counts, Map<String, Long> referrers) {
    }

    /** How many records came from where. Two statements. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public Origins origins(int lastMonths) {
        var now = rules.month(clock.instant());
        var first = now - Math.clamp(lastMonths, 1, MOST_MONTHS) + 1;
        var months = new ArrayList<Integer>();
        for (int month = first; month <= now; month++) {
            months.add(month);
        }
        var counts = new TreeMap<String, long[]>();
        jdbc.query("select source, month_key, count(*) from customer_origin where month_key between ? and ? group by source, month_key", row -> {
            counts.computeIfAbsent(row.getString(1), source -> new long[months.size()])[row.getInt(2) - first] += row.getLong(3);
        }, first, now);
        var referrers = new LinkedHashMap<String, Long>();
        jdbc.query("select referrer, count(*) from customer_origin where month_key between ? and ? and referrer is not null group by referrer order by count(*) desc, "
                + "referrer limit 20", row -> {
                    referrers.put(row.getString(1), row.getLong(2));
                }, first, now);
        var lists = new LinkedHashMap<String, List<Long>>();
        counts.forEach((source, row) -> lists.put(source, java.util.Arrays.stream(row).boxed().toList()));
        return new Origins(months, lists, referrers);
    }

    private Stage find(String code) {
        return rules.find(code).orElseThrow(NotFound::new);
    }

    private static Map<String, Object> fields(Stage stage) {
        return Change.fields("nameEn", stage.label().en(), "nameFr", stage.label().fr(), "position", stage.position(), "enteredOn", stage.enteredOn(), "active", !stage.retired());
    }

    private static String label(String typed, String field) {
        return PersonTexts.bounded(PersonTexts.required(typed, "customer.custom.missing", field), 80, field);
    }

    private static String event(String typed) {
        return typed == null || !Stages.EVENTS.contains(typed) ? null : typed;
    }

    private void done(String action, String code, Stage before, StaffId by) {
        rules.forget();
        audit.changed(by, action, "customer-stage", UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                Change.of(code).from(before == null ? null : fields(before)).to(fields(find(code))));
    }
}
