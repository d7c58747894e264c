package app.regulars.privacy;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import java.time.Clock;
import java.time.LocalDate;
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
    private final ConsentProofs proofs;
    private final Clock clock;

    MyConsents(ConsentLedger ledger, ConsentProofs proofs, Clock clock) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ConsentState> states(CustomerId me, Locale locale) {
        return ledger.states(me, locale);
    }

    /** What I am to be asked again, because the words have changed in substance. */
    @Transactional(readOnly = true)
    public List<ConsentState> asked(CustomerId me, Locale locale) {
        return ledger.states(me, locale).stream().filter(ConsentState::asksAgain).toList();
    }

    /** @param wording the words that stood beside the switch */
    public void allow(CustomerId me, UUID wording) {
        allow(me, wording, "privacy-page");
    }

    /**
     * @param wording the words that stood there; only such as are offered now
     * @param form    "privacy-page" or "overview"
     */
    public void allow(CustomerId me, UUID wording, String form) {
        if (Languages.ALL.stream().flatMap(locale -> ledger.offered(locale).stream()).noneMatch(words -> words.id().equals(wording))) {
            throw new Refused("privacy.purpose.unknown");
        }
        var now = clock.instant();
        ledger.grant(me, wording, form, ConsentActor.person(me), now, me + ":" + wording + ":" + now);
    }

    /** Says no to what is asked again. */
    public void decline(CustomerId me, UUID wording, String form) {
        if (Languages.ALL.stream().flatMap(locale -> asked(me, locale).stream()).noneMatch(state -> state.now().id().equals(wording))) {
            throw new NotFound();
        }
        ledger.decline(me, wording, form, ConsentActor.person(me), clock.instant());
    }

    public void withdraw(CustomerId me, String purpose) {
        ledger.withdraw(me, purpose, "privacy-page", ConsentActor.person(me), clock.instant());
    }

    @Transactional(readOnly = true)
    public List<ConsentEntry> history(CustomerId me) {
        return ledger.history(me);
    }

    /** What I had agreed to at the end of that day, in which words. */
    @Transactional(readOnly = true)
    public ConsentProof proof(CustomerId me, LocalDate day, Locale locale) {
        return proofs.of(me, day, locale);
    }
}
