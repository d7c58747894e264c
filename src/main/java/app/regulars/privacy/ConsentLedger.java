package app.regulars.privacy;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.ContactPermission;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plain entrance for other modules: what a person agreed to, in which words, and when. Entries are only ever added; what
 * holds now is computed from them.
 */
@Service
@Transactional
public class ConsentLedger implements ContactPermission {

    private final ConsentLines lines;
    private final Clock clock;

    ConsentLedger(ConsentLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** What may be asked for now, in these words; all of it is off until somebody turns it on. */
    @Transactional(readOnly = true)
    public List<Wording> offered(Locale locale) {
        return lines.current(locale, clock.instant());
    }

    /**
     * The person agreed to these very words.
     *
     * @param form where it was said, such as "registration"
     * @param once makes it one entry however often it is told
     */
    public void grant(CustomerId customer, UUID wording, String form, ConsentActor actor, Instant at, String once) {
        var words = lines.wording(wording).orElseThrow(() -> new Refused("privacy.purpose.unknown"));
        lines.append(customer, purpose(words.purpose()), true, words.id(), form, actor, at, once);
    }

    /** The person agreed to a purpose in the words of its day: for imports and the demonstration shop. */
    public void grant(CustomerId customer, String purpose, Locale locale, String form, ConsentActor actor, Instant at) {
        var words = lines.current(locale, at).stream().filter(wording -> wording.purpose().equals(purpose)).findFirst()
                .orElseThrow(() -> new Refused("privacy.purpose.unknown"));
        lines.append(customer, purpose(purpose), true, words.id(), form, actor, at, once(customer, purpose, true, at));
    }

    /** Takes back what was agreed to; nothing happens when nothing was. */
    public void withdraw(CustomerId customer, String purpose, String form, ConsentActor actor, Instant at) {
        var known = lines.of(customer, purpose);
        if (ConsentState.granted(known, at)) {
            lines.append(customer, purpose(purpose), false, known.getLast().wording().id(), form, actor, at, once(customer, purpose, false, at));
        }
    }

    /** One state for each purpose that is offered, in the order of the page. */
    @Transactional(readOnly = true)
    public List<ConsentState> states(CustomerId customer, Locale locale) {
        var now = clock.instant();
        var history = lines.of(customer);
        return lines.current(locale, now).stream().map(words -> {
            var own = history.stream().filter(line -> line.purpose().equals(words.purpose())).toList();
            var granted = ConsentState.granted(own, now);
            var last = own.isEmpty() ? null : own.getLast();
            return new ConsentState(words.purpose(), granted, granted ? last.wording() : words, last);
        }).toList();
    }

    /** Everything that was said, oldest first, at most the last 1,000 entries. */
    @Transactional(readOnly = true)
    public List<ConsentEntry> history(CustomerId customer) {
        return lines.of(customer);
    }

    @Transactional(readOnly = true)
    public boolean isGranted(CustomerId customer, String purpose, Instant at) {
        return ConsentState.granted(lines.of(customer, purpose), at);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayContact(CustomerId customer, String purpose, String channel, Instant at) {
        var known = lines.of(customer, purpose);
        return ConsentState.granted(known, at) && known.getLast().channel().equals(channel);
    }

    private ConsentLines.Purpose purpose(String code) {
        return lines.purpose(code).orElseThrow(() -> new Refused("privacy.purpose.unknown"));
    }

    private static String once(CustomerId customer, String purpose, boolean granted, Instant at) {
        return customer + ":" + purpose + ":" + (granted ? "granted" : "withdrawn") + ":" + at;
    }
}
