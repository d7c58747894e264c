package app.regulars.platform.audit;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.AfterCommit;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The history of what staff did and whose record they looked at. Entries are only ever added, in the caller's
 * transaction; details must hold no secrets. A moment after the transaction they are taken into a chain of hashes
 * (see {@link AuditChain}).
 */
@Component
public class AuditTrail {

    private static final String INSERT = """
            insert into audit_entry (id, happened_at, staff_id, action, subject_kind, subject_id, detail, subject_label, customer_id,
                before_values, after_values, reason, search_text, salt, content_hash) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""";

    private final JdbcTemplate jdbc;
    private final AuditSealing sealing;
    private final Clock clock;

    AuditTrail(JdbcTemplate jdbc, AuditSealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** A deed, for many at once. */
    public record Deed(StaffId by, String action, String subjectKind, UUID subject, Change change) {
    }

    /**
     * @param by          who did it; null for the shop itself (an import, a job)
     * @param action      what was done, as a stable code ("order.packed", "customer.viewed")
     * @param subjectKind what it was done to ("order", "customer")
     * @param subject     the id of that record
     * @param detail      before and after, or null
     */
    public void record(StaffId by, String action, String subjectKind, UUID subject, String detail) {
        add(List.of(new Deed(by, action, subjectKind, subject, Change.of(null))), detail);
    }

    /** As above, with what it was before, what it is now, and why. */
    public void changed(StaffId by, String action, String subjectKind, UUID subject, Change change) {
        add(List.of(new Deed(by, action, subjectKind, subject, change)), null);
    }

    /**
     * A look at the matter of a customer, which she sees on her page.
     *
     * @param kind  what was looked at ("order"); the action is "{kind}.viewed"
     * @param label how people name it ("HL-20418")
     * @param whose may be null for somebody without a record: then nobody is told, and only the history knows
     */
    public void viewed(StaffId by, String kind, UUID subject, String label, CustomerId whose) {
        changed(by, kind + ".viewed", kind, subject, Change.of(label).about(whose));
    }

    /** As above, for many with few statements. */
    public void changedAll(List<Deed> deeds) {
        add(deeds, null);
    }

    private void add(List<Deed> deeds, String detail) {
        var now = utc(clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.batchUpdate(INSERT, deeds.stream().map(deed -> {
            var content = AuditContent.of(deed.change(), detail);
            return new Object[] {bytes(Ids.next()), now, deed.by() == null ? null : bytes(deed.by().value()), deed.action(), deed.subjectKind(),
                bytes(deed.subject()), content.detail(), content.label(), bytes(customer(deed)), content.before(), content.after(), content.reason(),
                content.searchText(deed.action()), content.salt(), content.hash()};
        }).toList());
        AfterCommit.run(sealing::wake);
    }

    private static UUID customer(Deed deed) {
        var named = deed.change().customer();
        return named != null ? named.value() : "customer".equals(deed.subjectKind()) ? deed.subject() : null;
    }

    /** A deed as it is read again. @param by null for the shop itself @param before by field, what differs only */
    public record Done(Instant at, StaffId by, String action, String label, java.util.Map<String, Object> before, java.util.Map<String, Object> after, String reason) {

        @Override
        public String toString() {
            return "a deed";
        }
    }

    /** What was done to these records, newest first; looks at them are left out. Whoever shows it asks who may see it. */
    public List<Done> deeds(java.util.Collection<UUID> subjects, int most) {
        return subjects.isEmpty() ? List.of() : jdbc.query("select staff_id, happened_at, action, subject_label, before_values, after_values, reason from audit_entry "
                + "where subject_id in (" + String.join(",", java.util.Collections.nCopies(subjects.size(), "?")) + ") and action not like '%.viewed' "
                + "order by happened_at desc, id desc limit ?", (row, n) -> {
                    var staff = uuid(row.getBytes("staff_id"));
                    return new Done(instant(row, "happened_at"), staff == null ? null : new StaffId(staff), row.getString("action"), row.getString("subject_label"),
                            AuditContent.read(row.getString("before_values")), AuditContent.read(row.getString("after_values")), row.getString("reason"));
                }, java.util.stream.Stream.concat(subjects.stream().map(id -> (Object) bytes(id)), java.util.stream.Stream.of(most)).toArray());
    }

    /** One look of a member of staff at a record. */
    public record Look(StaffId staff, Instant at, String action, String label) {
    }

    /**
     * Who looked at the customer's record or at one of the customer's matters, newest first, at most 200: every entry of an action
     * "{subject's kind}.viewed".
     */
    public List<Look> looks(UUID customer, Instant since) {
        return jdbc.query("select staff_id, happened_at, action, subject_label from audit_entry where customer_id = ? and happened_at >= ? "
                + "and staff_id is not null and action like '%.viewed' order by happened_at desc, id desc limit 200",
                (row, n) -> new Look(new StaffId(uuid(row.getBytes("staff_id"))), instant(row, "happened_at"), row.getString("action"),
                        row.getString("subject_label")), bytes(customer), utc(since));
    }

    /**
     * Takes the words out of everything that was written about a customer, because she has to be forgotten. That something was done,
     * by whom and when stays, and so does the chain.
     */
    public void forget(CustomerId customer) {
        jdbc.update("update audit_entry set detail = null, subject_label = null, before_values = null, after_values = null, reason = null, "
                + "search_text = null, salt = null, erased_at = ? where customer_id = ? and erased_at is null",
                utc(clock.instant()), bytes(customer.value()));
        record(null, "audit.erased", "customer", customer.value(), null);
    }
}
