package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers' door to what they allow. */
@Service
@Transactional
public class MyConsents {

    private final ConsentLedger ledger;
    private final Clock clock;

    MyConsents(ConsentLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ConsentState> states(CustomerId me, Locale locale) {
        return ledger.states(me, locale);
    }

    /** @param wording the words that stood beside the switch */
    public void allow(CustomerId me, UUID wording) {
        var now = clock.instant();
        ledger.grant(me, wording, "privacy-page", ConsentActor.person(me), now, me + ":" + wording + ":" + now);
    }

    public void withdraw(CustomerId me, String purpose) {
        ledger.withdraw(me, purpose, "privacy-page", ConsentActor.person(me), clock.instant());
    }

    @Transactional(readOnly = true)
    public List<ConsentEntry> history(CustomerId me) {
        return ledger.history(me);
    }
}
