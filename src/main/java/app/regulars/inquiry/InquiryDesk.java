package app.regulars.inquiry;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Roles;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff's door. Whatever changes an inquiry names the version that was read; if somebody else was quicker, nothing is
 * done and the answer shows what came in between.
 */
@Service
@RolesAllowed(Roles.STAFF)
public class InquiryDesk {

    private static final Set<InquiryStatus> OPEN = EnumSet.of(InquiryStatus.OPEN, InquiryStatus.WAITING_FOR_US, InquiryStatus.WAITING_FOR_CUSTOMER);

    private final InquiryRepository inquiries;
    private final Conversations conversations;
    private final InquiryDrawer drawer;
    private final InquiryNotebook notebook;
    private final Clock clock;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final MessageRepository messages;
    private final Shop shop;

    InquiryDesk(InquiryRepository inquiries, Conversations conversations, InquiryDrawer drawer, InquiryNotebook notebook, Clock clock,
            EntityManager entities, ApplicationEventPublisher events, MessageRepository messages, Shop shop) {
        this.inquiries = inquiries;
        this.conversations = conversations;
        this.drawer = drawer;
        this.notebook = notebook;
        this.clock = clock;
        this.entities = entities;
        this.events = events;
        this.messages = messages;
        this.shop = shop;
    }

    /** Most pressing first; done ones newest first. @param limit at most 200 */
    @Transactional(readOnly = true)
    public List<InquiryRow> list(InquiryFilter filter, StaffId me, int page, int limit) {
        var text = filter.text() == null ? "" : filter.text().strip().toLowerCase(Locale.ROOT);
        var pattern = text.isEmpty() ? null : "%" + text.replace("\\", "").replace("%", "").replace("_", "") + "%";
        var window = PageRequest.of(page, Math.min(200, limit));
        return named(switch (filter.queue()) {
            case MINE -> inquiries.assignedTo(me, OPEN, pattern, window);
            case UNASSIGNED -> inquiries.unassigned(OPEN, pattern, window);
            case ALL_OPEN -> inquiries.all(OPEN, pattern, window);
            case WAITING -> inquiries.all(EnumSet.of(InquiryStatus.WAITING_FOR_CUSTOMER), pattern, window);
            case DONE -> inquiries.newest(EnumSet.complementOf(EnumSet.copyOf(OPEN)), pattern, window);
        });
    }

    /** Those whose answer is due first, mine and nobody's before those of others. @param limit at most 50 */
    @Transactional(readOnly = true)
    public List<InquiryRow> pressing(StaffId me, int limit) {
        var due = inquiries.all(EnumSet.of(InquiryStatus.OPEN, InquiryStatus.WAITING_FOR_US), null, PageRequest.of(0, 50));
        var mine = due.stream().filter(inquiry -> inquiry.assignee() == null || inquiry.assignee().equals(me));
        var others = due.stream().filter(inquiry -> inquiry.assignee() != null && !inquiry.assignee().equals(me));
        return named(Stream.concat(mine, others).limit(limit).toList());
    }

    @Transactional(readOnly = true)
    public InquiryCounts counts(StaffId me) {
        return inquiries.counts(me, OPEN);
    }

    /** A customer's inquiries, newest first. @param limit at most 200 */
    @Transactional(readOnly = true)
    public List<InquirySummary> ofCustomer(CustomerId customer, int limit) {
        return inquiries.ofCustomer(customer, Limit.of(Math.min(200, limit)));
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public InquiryFile open(InquiryNumber number) {
        return file(inquiries.findByNumber(number).orElseThrow(NotFound::new));
    }

    /** Answers the customer. @param then waiting for the customer, or resolved */
    @Transactional
    public Deed reply(InquiryNumber number, int version, String text, InquiryStatus then, String requestKey, StaffId by) {
        if (messages.findByRequestKey(requestKey).isPresent()) {
            return new Deed.Done(version);
        }
        return change(number, version, inquiry -> {
            var at = clock.instant();
            var message = inquiry.answer(by, text, then, requestKey, at);
            messages.save(message);
            events.publishEvent(new InquiryAnswered(inquiry.inquiryId(), number, inquiry.customer(), message.id(), at));
            if (!inquiry.status().isOpen()) {
                events.publishEvent(new InquiryResolved(inquiry.inquiryId(), number, inquiry.customer(), at));
            }
        });
    }

    /** Notes something for staff; never refused for what came in between, since it overwrites nothing. */
    @Transactional
    public void note(InquiryNumber number, String text, String requestKey, StaffId by) {
        var inquiry = inquiries.lock(number).orElseThrow(NotFound::new);
        if (notebook.add(inquiry, by, text, requestKey, clock.instant())) {
            // whoever writes an answer right now is to see it first
            entities.lock(inquiry, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            drawer.store(inquiry);
        }
    }

    /** @param to null for nobody */
    @Transactional
    public Deed assign(InquiryNumber number, int version, StaffId to, StaffId by) {
        return change(number, version, inquiry -> inquiry.assign(to, by, clock.instant()));
    }

    @Transactional
    public Deed prioritize(InquiryNumber number, int version, Priority to, StaffId by) {
        return change(number, version, inquiry -> inquiry.prioritize(to, by, clock.instant()));
    }

    @Transactional
    public Deed resolve(InquiryNumber number, int version, StaffId by) {
        return change(number, version, inquiry -> {
            inquiry.resolve(by, clock.instant());
            events.publishEvent(new InquiryResolved(inquiry.inquiryId(), number, inquiry.customer(), clock.instant()));
        });
    }

    @Transactional
    public Deed reopen(InquiryNumber number, int version, StaffId by) {
        return change(number, version, inquiry -> inquiry.reopen(by, clock.instant(), shop.zone()));
    }

    private Deed change(InquiryNumber number, int version, Consumer<Inquiry> deed) {
        var inquiry = inquiries.lock(number).orElseThrow(NotFound::new);
        if (inquiry.version() != version) {
            return new Deed.ChangedMeanwhile(file(inquiry));
        }
        deed.accept(inquiry);
        drawer.store(inquiry);
        return new Deed.Done(inquiry.version());
    }

    private List<InquiryRow> named(List<Inquiry> found) {
        var names = conversations.customerNames(found.stream().map(Inquiry::customer).toList());
        return found.stream().map(inquiry -> inquiry.row(names.getOrDefault(inquiry.customer(), ""))).toList();
    }

    private InquiryFile file(Inquiry inquiry) {
        var name = conversations.customerNames(List.of(inquiry.customer())).getOrDefault(inquiry.customer(), "");
        return new InquiryFile(inquiry.row(name), inquiry.productHandle(), inquiry.signedIn(), conversations.forStaff(inquiry, name),
                notebook.notes(inquiry), notebook.steps(inquiry), inquiry.version());
    }
}
