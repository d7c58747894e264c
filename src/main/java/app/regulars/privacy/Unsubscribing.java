package app.regulars.privacy;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops messages for whoever holds a link out of one of them; no sign-in, and nothing is told of the person. */
@Service
@Transactional
class Unsubscribing {

    private static final String FORM = "unsubscribe";

    private final StopLinks links;
    private final ConsentLedger ledger;
    private final Clock clock;

    Unsubscribing(StopLinks links, ConsentLedger ledger, Clock clock) {
        this.links = links;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Nothing for a link that is not ours. */
    @Transactional(readOnly = true)
    Optional<Stopping> look(String token, Locale locale) {
        return links.read(token).flatMap(target -> {
            var states = ledger.states(target.customer(), locale, clock.instant());
            var others = states.stream().filter(state -> !state.purpose().equals(target.purpose()) && state.granted() && byMail(state)).count();
            return states.stream().filter(state -> state.purpose().equals(target.purpose())).findFirst()
                    .map(state -> new Stopping(state.now().title(), state.reason() == ConsentState.Reason.WITHDRAWN ? state.last().at() : null, others));
        });
    }

    /** @param all whether every kind of message is to stop @return whether the link is ours */
    boolean stop(String token, boolean all) {
        var target = links.read(token);
        target.ifPresent(found -> {
            var now = clock.instant();
            var actor = ConsentActor.person(found.customer());
            ledger.stop(found.customer(), found.purpose(), FORM, actor, now);
            if (all) {
                ledger.states(found.customer(), Locale.CANADA, now).stream().filter(Unsubscribing::byMail)
                        .forEach(state -> ledger.stop(found.customer(), state.purpose(), FORM, actor, now));
            }
        });
        return target.isPresent();
    }

    private static boolean byMail(ConsentState state) {
        return state.last() == null || state.last().channels().contains("email");
    }
}
