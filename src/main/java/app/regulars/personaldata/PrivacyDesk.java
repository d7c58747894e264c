package app.regulars.personaldata;

import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.web.Templates;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to requests about people's data: who asked, until when, who has it, what was answered. */
@Service
@Transactional
@RolesAllowed(Permissions.PRIVACY_HANDLE)
public class PrivacyDesk {

    private static final Limit MOST = Limit.of(300);

    private final PrivacyRequestRepository requests;
    private final RequestLog steps;
    private final Erasure erasure;
    private final CustomerDirectory customers;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final Numbers numbers;
    private final AuditTrail audit;
    private final Clock clock;

    PrivacyDesk(PrivacyRequestRepository requests, RequestLog steps, Erasure erasure, CustomerDirectory customers, Notifications notifications,
                Templates templates, Texts texts, Numbers numbers, AuditTrail audit, Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.erasure = erasure;
        this.customers = customers;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param customerNumber null for somebody without a record @param unfinished what stands in the way of an erasure */
    public record RequestFile(RequestRow row, String customerNumber, List<RequestStep> steps, List<String> unfinished) {
    }

    /** Those that are open, the most pressing first. */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    @Transactional(readOnly = true)
    public List<RequestRow> open() {
        return rows(requests.findByStateInOrderByDueAt(RequestState.UNFINISHED, MOST));
    }

    /** Those that are over, the latest first. */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    @Transactional(readOnly = true)
    public List<RequestRow> closed() {
        return rows(requests.findByStateInOrderByClosedAtDesc(EnumSet.of(RequestState.DONE, RequestState.DECLINED), MOST));
    }

    private List<RequestRow> rows(List<PrivacyRequest> found) {
        return found.stream().map(request -> request.row(clock.instant())).toList();
    }

    /** One request with all that was done; the look is written down. */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    public RequestFile read(String number, StaffId by) {
        var request = requests.findByNumber(number).orElseThrow(NotFound::new);
        if (request.customer() != null) {
            audit.viewed(by, "customer", request.customer().value(), number, request.customer());
        }
        return file(request);
    }

    /** Again, for a page that was opened before. */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    @Transactional(readOnly = true)
    public RequestFile find(String number) {
        return file(requests.findByNumber(number).orElseThrow(NotFound::new));
    }

    private RequestFile file(PrivacyRequest request) {
        return new RequestFile(request.row(clock.instant()), request.customer() == null ? null : customers.find(request.customer()).map(card -> card.number()).orElse(null),
                steps.of(request.id()), request.customer() == null || request.state().isOver() ? List.of() : erasure.unfinished(request.customer()));
    }

    /** A request that came by mail, by phone or at the counter. @throws Refused for what is missing */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    public String enter(NewRequest asked, StaffId by) {
        var email = customers.checkedEmail(asked.email());
        var known = customers.findByEmail(email);
        var number = "P-" + numbers.next("privacy-request", 1001);
        var request = requests.saveAndFlush(new PrivacyRequest(number, new NewRequest(asked.kind(), known.map(card -> card.id()).orElse(null),
                customers.checkedName(asked.name()), email, asked.locale(), asked.words(), asked.channel()), clock.instant()));
        note(request, null, by, "entered", null);
        return number;
    }

    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    public void take(String number, StaffId by) {
        var request = requests.lock(number).orElseThrow(NotFound::new);
        var before = request.fields();
        request.take(by);
        note(request, before, by, "taken", null);
    }

    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    public void note(String number, String text, StaffId by) {
        var request = requests.lock(number).orElseThrow(NotFound::new);
        note(request, request.fields(), by, "note", words(text));
    }

    /** Mails the answer. @throws Refused when it is over, or nothing is said */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    public void answer(String number, String text, StaffId by) {
        var request = requests.lock(number).orElseThrow(NotFound::new);
        var before = request.fields();
        request.answeredBy(by);
        mail(request, number, words(text));
        note(request, before, by, "answer", text.strip());
    }

    /**
     * Ends the request. An erasure that is granted is told to the person and done in the night, as soon as nothing is on its way any more.
     *
     * @param end  DONE or DECLINED
     * @param text what the person is told; wanted when it is declined
     */
    @RolesAllowed(Permissions.PRIVACY_HANDLE)
    public void close(String number, RequestState end, String text, StaffId by) {
        var request = requests.lock(number).orElseThrow(NotFound::new);
        request.mustBeOpen();
        var before = request.fields();
        if (!end.isOver()) {
            throw new NotFound();
        }
        var said = text != null && !text.isBlank();
        if (end == RequestState.DONE && request.kind() == RequestKind.ERASURE && request.customer() != null) {
            // the letter goes out first: afterwards there is no address any more
            mail(request, number, said ? words(text) : texts.get(Languages.of(request.locale()), "personaldata.mail.erasing"));
            request.waitForItsTurn();
            note(request, before, by, "erasing", null);
            return;
        }
        if (end == RequestState.DECLINED || said) {
            mail(request, number, words(text));
        }
        request.close(end, clock.instant());
        note(request, before, by, end.code(), said ? text.strip() : null);
    }

    private void note(PrivacyRequest request, Map<String, Object> before, StaffId by, String what, String detail) {
        steps.add(request, before, clock.instant(), by, what, detail);
    }

    private void mail(PrivacyRequest request, String number, String text) {
        if (request.email() == null) {
            return;
        }
        var locale = Languages.of(request.locale());
        var subject = texts.get(locale, "personaldata.mail.subject", "number", number);
        var model = new HashMap<String, Object>(Map.of("subject", subject, "text", text, "number", number));
        notifications.post(new OutgoingMail("privacy-request:" + Ids.next(), "privacy.answer", null, request.customer(), request.email(), locale, subject,
                templates.render("personaldata/mail.jte", locale, model)));
    }

    private static String words(String text) {
        if (text == null || text.isBlank()) {
            throw new Refused("personaldata.request.words.missing", "text", Map.of());
        }
        if (text.strip().length() > PrivacyRequest.LONGEST) {
            throw new Refused("personaldata.request.words.long", "text", Map.of("most", PrivacyRequest.LONGEST));
        }
        return text.strip();
    }
}
