package app.regulars.notification;

import app.regulars.platform.time.BusinessClock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: puts messages into the outbox, in the caller's transaction. */
@Service
public class Notifications {

    /** What is loaded as history (demonstration, import) and happened longer ago is no news to anybody. */
    private static final Duration NEWS = Duration.ofDays(14);

    private final Outbox outbox;
    private final Delivery delivery;

    Notifications(Outbox outbox, Delivery delivery) {
        this.outbox = outbox;
        this.delivery = delivery;
    }

    /** Posts a message once; a key that was posted before changes nothing. Leaves after the caller's commit. */
    @Transactional
    public void post(OutgoingMail mail) {
        if (!isNews()) {
            return;
        }
        outbox.add(mail);
        delivery.wakeAfterCommit();
    }

    /** Whether anybody wants to hear of it: not while history is loaded that is older than two weeks. */
    public boolean isNews() {
        return !BusinessClock.isPastBy(NEWS);
    }
}
