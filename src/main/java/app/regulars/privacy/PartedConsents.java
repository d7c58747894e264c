package app.regulars.privacy;

import app.regulars.customer.PersonParted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was said while person and company were one record was said by the person: it counts for hers as well. */
@Component
class PartedConsents {

    private final Consents consents;

    PartedConsents(Consents consents) {
        this.consents = consents;
    }

    /** In the same transaction: nobody is asked, or written to, by half of the story. */
    @EventListener
    void on(PersonParted parted) {
        consents.merged(parted.company(), parted.person(), parted.at(), null);
    }
}
