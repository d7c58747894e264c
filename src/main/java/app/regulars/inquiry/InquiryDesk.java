package app.regulars.inquiry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff's door. Whatever changes an inquiry names the version that was read; if somebody else was quicker, nothing is
 * done and the answer shows what came in between.
 */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class InquiryDesk {

    private final InquiryRepository inquiries;
    private final InquiryQueue queue;
    private final InquiryNotebook notebook;
    private final InquiryDrawer drawer;
    private final StaffDirectory staff;
    private final AuditTrail audit;

    InquiryDesk(InquiryRepository inquiries, InquiryQueue queue, InquiryNotebook notebook, InquiryDrawer drawer, StaffDirectory staff, AuditTrail audit) {
        this.inquiries = inquiries;
        this.queue = queue;
        this.notebook = notebook;
        this.drawer = drawer;
        this.staff = staff;
        this.audit = audit;
    }

    /** What is due first first; done ones newest first. @param limit at most 200 @param locale in which words are looked for */
    @Transactional(readOnly = true)
    public List<InquiryRow> list(InquiryFilter filter, StaffId me, int limit, Locale locale) {
        return queue.list(filter, me, limit, locale);
    }

    /** What to do next: of mine and of nobody's what is due first. @param but the one that is open now, or null */
    @Transactional(readOnly = true)
    public Optional<InquiryNumber> next(StaffId me, InquiryNumber but) {
        return queue.next(me, but);
    }

    /** Those whose answer is due first, mine and nobody's before those of others. @param limit at most 200 */
    @Transactional(readOnly = true)
    public List<InquiryRow> pressing(StaffId me, int limit) {
        return queue.pressing(me, limit);
    }

    @Transactional(readOnly = true)
    public InquiryCounts counts(StaffId me) {
        return queue.counts(me);
    }

    /** A customer's inquiries, newest first. @param limit at most 200 */
    @Transactional(readOnly = true)
    public List<InquirySummary> ofCustomer(CustomerId customer, int limit) {
        return inquiries.ofCustomer(customer, null, Limit.of(Math.min(200, limit)));
    }

    /** Again, for a page that was opened before. @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public InquiryFile find(InquiryNumber number) {
        return notebook.file(inquiries.findByNumber(number).orElseThrow(NotFound::new));
    }

    /** The look is written down. @throws NotFound if there is none */
    @Transactional
    public InquiryFile open(InquiryNumber number, StaffId by) {
        var inquiry = inquiries.findByNumber(number).orElseThrow(NotFound::new);
        audit.viewed(by, "inquiry", inquiry.inquiryId().value(), number.value(), inquiry.customer());
        notebook.opened(inquiry, by);
        return notebook.file(inquiry);
    }

    /** Answers the customer; the same request key answers once. @param then waiting for the customer, or resolved */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed reply(InquiryNumber number, int version, String text, InquiryStatus then, String requestKey, StaffId by) {
        return reply(number, version, text, List.of(), then, requestKey, by);
    }

    /** The same, with files. */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed reply(InquiryNumber number, int version, String text, List<NewFile> along, InquiryStatus then, String requestKey, StaffId by) {
        return reply(number, version, Integer.MAX_VALUE, text, along, then, requestKey, by);
    }

    /** The same by who has read so many notes; one more is to be read before the answer goes out. */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed reply(InquiryNumber number, int version, int notes, String text, List<NewFile> along, InquiryStatus then, String requestKey, StaffId by) {
        if (drawer.knows(requestKey)) {
            return new Deed.Done(version);
        }
        staff.stays(by);
        if (notes < Integer.MAX_VALUE) {
            var file = notebook.file(inquiries.lock(number).orElseThrow(NotFound::new));
            if (file.notes().size() > notes) {
                return new Deed.ChangedMeanwhile(file);
            }
        }
        return change(number, version, "inquiry.answered", by, inquiry -> drawer.answer(inquiry, text, along, then, requestKey, by));
    }

    /** Notes something for staff; never refused for what came in between, since it overwrites nothing. */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public void note(InquiryNumber number, String text, String requestKey, StaffId by) {
        note(number, text, List.of(), requestKey, by);
    }

    /** The same, with files for staff. */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public void note(InquiryNumber number, String text, List<NewFile> along, String requestKey, StaffId by) {
        var inquiry = inquiries.lock(number).orElseThrow(NotFound::new);
        if (notebook.add(inquiry, by, text, along, requestKey)) {
            drawer.store(inquiry);
            audit.changed(by, "inquiry.noted", "inquiry", inquiry.inquiryId().value(), Change.of(number.value()).about(inquiry.customer()));
        }
    }

    /** @param to null for nobody @throws app.regulars.platform.Refused for somebody who does not work here any more */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed assign(InquiryNumber number, int version, StaffId to, StaffId by) {
        if (to != null) {
            staff.stays(to);
        }
        return change(number, version, "inquiry.assigned", by, inquiry -> drawer.assign(inquiry, to, by));
    }

    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed prioritize(InquiryNumber number, int version, Priority to, StaffId by) {
        return change(number, version, "inquiry.prioritized", by, inquiry -> drawer.prioritize(inquiry, to, by));
    }

    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed resolve(InquiryNumber number, int version, StaffId by) {
        return change(number, version, "inquiry.resolved", by, inquiry -> drawer.resolve(inquiry, by));
    }

    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed reopen(InquiryNumber number, int version, StaffId by) {
        return change(number, version, "inquiry.reopened", by, inquiry -> drawer.reopen(inquiry, by));
    }

    private Deed change(InquiryNumber number, int version, String action, StaffId by, Consumer<Inquiry> deed) {
        var inquiry = inquiries.lock(number).orElseThrow(NotFound::new);
        if (inquiry.version() != version) {
            return new Deed.ChangedMeanwhile(notebook.file(inquiry));
        }
        var before = fields(inquiry);
        deed.accept(inquiry);
        audit.changed(by, action, "inquiry", inquiry.inquiryId().value(), Change.of(number.value()).about(inquiry.customer()).from(before).to(fields(inquiry)));
        return new Deed.Done(inquiry.version());
    }

    private static Map<String, Object> fields(Inquiry inquiry) {
        return Change.fields("status", inquiry.status(), "assignee", inquiry.assignee(), "priority", inquiry.priority());
    }
}
