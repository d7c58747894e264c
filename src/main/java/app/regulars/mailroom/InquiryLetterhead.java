package app.regulars.mailroom;

import app.regulars.notification.Letterhead;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The head of mails about inquiries: they leave by the mailbox that the inquiry came by, say what they answer, and carry what an answer is known
 * by. What nobody wrote goes a few times an hour to one address and no more, which ends whatever a machine at the other end begins.
 */
@Component
class InquiryLetterhead implements Letterhead {

    private static final int MOST_AUTOMATIC = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    /** The one kind that a person wrote. */
    private static final String WRITTEN = "inquiry.answered";

    private final Mailboxes mailboxes;
    private final MailThreads threads;
    private final ThreadToken tokens;
    private final Texts texts;
    private final Shop shop;
    private final Clock clock;

    InquiryLetterhead(Mailboxes mailboxes, MailThreads threads, ThreadToken tokens, Texts texts, Shop shop, Clock clock) {
        this.mailboxes = mailboxes;
        this.threads = threads;
        this.tokens = tokens;
        this.texts = texts;
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public Optional<Head> of(UUID message, OutgoingMail mail) {
        if (!mail.kind().startsWith("inquiry.")) {
            return Optional.empty();
        }
        var automatic = !WRITTEN.equals(mail.kind());
        if (mailboxes.isOurs(mail.to()) || automatic && threads.automaticTo(mail.to(), clock.instant().minus(HOUR), message) >= MOST_AUTOMATIC) {
            return Optional.of(Head.refused("loop"));
        }
        return box(mail).map(box -> head(message, mail, box, automatic));
    }

    private Head head(UUID message, OutgoingMail mail, Mailbox box, boolean automatic) {
        var id = threads.sent(message, message + box.address().substring(box.address().lastIndexOf('@')), mail.thread(), box.id(), mail.to(), automatic);
        var relay = box.smtpHost() == null ? null : new Relay(box.smtpHost(), box.smtpPort(), box.smtpSecurity(), box.username(), mailboxes.secret(box.id()));
        return new Head(null, box.address(), shop.name(), box.plusAddresses() ? tokens.address(box.address(), mail.thread()) : null, id, threads.lastCame(mail.thread()).orElse(null),
                threads.references(mail.thread(), id), automatic,
                texts.get(mail.locale(), "mailroom.mark", Map.of("line", tokens.line(mail.thread()))), relay);
    }

    /** The one it came by; else one of the customer's language; else any. */
    private Optional<Mailbox> box(OutgoingMail mail) {
        var active = mailboxes.all().stream().filter(Mailbox::active).toList();
        var came = threads.mailbox(mail.thread()).flatMap(id -> active.stream().filter(box -> box.id().equals(id)).findFirst());
        return came.or(() -> active.stream().filter(box -> box.language().getLanguage().equals(mail.locale().getLanguage())).findFirst()).or(() -> active.stream().findFirst());
    }
}
