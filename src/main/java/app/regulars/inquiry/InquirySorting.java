package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff's door to what is done with inquiries as pieces of work: several at once, put away, made one, taken apart. Each deed has a key by which
 * all of it can be undone, except where somebody changed the same thing since.
 */
@Service
@RolesAllowed(Permissions.INQUIRIES_ANSWER)
public class InquirySorting {

    private static final int MOST = 200;

    private final InquiryRepository inquiries;
    private final InquiryDrawer drawer;
    private final StaffDirectory staff;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;

    InquirySorting(InquiryRepository inquiries, InquiryDrawer drawer, StaffDirectory staff, AuditTrail audit, JdbcTemplate jdbc) {
        this.inquiries = inquiries;
        this.drawer = drawer;
        this.staff = staff;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** What is done to each; null leaves a part as it is. @param team a code, or blank for none @param unassign gives it back to the queue */
    public record Sort(StaffId to, boolean unassign, Priority priority, InquiryType type, String team, Instant snooze, boolean wake, boolean resolve) {

        public static Sort assign(StaffId to) {
            return new Sort(to, to == null, null, null, null, null, false, false);
        }

        public static Sort priority(Priority to) {
            return new Sort(null, false, to, null, null, null, false, false);
        }

        public static Sort type(InquiryType to) {
            return new Sort(null, false, null, to, null, null, false, false);
        }

        public static Sort team(String to) {
            return new Sort(null, false, null, null, to, null, false, false);
        }

        public static Sort until(Instant when) {
            return new Sort(null, false, null, null, null, when, false, false);
        }

        public static Sort back() {
            return new Sort(null, false, null, null, null, null, true, false);
        }

        public static Sort resolved() {
            return new Sort(null, false, null, null, null, null, false, true);
        }
    }

    /** @param deed by which it is undone @param changed how many were, where that much was possible @param overtaken in which somebody wrote or changed something since they were seen; nothing was done with these */
    public record Sorted(UUID deed, int changed, List<InquiryNumber> overtaken) {
    }

    /** What is over stays as it is where the deed is for what is open. @param seen at most 200, each with the version that was read */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public Sorted sort(Map<InquiryNumber, Integer> seen, Sort what, StaffId by) {
        if (what.to() != null) {
            staff.stays(what.to());
        }
        var deed = Ids.next();
        var changed = 0;
        var overtaken = new ArrayList<InquiryNumber>();
        // in one order, so that two who sort the same ones wait for each other rather than block
        for (var number : seen.keySet().stream().map(InquiryNumber::value).sorted().limit(MOST).toList()) {
            var inquiry = inquiries.lock(new InquiryNumber(number)).orElseThrow(NotFound::new);
            if (inquiry.version() != seen.get(inquiry.number())) {
                overtaken.add(inquiry.number());
                continue;
            }
            if ((what.resolve() || what.snooze() != null) && !inquiry.status().isOpen()) {
                continue;
            }
            drawer.sort(inquiry.within(deed), what, by);
            log(by, "inquiry.sorted", inquiry);
            changed++;
        }
        return new Sorted(deed, changed, overtaken);
    }

    /** The same with one that stands open. @throws Refused where somebody wrote or changed something since this version was read */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public Sorted sort(InquiryNumber number, int version, Sort what, StaffId by) {
        unchanged(inquiries.lock(number).orElseThrow(NotFound::new), version);
        return sort(Map.of(number, version), what, by);
    }

    /** Makes it part of another one of the same customer; what was said is read as one. @throws Refused for those of two customers */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void merge(InquiryNumber number, InquiryNumber into, StaffId by) {
        merge(locked(number, into), by);
    }

    /** The same from where it stands open. @throws Refused also where somebody wrote or changed something in either since these versions were read */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void merge(InquiryNumber number, int version, InquiryNumber into, int intoVersion, StaffId by) {
        var both = locked(number, into);
        unchanged(both.getFirst(), version);
        unchanged(both.getLast(), intoVersion);
        merge(both, by);
    }

    private void merge(List<Inquiry> both, StaffId by) {
        if (!inquiries.findByMergedInto(both.getFirst().inquiryId()).isEmpty()) {
            throw new Refused("inquiry.refused.has-merged");
        }
        drawer.merge(both.getFirst(), both.getLast(), by);
        log(by, "inquiry.merged", both.getFirst());
    }

    /** Takes it out of the one it went into, from where one of the two stands open. @throws Refused where somebody wrote or changed something there since this version was read */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void takeOut(InquiryNumber number, InquiryNumber open, int version, StaffId by) {
        var inquiry = inquiries.findByNumber(number).orElseThrow(NotFound::new);
        if (inquiry.mergedInto() == null) {
            throw new Refused("inquiry.refused.not-merged");
        }
        var both = locked(number, inquiries.findById(inquiry.mergedInto().value()).orElseThrow(NotFound::new).number());
        unchanged(both.stream().filter(each -> each.number().equals(open)).findFirst().orElseThrow(NotFound::new), version);
        var was = jdbc.query("select before_value from inquiry_step where inquiry_id = ? and action = 'merged' order by happened_at desc, id desc limit 1",
                (row, n) -> status(row.getString(1)), bytes(inquiry.inquiryId().value())).stream().findFirst().orElse(InquiryStatus.WAITING_FOR_US);
        drawer.takeOut(both.getFirst(), both.getLast(), was, by);
        log(by, "inquiry.unmerged", both.getFirst());
    }

    /** Makes one message a matter of its own. @return the new inquiry */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public InquiryNumber split(InquiryNumber number, UUID message, StaffId by) {
        return split(number, message, Ids.next(), by);
    }

    /** The same from where it stands open. @param deed by which it can be undone @throws Refused where somebody wrote or changed something since this version was read */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public InquiryNumber split(InquiryNumber number, int version, UUID message, UUID deed, StaffId by) {
        unchanged(inquiries.lock(number).orElseThrow(NotFound::new), version);
        return split(number, message, deed, by);
    }

    private InquiryNumber split(InquiryNumber number, UUID message, UUID deed, StaffId by) {
        var inquiry = inquiries.lock(number).orElseThrow(NotFound::new).within(deed);
        var made = drawer.split(inquiry, message, deed, by);
        var again = inquiries.lock(made).orElseThrow();
        if (inquiry.inquiryId().equals(again.mergedInto())) {
            drawer.takeOut(again.within(deed), inquiry, InquiryStatus.OPEN, by);
        }
        log(by, "inquiry.split", inquiry);
        return made;
    }

    /** @return how many changes were taken back; what somebody changed since stays */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public int undo(UUID deed, StaffId by) {
        record Done(UUID inquiry, String action, String before, String after) {
        }
        var done = jdbc.query("select inquiry_id, action, before_value, detail from inquiry_step where batch_id = ? and staff_id = ? order by inquiry_id, happened_at desc, id desc",
                (row, n) -> new Done(app.regulars.platform.persistence.Columns.uuid(row.getBytes(1)), row.getString(2), row.getString(3), row.getString(4)), bytes(deed), bytes(by.value()));
        var back = 0;
        for (var step : done) {
            var inquiry = inquiries.lockById(step.inquiry()).orElseThrow(NotFound::new);
            if (rejoined(inquiry, step.action(), step.before(), by) || drawer.undo(inquiry, step.action(), step.before(), step.after(), by)) {
                log(by, "inquiry.sort-undone", inquiry);
                back++;
            }
        }
        return back;
    }

    /** Whether it was a part of another one, and is again. */
    private boolean rejoined(Inquiry inquiry, String action, String origin, StaffId by) {
        if (!"split".equals(action) && !"unmerged".equals(action) || inquiry.mergedInto() != null) {
            return false;
        }
        drawer.rejoin(inquiry, inquiries.lock(new InquiryNumber(origin)).orElseThrow(NotFound::new), by);
        return true;
    }

    private List<Inquiry> locked(InquiryNumber one, InquiryNumber other) {
        var first = one.value().compareTo(other.value()) <= 0 ? one : other;
        inquiries.lock(first).orElseThrow(NotFound::new);
        var second = inquiries.lock(first.equals(one) ? other : one).orElseThrow(NotFound::new);
        return first.equals(one) ? List.of(inquiries.lock(one).orElseThrow(), second) : List.of(second, inquiries.lock(other).orElseThrow());
    }

    private static void unchanged(Inquiry inquiry, int version) {
        if (inquiry.version() != version) {
            throw new Refused("inquiry.desk.changed");
        }
    }

    static InquiryStatus status(String code) {
        return code == null ? InquiryStatus.WAITING_FOR_US : InquiryStatus.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private void log(StaffId by, String action, Inquiry inquiry) {
        audit.changed(by, action, "inquiry", inquiry.inquiryId().value(), Change.of(inquiry.number().value()).about(inquiry.customer()).to(Map.of("status", inquiry.status())));
    }
}
