package app.regulars.calling;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryChannel;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryLog;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryType;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to calls. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class CallDesk {

    private static final String BELOW = "\n\n";
    private static final int LONGEST_NOTE = 10_000;
    private static final int ON_THE_DESK = 3;
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final CallStore store;
    private final CallIntake intake;
    private final CallSearch search;
    private final CustomerDirectory customers;
    private final Inquiries inquiries;
    private final InquiryLog log;
    private final InquiryDesk answering;
    private final Texts texts;
    private final Shop shop;
    private final AuditTrail audit;
    private final Clock clock;

    CallDesk(CallStore store, CallIntake intake, CallSearch search, CustomerDirectory customers, Inquiries inquiries, InquiryLog log, InquiryDesk answering, AuditTrail audit, Texts texts, Shop shop,
             Clock clock) {
        this.store = store;
        this.intake = intake;
        this.search = search;
        this.customers = customers;
        this.inquiries = inquiries;
        this.log = log;
        this.answering = answering;
        this.texts = texts;
        this.shop = shop;
        this.audit = audit;
        this.clock = clock;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public List<Call> list(CallFilter filter, int most) {
        return store.list(filter, clock.instant(), most);
    }

    /** Those that nobody answered within seven days, and nobody has noted anything of. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public long missed() {
        var now = clock.instant();
        return store.count(new CallFilter(true, null, now.minus(LOOKED_BACK), null, ""), now);
    }

    /** What rings at somebody now, what she talks in, and what was over a moment ago without a note; at most three, the latest first. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public List<Call> at(StaffId me) {
        return store.at(me, clock.instant(), ON_THE_DESK);
    }

    /** For the page of its customer, the latest first. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public List<Call> ofCustomer(CustomerId customer, String words, int most) {
        return store.list(new CallFilter(false, null, null, customer, words), clock.instant(), most);
    }

    /** The look is written down. @throws NotFound if there is none */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public Call open(String number, StaffId by) {
        var call = find(number);
        audit.viewed(by, "call", call.id(), call.number(), call.customer());
        return call;
    }

    /** Again, for a page that was opened before. @throws NotFound if there is none */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public Call find(String number) {
        return store.byNumber(number, false).orElseThrow(NotFound::new);
    }

    /** Whose number it is, by name: to choose from where nobody has said who called. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public List<CustomerCard> matches(Call call) {
        return call.customer() != null ? List.of() : intake.matches(call.caller());
    }

    /** It is hers from now on, also where it rang at somebody else. */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void take(String number, StaffId by) {
        var call = locked(number);
        if (!by.equals(call.staff())) {
            store.rings(call.id(), call.called(), by);
            done(by, "call.taken", call);
        }
    }

    /** Says who called. @param customer her number or e-mail address @throws Refused beside "who" for somebody nobody knows */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void identify(String number, String customer, StaffId by) {
        var call = locked(number);
        var typed = customer == null ? "" : customer.strip();
        var who = (typed.contains("@") ? customers.findByEmail(typed) : customers.findByNumber(typed)).orElseThrow(() -> new Refused("inquiry.log.refused.who", "who", Map.of()));
        if (who.id().equals(call.customer())) {
            return;
        }
        // what it was linked to is another's
        if (call.inquiry() != null) {
            store.linked(call.id(), null);
        }
        store.belongsTo(call.id(), who.id(), call.caller());
        search.put(find(number));
        audit.changed(by, "call.identified", "call", call.id(), Change.of(call.number()).about(who.id()).to(Change.fields("customer", who.number())));
        told(call, who.id());
    }

    /**
     * Notes what was said; blank says that there is nothing to note. What a colleague noted meanwhile stays, above it.
     *
     * @param seen when that was noted which the writer had before her; null where nothing was
     * @return whether something came in between
     * @throws Refused for too much, beside "note"
     */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public boolean note(String number, String text, Instant seen, StaffId by) {
        var call = locked(number);
        var note = text == null ? "" : text.replace("\r\n", "\n").replace("\u0000", "").strip();
        var other = call.note() == null || Objects.equals(seen, call.notedAt()) || call.note().equals(note) ? "" : call.note();
        if (!other.isBlank()) {
            note = note.isEmpty() || other.endsWith(BELOW + note) ? other : other + BELOW + note;
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Refused("platform.text.long", "note", Map.of("most", LONGEST_NOTE));
        }
        store.noted(call.id(), note, by, clock.instant());
        search.put(find(number));
        done(by, "call.noted", call);
        return !other.isBlank();
    }

    /** Links it to an inquiry of the same customer. @param inquiry its number; blank takes the link away @throws Refused beside "inquiry" for another's or none */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void link(String number, String inquiry, StaffId by) {
        var call = locked(number);
        var typed = inquiry == null ? "" : inquiry.strip().toUpperCase(Locale.ROOT);
        if (!typed.isEmpty() && inquiries.find(new InquiryNumber(typed)).filter(known -> known.customer().equals(call.customer())).isEmpty()) {
            throw new Refused("calling.refused.inquiry", "inquiry", Map.of());
        }
        store.linked(call.id(), typed.isEmpty() ? null : typed);
        audit.changed(by, "call.linked", "call", call.id(), Change.of(call.number()).about(call.customer()).to(Change.fields("inquiry", typed)));
        told(call, call.customer());
    }

    /** Makes an inquiry of what was noted, once. @return its number @throws Refused while nobody said who called, or without a note */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public String makeInquiry(String number, StaffId by) {
        var call = locked(number);
        if (call.inquiry() != null) {
            return call.inquiry();
        }
        var who = call.customer() == null ? null : customers.find(call.customer()).orElse(null);
        if (who == null) {
            throw new Refused("calling.refused.unknown", "note", Map.of());
        }
        if (call.note() == null || call.note().isBlank()) {
            throw new Refused("calling.refused.empty", "note", Map.of());
        }
        var made = log.write(new InquiryLog.Entry(who.number(), InquiryChannel.PHONE, InquiryType.QUESTION, null, texts.get(who.locale(), "calling.inquiry.text", Map.of("when", Formats.dateAndTime(call.startedAt(), shop.zone(), who.locale()))), "", minutes(call), List.of(), "call:" + call.id()), by).value();
        // what was noted is ours; she reads only that she called
        answering.note(new InquiryNumber(made), call.note(), "call:" + call.id() + ":note", by);
        store.linked(call.id(), made);
        audit.changed(by, "call.linked", "call", call.id(), Change.of(call.number()).about(call.customer()).to(Change.fields("inquiry", made)));
        told(call, call.customer());
        return made;
    }

    private static int minutes(Call call) {
        return call.seconds() == null ? 0 : (call.seconds() + 59) / 60;
    }

    /** It is over, whatever the telephone system says. */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void end(String number, StaffId by) {
        var call = locked(number);
        if (call.endedAt() == null) {
            var now = clock.instant();
            var seconds = call.answeredAt() == null ? null : (Integer) (int) Math.clamp(now.getEpochSecond() - call.answeredAt().getEpochSecond(), 0, 86_400);
            store.moments(call.id(), call.startedAt(), call.answeredAt(), now, seconds);
            done(by, "call.ended", call);
        }
    }

    /** Where it is to be heard. That somebody asked is written down. @throws NotFound where nothing was kept */
    @Transactional
    @RolesAllowed(Permissions.CALLS_HEAR)
    public String recording(String number, StaffId by) {
        var call = find(number);
        var link = store.recordingOf(call.id()).orElseThrow(NotFound::new);
        done(by, "call.heard", call);
        return link;
    }

    /** The link is forgotten; the telephone system has to be told by whoever keeps it. */
    @Transactional
    @RolesAllowed(Permissions.CALLS_HEAR)
    public void forgetRecording(String number, StaffId by) {
        var call = locked(number);
        store.refuseRecording(call.id(), false);
        done(by, "call.recording-forgotten", call);
    }

    private Call locked(String number) {
        return store.byNumber(number, true).orElseThrow(NotFound::new);
    }

    private void done(StaffId by, String action, Call call) {
        audit.changed(by, action, "call", call.id(), Change.of(call.number()).about(call.customer()));
        told(call, call.customer());
    }

    private static void told(Call call, CustomerId customer) {
        Live.changed(CallIntake.TOPIC);
        if (customer != null) {
            Live.changed("customer:" + customer);
        }
    }
}
