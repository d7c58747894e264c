package app.regulars.mailroom;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Explanation;
import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.MailedInquiries;
import app.regulars.notification.Notifications;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides where a message belongs and puts it there, all in one transaction. An inquiry is found by ids of our own messages or by our signed
 * mark, never by a subject; and only whom the inquiry knows writes in it.
 */
@Component
class MailPlacing {

    /** Beyond these a sender's mail waits for somebody: whoever writes so much is a machine, whatever it says. */
    private static final int MOST_AN_HOUR = 30;
    private static final int MOST_OPENED_AN_HOUR = 5;
    private static final int LONGEST_SUBJECT = 200;
    private static final Duration HOUR = Duration.ofHours(1);

    private final IncomingMails mails;
    private final Mailboxes mailboxes;
    private final MailThreads threads;
    private final ThreadToken tokens;
    private final MailedInquiries inquiries;
    private final Inquiries all;
    private final CustomerDirectory customers;
    private final Notifications notifications;
    private final MailWording wording;
    private final MailFiles files;
    private final Shop shop;
    private final Clock clock;

    MailPlacing(IncomingMails mails, Mailboxes mailboxes, MailThreads threads, ThreadToken tokens, MailedInquiries inquiries, Inquiries all, CustomerDirectory customers, Notifications notifications,
            MailWording wording, MailFiles files, Shop shop, Clock clock) {
        this.mails = mails;
        this.mailboxes = mailboxes;
        this.threads = threads;
        this.tokens = tokens;
        this.inquiries = inquiries;
        this.all = all;
        this.customers = customers;
        this.notifications = notifications;
        this.wording = wording;
        this.files = files;
        this.shop = shop;
        this.clock = clock;
    }

    @Transactional
    public void place(IncomingMails.Turn turn, Mailbox box, ReadMail mail) throws Unreadable {
        if (mails.known(turn.id(), mail.messageId(), turn.bodyHash())) {
            mails.done(turn.id(), MailOutcome.DUPLICATE, null, null, null);
        } else if (isOurs(box, mail)) {
            mails.done(turn.id(), MailOutcome.LOOP, null, null, null);
        } else if (mail.kind() == MailKind.BOUNCE) {
            bounced(turn, mail);
        } else if (mail.kind() == MailKind.AUTO_REPLY) {
            mails.done(turn.id(), MailOutcome.AUTO_REPLY, thread(mail).map(InquiryNumber::value).orElse(null), null, null);
        } else if (mail.sender().isEmpty()) {
            throw new Unreadable("sender");
        } else if (mails.from(mail.sender(), clock.instant().minus(HOUR)) > MOST_AN_HOUR) {
            throw new Unreadable("flood");
        } else {
            written(turn, box, mail);
        }
    }

    /** Makes an inquiry of a message that waits, because staff say so. @return its number */
    @Transactional
    public InquiryNumber open(UUID id, Mailbox box, ReadMail mail, String sender) {
        var customer = sender(sender, mail, box.language());
        var number = opened(customer, false, mail, box, id, null);
        mails.done(id, MailOutcome.OPENED, number.value(), null, customer);
        return number;
    }

    private void written(IncomingMails.Turn turn, Mailbox box, ReadMail mail) throws Unreadable {
        var verdict = ServerVerdict.of(mail.verdicts(), box.trustedServer(), mail.sender());
        var thread = thread(mail).flatMap(inquiries::find);
        if (thread.isPresent() && verdict != ServerVerdict.FORGED && isKnown(thread.get(), mail.sender())) {
            var inquiry = thread.get();
            inquiries.reply(inquiry.number(), letter(mail, box, turn.id()));
            threads.came(mail.messageId(), inquiry.number().value(), box.id());
            mails.done(turn.id(), MailOutcome.REPLIED, inquiry.number().value(), null, inquiry.customer());
            return;
        }
        if (mail.kind() == MailKind.BULK) {
            mails.done(turn.id(), MailOutcome.SET_ASIDE, null, thread.map(each -> each.number().value()).orElse(null), null);
            return;
        }
        if (mails.opened(mail.sender(), clock.instant().minus(HOUR)) >= MOST_OPENED_AN_HOUR) {
            throw new Unreadable("flood");
        }
        var customer = sender(mail.sender(), mail, box.language());
        var linked = thread.map(MailedInquiries.Known::number).orElse(null);
        var number = opened(customer, verdict == ServerVerdict.GENUINE, mail, box, turn.id(), linked);
        mails.done(turn.id(), linked == null ? MailOutcome.OPENED : MailOutcome.LINKED, number.value(), linked == null ? null : linked.value(), customer);
    }

    private InquiryNumber opened(CustomerId customer, boolean genuine, ReadMail mail, Mailbox box, UUID id, InquiryNumber linked) {
        var number = inquiries.open(customer, genuine, subject(mail), box.language(), linked, letter(mail, box, id));
        threads.came(mail.messageId(), number.value(), box.id());
        if (box.team() != null) {
            all.find(number).ifPresent(facts -> all.route(facts.id(), box.team(), null, null, new Explanation("mailroom.why", Map.of("mailbox", box.name()))));
        }
        return number;
    }

    private MailedInquiries.Letter letter(ReadMail mail, Mailbox box, UUID id) {
        return new MailedInquiries.Letter(wording.text(mail, box.language()), MailWording.quoted(mail), files.along(id), mail.messageId(), "mail:" + id);
    }

    /** As long as an inquiry's may be. */
    private static String subject(ReadMail mail) {
        return mail.subject().length() <= LONGEST_SUBJECT ? mail.subject() : mail.subject().substring(0, mail.subject().offsetByCodePoints(0, mail.subject().codePointCount(0, LONGEST_SUBJECT) - 2)) + "…";
    }

    /** By the address it came to, by what it answers, by the line of our letter. */
    private Optional<InquiryNumber> thread(ReadMail mail) {
        return Stream.<java.util.function.Supplier<Optional<String>>>of(() -> mail.reached().stream().map(tokens::ofAddress).flatMap(Optional::stream).findFirst(),
                () -> threads.inquiryOf(mail.answered()), () -> tokens.ofText(mail.quoted()), () -> tokens.ofText(mail.own()),
                () -> tokens.ofText(MailHtml.text(mail.quotedHtml()))).map(java.util.function.Supplier::get).flatMap(Optional::stream).findFirst().map(InquiryNumber::new);
    }

    private boolean isKnown(MailedInquiries.Known inquiry, String sender) {
        return customers.findByEmail(sender).filter(card -> card.id().equals(inquiry.customer())).isPresent()
                || customers.find(inquiry.customer()).filter(card -> sender.equalsIgnoreCase(card.email())).isPresent() || threads.wroteTo(inquiry.number().value(), sender)
                || mails.wroteIn(inquiry.number().value(), sender);
    }

    private boolean isOurs(Mailbox box, ReadMail mail) {
        var marked = Stream.of(box.address(), shop.email()).anyMatch(own -> mail.marks().contains(own.toLowerCase(Locale.ROOT)));
        return threads.isOurs(mail.messageId()) || mail.kind() != MailKind.BOUNCE && (marked || mailboxes.isOurs(mail.sender()) || mail.sender().equalsIgnoreCase(shop.email()));
    }

    private void bounced(IncomingMails.Turn turn, ReadMail mail) {
        var bounce = mail.bounce();
        message(bounce.messageId()).ifPresent(ours -> notifications.bounced(ours, bounce.status(), bounce.forGood(), clock.instant()));
        var inquiry = threads.inquiryOf(java.util.List.of(bounce.messageId()));
        mails.done(turn.id(), MailOutcome.BOUNCE, inquiry.orElse(null), null, null);
        if (bounce.forGood()) {
            inquiry.map(InquiryNumber::new).ifPresent(number -> inquiries.undelivered(number, bounce.status()));
        }
    }

    /** The ids of our messages begin with what they are called in the outbox. */
    private static Optional<UUID> message(String messageId) {
        try {
            return Optional.of(UUID.fromString(messageId.split("@")[0]));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }

    private CustomerId sender(String address, ReadMail mail, Locale locale) {
        var name = mail.senderName().isBlank() || EmailAddress.parse(mail.senderName()).isPresent() ? address.substring(0, address.lastIndexOf('@')) : mail.senderName();
        return customers.obtain(address, name.length() <= 100 ? name : name.substring(0, 100), null, null, locale, "inquiry");
    }
}
