package app.regulars.mailroom;

import app.regulars.media.CleanPapers;
import app.regulars.platform.Refused;
import app.regulars.platform.ui.Live;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what was stored, one message after the other, and has it placed. Whatever cannot be read or placed waits where staff see it. */
@Component
class MailSorting {

    private static final Logger log = LoggerFactory.getLogger(MailSorting.class);
    private static final int AT_ONCE = 50;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final IncomingMails mails;
    private final Mailboxes mailboxes;
    private final MailReader reader;
    private final MailPlacing placing;
    private final CleanPapers papers;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    MailSorting(IncomingMails mails, Mailboxes mailboxes, MailReader reader, MailPlacing placing, CleanPapers papers, Clock clock) {
        this.mails = mails;
        this.mailboxes = mailboxes;
        this.reader = reader;
        this.placing = placing;
        this.papers = papers;
        this.clock = clock;
    }

    /** Everything whose turn it is; one round at a time in this process. @return how many had their turn here */
    int run() {
        if (!running.compareAndSet(false, true)) {
            return 0;
        }
        var handled = 0;
        try {
            while (true) {
                var due = mails.due(AT_ONCE);
                for (var id : due) {
                    handled += mails.take(id).map(this::sort).isPresent() ? 1 : 0;
                }
                if (due.size() < AT_ONCE) {
                    break;
                }
            }
        } finally {
            running.set(false);
        }
        if (handled > 0) {
            Live.changed("mail");
        }
        return handled;
    }

    private UUID sort(IncomingMails.Turn turn) {
        try {
            var box = mailboxes.find(turn.mailbox()).orElseThrow();
            var mail = read(turn.id(), box);
            placing.place(turn, box, mail);
        } catch (Unreadable unreadable) {
            mails.waits(turn.id(), unreadable.reason());
        } catch (Refused refused) {
            log.info("mail {} was refused: {}", turn.id(), refused.key());
            mails.waits(turn.id(), "refused");
        } catch (IOException | RuntimeException failed) {
            log.warn("mail {} could not be placed ({} tries)", turn.id(), turn.attempts(), failed);
            if (turn.attempts() >= IncomingMails.MOST_ATTEMPTS) {
                mails.waits(turn.id(), "trouble");
            } else {
                mails.later(turn.id(), clock.instant().plus(PAUSE.multipliedBy(turn.attempts())));
            }
        }
        return turn.id();
    }

    /** Reads a message and writes down what was read. */
    ReadMail read(UUID id, Mailbox box) throws IOException, Unreadable {
        var file = mails.file(id);
        try {
            var mail = reader.read(file);
            mails.read(id, mail, ServerVerdict.of(mail.verdicts(), box.trustedServer(), mail.sender()), states(file, mail));
            return mail;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private List<FileState> states(Path file, ReadMail mail) throws IOException, Unreadable {
        var states = new ArrayList<FileState>();
        if (mail.files().isEmpty()) {
            return states;
        }
        try (var parts = MailParts.open(file)) {
            for (var each : mail.files()) {
                states.add(state(parts, each));
            }
        }
        return states;
    }

    private FileState state(MailParts parts, ReadMail.MailFile file) {
        if (FileName.isActing(file.name(), file.contentType())) {
            return FileState.HELD;
        }
        var known = file.contentType().startsWith("image/") || file.contentType().equals("application/pdf") || file.name().toLowerCase(java.util.Locale.ROOT).matches(".*\\.(pdf|png|jpe?g|gif)");
        if (!known) {
            return beginning(parts, file).startsWith("MZ") ? FileState.HELD : FileState.UNCHECKED;
        }
        if (file.size() > app.regulars.media.CleanPictures.LARGEST) {
            return FileState.UNCHECKED;
        }
        try (var in = MailParts.content(parts.at(file.path()))) {
            papers.clean(in.readNBytes(app.regulars.media.CleanPictures.LARGEST + 1));
            return FileState.CHECKED;
        } catch (Refused notWhatItSays) {
            return "media.refused.kind".equals(notWhatItSays.key()) && !beginning(parts, file).startsWith("MZ") ? FileState.UNCHECKED : FileState.HELD;
        } catch (IOException | MessagingException | RuntimeException broken) {
            return FileState.UNCHECKED;
        }
    }

    private static String beginning(MailParts parts, ReadMail.MailFile file) {
        try (var in = MailParts.content(parts.at(file.path()))) {
            return new String(in.readNBytes(4), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException | MessagingException | RuntimeException broken) {
            return "";
        }
    }
}
