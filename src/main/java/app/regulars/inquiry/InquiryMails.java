package app.regulars.inquiry;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the customer by mail: that we have the question, and what we answer. */
@Component
class InquiryMails {

    private final InquiryRepository inquiries;
    private final MessageRepository messages;
    private final Conversations conversations;
    private final CustomerDirectory customers;
    private final Notifications notifications;
    private final Letters letters;

    InquiryMails(InquiryRepository inquiries, MessageRepository messages, Conversations conversations, CustomerDirectory customers,
            Notifications notifications, Letters letters) {
        this.inquiries = inquiries;
        this.messages = messages;
        this.conversations = conversations;
        this.customers = customers;
        this.notifications = notifications;
        this.letters = letters;
    }

    @ApplicationModuleListener
    void on(InquiryOpened event) {
        send("inquiry.received", "inquiry-received:" + event.inquiry(), event.inquiry(), event.message());
    }

    @ApplicationModuleListener
    void on(InquiryAnswered event) {
        send("inquiry.answered", "inquiry-answered:" + event.message(), event.inquiry(), event.message());
    }

    private void send(String kind, String key, InquiryId id, UUID messageId) {
        var inquiry = inquiries.findById(id.value()).orElseThrow();
        // in a company the answer goes to the person who asked
        var customer = Optional.ofNullable(inquiry.askedBy()).flatMap(customers::find).or(() -> customers.find(inquiry.customer())).orElseThrow();
        if (customer.email() == null || customer.email().isBlank()) {
            return;
        }
        var message = messages.findById(messageId).orElseThrow();
        var author = message.staff() == null ? "" : conversations.staffCards(java.util.List.of(message.staff())).values().stream()
                .findFirst().map(card -> card.givenName()).orElse("");
        var letter = letters.write(kind, customer.locale(), customer.name(), inquiry, author, message.body());
        notifications.post(new OutgoingMail(key, kind, null, customer.id(), customer.email(), customer.locale(), letter.subject(), letter.html())
                .about(inquiry.number().value()));
    }

    /** Writes the letters of this module. */
    @Component
    static class Letters {

        private final Templates templates;
        private final Texts texts;
        private final PublicAddress address;

        Letters(Templates templates, Texts texts, PublicAddress address) {
            this.templates = templates;
            this.texts = texts;
            this.address = address;
        }

        record Letter(String subject, String html) {
        }

        Letter write(String kind, java.util.Locale locale, String name, Inquiry inquiry, String author, String body) {
            var values = Map.<String, Object>of("kind", kind, "name", name == null ? "" : name.split(" ")[0], "subject", inquiry.subject(),
                    "number", inquiry.number().value(), "author", author, "body", body, "signedIn", inquiry.signedIn(),
                    "link", address.of("/my/inquiries/" + inquiry.number()));
            var subject = texts.get(locale, "inquiry.mail." + kind + ".subject", Map.of("subject", inquiry.subject(), "number", inquiry.number().value()));
            return new Letter(subject, templates.render("inquiry/mail.jte", locale, values));
        }
    }
}
