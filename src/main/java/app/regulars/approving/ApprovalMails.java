package app.regulars.approving;

import app.regulars.customer.Companies;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.MemberRole;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Asks those who may say yes, and tells whoever asked. Each letter has a key of its own, so that a repeated event mails nothing twice. */
@Component
class ApprovalMails {

    private final ApprovalRequestRepository requests;
    private final RequestFiles files;
    private final Companies companies;
    private final CustomerDirectory customers;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final PublicAddress address;

    ApprovalMails(ApprovalRequestRepository requests, RequestFiles files, Companies companies, CustomerDirectory customers, Notifications notifications, Templates templates, Texts texts,
                  PublicAddress address) {
        this.requests = requests;
        this.files = files;
        this.companies = companies;
        this.customers = customers;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.address = address;
    }

    @ApplicationModuleListener
    void on(ApprovalAsked asked) {
        requests.findById(asked.request()).filter(request -> request.status() == RequestStatus.OPEN).ifPresent(request -> {
            var file = files.file(request, true, false);
            companies.people(asked.company(), Set.of(MemberRole.ADMINISTRATOR, MemberRole.APPROVER)).stream().filter(person -> !person.id().equals(request.person()))
                    .forEach(person -> post("asked", person, person.locale(), file, ""));
        });
    }

    @ApplicationModuleListener
    void on(ApprovalDecided decided) {
        requests.findById(decided.request()).ifPresent(request -> {
            var file = files.file(request, false, true);
            var reason = file.history().getLast().detail();
            customers.find(request.person()).filter(person -> person.email() != null)
                    .ifPresent(person -> post(request.status().code(), person, request.form().locale(), file, reason == null ? "" : reason));
        });
    }

    private void post(String kind, CustomerCard to, Locale locale, RequestFile file, String reason) {
        if (to.email() == null) {
            return;
        }
        var subject = texts.get(locale, "approving.mail." + kind + ".subject", "number", file.summary().number(), "name", file.summary().personName());
        var model = new HashMap<String, Object>();
        model.put("subject", subject);
        model.put("kind", kind);
        model.put("file", file);
        model.put("reason", reason);
        model.put("href", address.of("/my/approvals/" + file.summary().id()));
        notifications.post(new OutgoingMail("approval-" + kind + ":" + file.summary().id() + ":" + to.id(), "approving." + kind, null, to.id(), to.email(), locale, subject,
                templates.render("approving/mail.jte", locale, model)));
    }
}
