package app.regulars.notification;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: puts messages into the outbox, in the caller's transaction. */
@Service
public class Notifications {

    private final Outbox outbox;
    private final Delivery delivery;

    Notifications(Outbox outbox, Delivery delivery) {
        this.outbox = outbox;
        this.delivery = delivery;
    }

    /** Posts a message once; a key that was posted before changes nothing. Leaves after the caller's commit. */
    @Transactional
    public void post(OutgoingMail mail) {
        outbox.add(mail);
        delivery.wakeAfterCommit();
    }
}
