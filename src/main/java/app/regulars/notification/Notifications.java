package app.regulars.notification;

import org.springframework.stereotype.Service;

/** The plain entrance for other modules: puts messages into the outbox, in the caller's transaction. */
@Service
public class Notifications {

    /** Posts a message once; a key that was posted before changes nothing. */
    public void post(OutgoingMail mail) {
        throw new UnsupportedOperationException();
    }
}
