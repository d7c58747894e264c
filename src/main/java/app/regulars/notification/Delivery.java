package app.regulars.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.ui.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what is due, one claimed message after the other. At least once: a node that dies between handing a message over
 * and noting it leaves a claim that another node takes up after {@code regulars.outbox.claim}.
 */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int AT_ONCE = 50;
    private static final String EXPIRED = "expired";
    /** Pauses after the first, second, … failure; after the last the message is given up. */
    private static final Duration[] PAUSES = {Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofHours(1),
            Duration.ofHours(4), Duration.ofHours(12)};

    private final Outbox outbox;
    private final MailTransport transport;
    private final ObjectProvider<ContactPermission> permission;
    private final ObjectProvider<Letterhead> letterhead;
    private final Clock clock;
    private final Duration claim;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();

    Delivery(Outbox outbox, MailTransport transport, ObjectProvider<ContactPermission> permission, ObjectProvider<Letterhead> letterhead, Clock clock,
            @Value("${regulars.outbox.claim:2m}") Duration claim) {
        this.outbox = outbox;
        this.transport = transport;
        this.permission = permission;
        this.letterhead = letterhead;
        this.clock = clock;
        this.claim = claim;
    }

    /** Sends soon, but not before the current transaction is committed. */
    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    /** Sends soon, on a thread of its own; many calls at once are one. */
    void wake() {
        wanted.set(true);
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("outbox").start(this::whileWanted);
        }
    }

    private void whileWanted() {
        try {
            while (wanted.compareAndSet(true, false)) {
                run();
            }
        } catch (RuntimeException e) {
            log.warn("delivery stopped, the job goes on in a moment: {}", e.toString());
        } finally {
            running.set(false);
        }
        if (wanted.get()) {
            wake();
        }
    }

    /** Sends everything that is due. @return how many messages this node handled */
    int run() {
        var handled = 0;
        while (true) {
            var due = outbox.due(AT_ONCE);
            for (var id : due) {
                handled += deliver(id) ? 1 : 0;
            }
            if (due.size() < AT_ONCE) {
                break;
            }
        }
        if (handled > 0) {
            Live.changed("outbox");
        }
        return handled;
    }

    private boolean deliver(UUID id) {
        var claimed = outbox.claim(id, Long.toHexString(ProcessHandle.current().pid()) + "-" + UUID.randomUUID(), clock.instant().plus(claim));
        claimed.ifPresent(this::deliver);
        return claimed.isPresent();
    }

    private void deliver(Outbox.Claimed message) {
        try {
            if (message.mail().purpose() == null) {
                var head = head(message);
                if (head != null && head.refusal() != null) {
                    outbox.done(message, MessageState.REFUSED, null, ContactPermission.Answer.no(head.refusal()));
                } else {
                    outbox.done(message, transport.deliver(message, head), null);
                }
                return;
            }
            var ground = permission(message.mail());
            if (ground.allowed()) {
                outbox.done(message, transport.deliver(message, null), null, ground);
            } else {
                outbox.done(message, EXPIRED.equals(ground.refusal()) ? MessageState.EXPIRED : MessageState.REFUSED, null, ground);
            }
        } catch (Exception e) {
            var problem = problem(e);
            if (message.attempts() > PAUSES.length) {
                log.warn("message {} was given up after {} attempts", message.id(), message.attempts());
                outbox.done(message, MessageState.FAILED, problem);
            } else {
                outbox.tryAgain(message, clock.instant().plus(PAUSES[message.attempts() - 1]), problem);
            }
        }
    }

    private Letterhead.Head head(Outbox.Claimed message) {
        var asked = message.mail().thread() == null ? null : letterhead.getIfAvailable();
        return asked == null ? null : asked.of(message.id(), message.mail()).orElse(null);
    }

    private ContactPermission.Answer permission(OutgoingMail mail) {
        var asked = permission.getIfAvailable();
        return asked == null || mail.customer() == null ? ContactPermission.Answer.no("never")
                : asked.ask(mail.customer(), mail.purpose(), "email", clock.instant());
    }

    private static String problem(Throwable e) {
        var cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var text = String.valueOf(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()).replaceAll("\\s+", " ").trim();
        return text.length() <= 400 ? text : text.substring(0, 400);
    }
}
