package app.regulars.mailroom;

import app.regulars.platform.ui.Live;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks after the mailboxes: of all nodes one holds a mailbox at a time, waits there until the server says that something is new (IDLE), or
 * looks every minute where a server cannot say so. The demonstration connects to nobody.
 */
@Component
class MailWatch {

    private static final Logger log = LoggerFactory.getLogger(MailWatch.class);
    static final Duration HELD = Duration.ofSeconds(90);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final Mailboxes mailboxes;
    private final MailServer server;
    private final MailFetch fetch;
    private final MailSorting sorting;
    private final boolean on;
    private final String node = Long.toHexString(ProcessHandle.current().pid()) + "-" + UUID.randomUUID();
    private final Map<UUID, Watcher> watchers = new ConcurrentHashMap<>();
    private Thread rounds;

    MailWatch(Mailboxes mailboxes, MailServer server, MailFetch fetch, MailSorting sorting, @Value("${regulars.demo:false}") boolean demo,
            @Value("${regulars.mail.watch:true}") boolean watch) {
        this.mailboxes = mailboxes;
        this.server = server;
        this.fetch = fetch;
        this.sorting = sorting;
        this.on = watch && !demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (on) {
            rounds = Thread.ofVirtual().name("mail-rounds").start(() -> {
                while (pause(ROUND.dividedBy(watchers.isEmpty() ? 4 : 1))) {
                    round();
                }
            });
        }
    }

    /** Holds what can be held, and lets go of what changed or was switched off. */
    void round() {
        try {
            var all = mailboxes.all();
            watchers.values().removeIf(watcher -> {
                var wanted = all.stream().anyMatch(box -> box.active() && box.id().equals(watcher.box.id()) && box.version() == watcher.box.version());
                if (!wanted || watcher.isOver()) {
                    watcher.end();
                    mailboxes.release(watcher.box.id(), node);
                    return true;
                }
                return false;
            });
            for (var box : all) {
                var held = box.active() && mailboxes.hold(box.id(), node, HELD);
                if (held) {
                    watchers.computeIfAbsent(box.id(), id -> new Watcher(box)).start();
                } else if (watchers.containsKey(box.id())) {
                    watchers.remove(box.id()).end();
                }
            }
        } catch (RuntimeException unreachable) {
            log.warn("mailboxes could not be looked after, again in a moment: {}", unreachable.toString());
        }
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.interrupt();
        }
        watchers.values().forEach(watcher -> {
            watcher.end();
            try {
                mailboxes.release(watcher.box.id(), node);
            } catch (RuntimeException gone) {
                // the hold ends by itself
            }
        });
    }

    private static boolean pause(Duration howLong) {
        try {
            Thread.sleep(howLong);
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One look at a mailbox, as staff ask for it and as tests do. @return how many messages were stored */
    int look(Mailbox box) throws MessagingException, IOException {
        if (!mailboxes.hold(box.id(), node, HELD)) {
            return 0;
        }
        try (var open = server.open(box, mailboxes.secret(box.id()))) {
            var stored = fetch.fetch(box, open.folder(), () -> mailboxes.hold(box.id(), node, HELD));
            mailboxes.checked(box.id(), null);
            return stored;
        }
    }

    /** Waits at one mailbox. */
    private final class Watcher {

        private final Mailbox box;
        private volatile boolean ended;
        private volatile MailServer.Open open;
        private Thread thread;

        Watcher(Mailbox box) {
            this.box = box;
        }

        synchronized void start() {
            if (thread == null) {
                thread = Thread.ofVirtual().name("mail-" + box.id()).start(this::run);
            }
        }

        boolean isOver() {
            return thread != null && !thread.isAlive();
        }

        /** A wait for news ends only with its connection. */
        synchronized void end() {
            ended = true;
            if (thread != null) {
                thread.interrupt();
            }
            var now = open;
            if (now != null) {
                Thread.ofVirtual().start(now::close);
            }
        }

        private void run() {
            var failures = 0;
            var told = false;
            while (!ended) {
                try (var now = server.open(box, mailboxes.secret(box.id()))) {
                    open = now;
                    while (!ended) {
                        var known = now.folder().getMessageCount();
                        var stored = fetch.fetch(box, now.folder(), () -> !ended && mailboxes.hold(box.id(), node, HELD));
                        mailboxes.checked(box.id(), null);
                        if (failures > 0 || !told) {
                            Live.changed("mailboxes");
                        }
                        told = true;
                        failures = 0;
                        if (stored > 0) {
                            sorting.run();
                            Live.changed("mail");
                        }
                        // what was announced while fetching is announced to nobody who waits afterwards
                        if (now.folder().getMessageCount() == known && !waited(now)) {
                            break;
                        }
                    }
                } catch (MessagingException | IOException | RuntimeException failed) {
                    if (!ended) {
                        failures++;
                        failed(failed);
                        if (failures == 1) {
                            Live.changed("mailboxes");
                        }
                    }
                }
                if (!ended && failures > 0) {
                    pause(BETWEEN_LOOKS.dividedBy(failures == 1 ? 6 : 1));
                }
            }
        }

        /** @return false when the connection has to be opened anew, which happens every few minutes where nothing comes */
        private boolean waited(MailServer.Open now) throws MessagingException {
            if (now.canTell()) {
                try {
                    now.folder().idle(true);
                    return true;
                } catch (jakarta.mail.FolderClosedException quiet) {
                    return false;
                }
            }
            return pause(BETWEEN_LOOKS) && now.folder().isOpen();
        }

        private void failed(Exception failed) {
            var problem = failed instanceof MessagingException || failed instanceof IOException ? MailServer.problem(failed) : "trouble";
            log.warn("mailbox {} could not be looked at: {}", box.id(), problem);
            try {
                mailboxes.checked(box.id(), problem);
            } catch (RuntimeException unreachable) {
                log.warn("nor could that be noted: {}", unreachable.toString());
            }
        }
    }
}
