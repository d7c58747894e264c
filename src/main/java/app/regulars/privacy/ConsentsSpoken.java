package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.SpokenConsents;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts into the ledger what people say on pages of other modules. */
@Component
class ConsentsSpoken implements SpokenConsents {

    private final ConsentLedger ledger;
    private final Clock clock;

    ConsentsSpoken(ConsentLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void say(CustomerId person, String purpose, Locale locale, String form, boolean yes) {
        if (yes) {
            ledger.grant(person, purpose, locale, form, ConsentActor.person(person), clock.instant());
        } else {
            ledger.withdraw(person, purpose, form, ConsentActor.person(person), clock.instant());
        }
    }
}
