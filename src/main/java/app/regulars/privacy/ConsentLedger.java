package app.regulars.privacy;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.ContactPermission;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
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
    private final Purposes purposes;
    private final StopLinks links;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConsentLedger(ConsentLines lines, Purposes purposes, StopLinks links, ApplicationEventPublisher events, Clock clock) {
        this.lines = lines;
        this.purposes = purposes;
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /** What may be asked for now, in these words; all of it is off until somebody turns it on. */
    @Transactional(readOnly = true)
    public List<Wording> offered(Locale locale) {
        return purposes.current(locale, clock.instant());
    }

    /**
     * The person agreed to these very words.
     *
     * @param form where it was said, such as "registration"
     * @param once makes it one entry however often it is told
     */
    public void grant(CustomerId customer, UUID wording, String form, ConsentActor actor, Instant at, String once) {
        var words = purposes.wording(wording).orElseThrow(() -> new Refused("privacy.purpose.unknown"));
        append(ConsentKind.GRANTED, customer, words, form, actor, at, once);
    }

    /** The person agreed to a purpose in the words of its day: for imports and the demonstration shop. */
    public void grant(CustomerId customer, String purpose, Locale locale, String form, ConsentActor actor, Instant at) {
        var words = purposes.inForce(locale, at).stream().filter(wording -> wording.purpose().equals(purpose)).findFirst()
                .orElseThrow(() -> new Refused("privacy.purpose.unknown"));
        append(ConsentKind.GRANTED, customer, words, form, actor, at, once(customer, purpose, ConsentKind.GRANTED, at));
    }

    /** Takes back what was agreed to, or is implied; nothing happens when nothing was. */
    public void withdraw(CustomerId customer, String purpose, String form, ConsentActor actor, Instant at) {
        var standing = new ConsentReplay(customer, lines.of(customer)).standing(purpose, at);
        if (standing.reason().holds()) {
            var words = standing.line().wording() != null ? standing.line().wording() : inForce(purpose, at);
            append(ConsentKind.WITHDRAWN, customer, words, form, actor, at, once(customer, purpose, ConsentKind.WITHDRAWN, at));
        }
    }

    /** Says no to these very words, whether or not anything was agreed to before. */
    public void decline(CustomerId customer, UUID wording, String form, ConsentActor actor, Instant at) {
        var words = purposes.wording(wording).orElseThrow(() -> new Refused("privacy.purpose.unknown"));
        append(ConsentKind.WITHDRAWN, customer, words, form, actor, at, once(customer, words.purpose(), ConsentKind.WITHDRAWN, at));
    }

    /** Says no for good, whatever was said or is implied; nothing happens when she has said so before. */
    public void stop(CustomerId customer, String purpose, String form, ConsentActor actor, Instant at) {
        if (new ConsentReplay(customer, lines.of(customer)).standing(purpose, at).reason() != ConsentState.Reason.WITHDRAWN) {
            append(ConsentKind.WITHDRAWN, customer, inForce(purpose, at), form, actor, at, once(customer, purpose, ConsentKind.WITHDRAWN, at));
        }
    }

    private void append(ConsentKind kind, CustomerId customer, Wording words, String form, ConsentActor actor, Instant at, String once) {
        lines.append(List.of(ConsentLine.next(kind, customer, form, actor, at, once)
                .about(purpose(words.purpose()), kind == ConsentKind.GRANTED ? ConsentBasis.EXPRESS : null, words)));
        if (kind == ConsentKind.WITHDRAWN) {
            events.publishEvent(new ConsentWithdrawn(customer, words.purpose(), at));
        } else {
            events.publishEvent(new ConsentGranted(customer, words.purpose(), at));
        }
    }

    private Wording inForce(String purpose, Instant at) {
        return purposes.inForce(Locale.CANADA, at).stream().filter(words -> words.purpose().equals(purpose)).findFirst()
                .orElseThrow(() -> new Refused("privacy.purpose.unknown"));
    }

    /** One state for each purpose that is offered, in the order of the page. */
    @Transactional(readOnly = true)
    public List<ConsentState> states(CustomerId customer, Locale locale) {
        var now = clock.instant();
        return states(customer, purposes.current(locale, now), now);
    }

    /** One state for each purpose that had words at that moment, as it was then. */
    @Transactional(readOnly = true)
    public List<ConsentState> states(CustomerId customer, Locale locale, Instant at) {
        return states(customer, purposes.inForce(locale, at), at);
    }

    private List<ConsentState> states(CustomerId customer, List<Wording> wordings, Instant at) {
        var replay = new ConsentReplay(customer, lines.of(customer));
        return wordings.stream().map(words -> {
            var standing = replay.standing(words.purpose(), at);
            var agreed = standing.reason() == ConsentState.Reason.EXPRESS && standing.line().wording() != null ? standing.line().wording() : words;
            return new ConsentState(words.purpose(), standing.reason(), agreed, words, standing.line(), standing.until());
        }).toList();
    }

    /** Everything that was said, oldest first. */
    @Transactional(readOnly = true)
    public List<ConsentEntry> history(CustomerId customer) {
        return history(customer, clock.instant());
    }

    /** Everything that was said up to a moment, oldest first, as it counted then. */
    @Transactional(readOnly = true)
    public List<ConsentEntry> history(CustomerId customer, Instant at) {
        return new ConsentReplay(customer, lines.of(customer)).history(at);
    }

    /** What is known of each purpose, by its code. */
    @Transactional(readOnly = true)
    public java.util.Map<String, Purpose> purposes() {
        return purposes.all().stream().collect(Collectors.toMap(Purpose::code, Function.identity()));
    }

    @Transactional(readOnly = true)
    public boolean isGranted(CustomerId customer, String purpose, Instant at) {
        return new ConsentReplay(customer, lines.of(customer)).standing(purpose, at).reason().holds();
    }

    @Override
    @Transactional(readOnly = true)
    public Answer ask(CustomerId customer, String purpose, String channel, Instant at) {
        var known = purposes.find(purpose);
        if (known.isEmpty()) {
            return Answer.no("never");
        }
        var standing = new ConsentReplay(customer, lines.of(customer)).standing(purpose, at);
        if (!standing.reason().holds()) {
            return Answer.no(standing.reason().code());
        }
        if (!known.get().offered()) {
            return Answer.no("off");
        }
        var line = standing.line();
        return line.channels().contains(channel) ? new Answer(line.basis().code(), line.id(), standing.until(), null) : Answer.no("never");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Stop> stop(CustomerId customer, String purpose, Locale locale) {
        return purposes.inForce(locale, clock.instant()).stream().filter(words -> words.purpose().equals(purpose)).findFirst()
                .map(words -> new Stop(links.address(customer, purpose), words.title()));
    }

    private Purpose purpose(String code) {
        return purposes.find(code).orElseThrow(() -> new Refused("privacy.purpose.unknown"));
    }

    private static String once(CustomerId customer, String purpose, ConsentKind kind, Instant at) {
        return customer + ":" + purpose + ":" + kind.code() + ":" + at;
    }
}
