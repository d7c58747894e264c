package app.regulars.inquiry;

import java.util.List;
import java.util.function.Consumer;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
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

    InquiryDesk(InquiryRepository inquiries, InquiryQueue queue, InquiryNotebook notebook, InquiryDrawer drawer) {
        this.inquiries = inquiries;
        this.queue = queue;
        this.notebook = notebook;
        this.drawer = drawer;
    }

    /** Most pressing first; done ones newest first. @param page from 0 @param limit at most 200 */
    @Transactional(readOnly = true)
    public List<InquiryRow> list(InquiryFilter filter, StaffId me, int page, int limit) {
        return queue.list(filter, me, page, limit);
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
        return inquiries.ofCustomer(customer, Limit.of(Math.min(200, limit)));
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public InquiryFile open(InquiryNumber number) {
        return notebook.file(inquiries.findByNumber(number).orElseThrow(NotFound::new));
    }

    /** Answers the customer; the same request key answers once. @param then waiting for the customer, or resolved */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed reply(InquiryNumber number, int version, String text, InquiryStatus then, String requestKey, StaffId by) {
        return drawer.knows(requestKey) ? new Deed.Done(version)
                : change(number, version, inquiry -> drawer.answer(inquiry, text, then, requestKey, by));
    }

    /** Notes something for staff; never refused for what came in between, since it overwrites nothing. */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public void note(InquiryNumber number, String text, String requestKey, StaffId by) {
        var inquiry = inquiries.lock(number).orElseThrow(NotFound::new);
        if (notebook.add(inquiry, by, text, requestKey)) {
            drawer.store(inquiry);
        }
    }

    /** @param to null for nobody */
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed assign(InquiryNumber number, int version, StaffId to, StaffId by) {
        return change(number, version, inquiry -> drawer.assign(inquiry, to, by));
    }

    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed prioritize(InquiryNumber number, int version, Priority to, StaffId by) {
        return change(number, version, inquiry -> drawer.prioritize(inquiry, to, by));
    }

    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed resolve(InquiryNumber number, int version, StaffId by) {
        return change(number, version, inquiry -> drawer.resolve(inquiry, by));
    }

    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    @Transactional
    public Deed reopen(InquiryNumber number, int version, StaffId by) {
        return change(number, version, inquiry -> drawer.reopen(inquiry, by));
    }

    private Deed change(InquiryNumber number, int version, Consumer<Inquiry> deed) {
        var inquiry = inquiries.lock(number).orElseThrow(NotFound::new);
        if (inquiry.version() != version) {
            return new Deed.ChangedMeanwhile(notebook.file(inquiry));
        }
        deed.accept(inquiry);
        return new Deed.Done(inquiry.version());
    }
}
