package app.regulars.mailroom;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.springframework.stereotype.Component;

/**
 * Takes what is new in a mailbox, lowest number first, each as a whole before the next: the highest number that is stored says where to
 * go on, however the last look ended. The mailbox itself stays as it is.
 */
@Component
class MailFetch {

    private static final int AT_ONCE = 200;

    private final Mailboxes mailboxes;
    private final IncomingMails mails;

    MailFetch(Mailboxes mailboxes, IncomingMails mails) {
        this.mailboxes = mailboxes;
        this.mails = mails;
    }

    /**
     * @param held asked before each message: whether this node still looks after the mailbox
     * @return how many were stored
     */
    int fetch(Mailbox box, IMAPFolder folder, BooleanSupplier held) throws MessagingException, IOException {
        var validity = folder.getUIDValidity();
        var stored = 0;
        var fresh = fresh(box, folder, mailboxes.last(box.id(), validity));
        for (var from = 0; from < fresh.size(); from += AT_ONCE) {
            for (var each : fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE))) {
                if (!held.getAsBoolean()) {
                    return stored;
                }
                stored += store(box, validity, each, folder) ? 1 : 0;
            }
        }
        return stored;
    }

    private record Fresh(long uid, Message message) {
    }

    private static List<Fresh> fresh(Mailbox box, IMAPFolder folder, long last) throws MessagingException {
        var since = box.takenSince();
        var messages = last == 0 && since != null
                ? folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since.minus(Duration.ofDays(1)))))
                : folder.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(messages, profile);
        var fresh = new ArrayList<Fresh>();
        for (var message : messages) {
            if (message == null) {
                continue;
            }
            var uid = folder.getUID(message);
            var received = last == 0 && since != null ? message.getReceivedDate() : null;
            // asked for the last one, a server answers it even when it is older than asked; and a search knows days only
            if (uid > last && (received == null || !received.toInstant().isBefore(since.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)))) {
                fresh.add(new Fresh(uid, message));
            }
        }
        fresh.sort(Comparator.comparingLong(Fresh::uid));
        return fresh;
    }

    private boolean store(Mailbox box, long validity, Fresh fresh, Folder folder) throws MessagingException, IOException {
        try (var raw = new RawMail()) {
            try (var out = raw.writing()) {
                fresh.message().writeTo(out);
            }
            return mails.store(box.id(), validity, fresh.uid(), raw).isPresent();
        } catch (MessageRemovedException gone) {
            return false;
        } catch (FolderClosedException | StoreClosedException closed) {
            throw closed;
        } catch (MessagingException | IOException refused) {
            if (!folder.isOpen()) {
                throw refused;
            }
            mails.unfetched(box.id(), validity, fresh.uid());
            return true;
        }
    }
}
