package app.regulars.mailroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The plain entrance for mail that no server hands out: it goes the same way as all other. */
@Service
public class MailIntake {

    private final Mailboxes mailboxes;
    private final IncomingMails mails;
    private final MailSorting sorting;

    MailIntake(Mailboxes mailboxes, IncomingMails mails, MailSorting sorting) {
        this.mailboxes = mailboxes;
        this.mails = mails;
        this.sorting = sorting;
    }

    /** The mailbox of this address, made if there is none. */
    public UUID mailbox(MailboxForm form) {
        var checked = form.checked();
        return mailboxes.all().stream().filter(box -> box.address().equals(checked.address())).map(Mailbox::id).findFirst().orElseGet(() -> mailboxes.add(checked));
    }

    /** Takes a message as it is; the same one twice is one. */
    public void take(UUID mailbox, byte[] message) {
        try (var raw = new RawMail()) {
            try (var out = raw.writing()) {
                out.write(message);
            }
            mails.store(mailbox, 0, mailboxes.last(mailbox, 0) + 1, raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sorting.run();
    }
}
