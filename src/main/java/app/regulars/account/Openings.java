package app.regulars.account;

import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one place where an account begins to let a person in, so that others hear of it once. */
@Component
class Openings {

    private final ApplicationEventPublisher events;

    Openings(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** The address of the account was shown to be the person's own; nothing happens when it was before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void confirm(Account account, Instant at) {
        if (account.confirm(at) && account.customer() != null) {
            events.publishEvent(new AccountOpened(account.id(), account.customer(), at));
        }
    }
}
