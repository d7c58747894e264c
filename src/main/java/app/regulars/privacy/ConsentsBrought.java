package app.regulars.privacy;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The entrance for what a person said or allowed in another shop of this kind and brings along: it is said here again, at its old moment,
 * in a line of this shop's own chain. Told twice it counts once.
 */
@Service
@Transactional
public class ConsentsBrought {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SENTENCE = 1_000;

    private final ConsentLedger ledger;
    private final ConsentLines lines;
    private final Purposes purposes;
    private final Consents consents;

    ConsentsBrought(ConsentLedger ledger, ConsentLines lines, Purposes purposes, Consents consents) {
        this.ledger = ledger;
        this.lines = lines;
        this.purposes = purposes;
        this.consents = consents;
    }

    /**
     * What she said in words.
     *
     * @param words as they stood there; of words that this shop has itself, its own count
     * @return false where this shop asks for nothing of the kind
     */
    public boolean said(CustomerId person, boolean yes, Wording words, String form, ConsentActor actor, Instant at, String once) {
        if (purposes.wording(words.id()).isEmpty() && !bring(words)) {
            return false;
        }
        if (yes) {
            ledger.grant(person, words.id(), form, actor, at, once);
        } else {
            ledger.decline(person, words.id(), form, actor, at);
        }
        return true;
    }

    private boolean bring(Wording words) {
        if (words.title() == null || words.title().isBlank() || words.title().length() > LONGEST_TITLE || words.sentence() == null || words.sentence().isBlank()
                || words.sentence().length() > LONGEST_SENTENCE || words.validFrom() == null) {
            throw new Refused("privacy.purpose.unknown");
        }
        return purposes.bring(words);
    }

    /**
     * What a purchase or an inquiry implied there. Never for longer than one here implies, or than the law allows where none does here.
     *
     * @return false where the purpose is not offered here
     */
    public boolean implied(CustomerId person, String purpose, String ground, UUID on, Instant at, Instant until) {
        return consents.implied(person, purpose, new ConsentEntry.Ground(ground, on), at, until).map(line -> {
            lines.append(List.of(line));
            return true;
        }).orElse(false);
    }
}
