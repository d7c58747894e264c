package app.regulars.calling;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.id.Ids;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.ui.Live;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for telephone systems: takes what one tells of a call, in any order and as often as it likes: the same id is the same call. */
@Component
public class CallIntake {

    /** Tells live pages that something happened with any call. */
    static final String TOPIC = "calls";
    private static final long FIRST_NUMBER = 1001;

    private final CallStore store;
    private final Extensions extensions;
    private final CustomerDirectory customers;
    private final Numbers numbers;
    private final String country;

    CallIntake(CallStore store, Extensions extensions, CustomerDirectory customers, Numbers numbers, @Value("${regulars.country:CA}") String country) {
        this.store = store;
        this.extensions = extensions;
        this.customers = customers;
        this.numbers = numbers;
        this.country = country;
    }

    /** What became of the link to a recording. */
    public enum Recording {
        NONE, KEPT, DROPPED, FORGOTTEN
    }

    /** @param fresh whether this was the first that was heard of it @param matches how many customers have the caller's number */
    public record Taken(Call call, boolean fresh, int matches, Recording recording) {
    }

    /** @param key whose telephone system tells it: ids are its own */
    @Transactional
    public Taken take(UUID key, CallEvent event) {
        var gone = store.forgotten(key, event.id());
        if (gone.isPresent()) {
            return new Taken(gone.get(), false, 0, Recording.NONE);
        }
        var caller = extensions.normal(event.from()).orElse(null);
        var matches = matches(caller);
        var staff = extensions.of(event.to()).orElse(null);
        var fresh = store.told(key, event.id(), false).isEmpty();
        if (fresh) {
            var customer = matches.size() == 1 ? matches.getFirst().id() : null;
            var started = event.seconds() == null ? event.at() : event.at().minusSeconds(event.seconds());
            store.add(key, event.id(), new Call(Ids.next(), "CALL-" + numbers.next("call", FIRST_NUMBER), caller, event.to(), customer, staff, null, started, null, null, null, false, false,
                    null, null, null));
        }
        var call = store.told(key, event.id(), true).orElseThrow();
        if (caller != null && call.caller() == null) {
            store.belongsTo(call.id(), call.customer() == null && matches.size() == 1 ? matches.getFirst().id() : call.customer(), caller);
        }
        // who answered has it, also after it rang elsewhere; afterwards it stays with whoever had it
        if (staff != null && (call.staff() == null || call.answeredAt() == null && event.kind() != CallEvent.Kind.RECORDING)) {
            store.rings(call.id(), event.to(), staff);
        }
        moments(call, event);
        var recording = recording(call, event);
        var now = store.told(key, event.id(), false).orElseThrow();
        Live.changed(TOPIC);
        if (now.customer() != null) {
            Live.changed("customer:" + now.customer());
        }
        return new Taken(now, fresh, now.customer() != null ? 1 : matches(now.caller()).size(), recording);
    }

    /** Whose number it is; nobody's for a short one of the house. */
    List<CustomerCard> matches(String caller) {
        return caller == null || !caller.startsWith("+") ? List.of() : customers.findByPhone(caller, country);
    }

    private void moments(Call call, CallEvent event) {
        var started = call.startedAt();
        var answered = call.answeredAt();
        var ended = call.endedAt();
        var seconds = call.seconds();
        switch (event.kind()) {
            case RINGING -> started = event.at().isBefore(started) ? event.at() : started;
            case ANSWERED -> {
                started = event.at().isBefore(started) ? event.at() : started;
                answered = answered == null ? event.at() : answered;
            }
            case ENDED -> {
                ended = ended == null ? event.at() : ended;
                if (event.seconds() != null) {
                    seconds = event.seconds();
                    answered = answered == null && seconds > 0 ? ended.minusSeconds(seconds) : answered;
                }
            }
            default -> { }
        }
        if (seconds == null && answered != null && ended != null) {
            seconds = (int) Math.clamp(ended.getEpochSecond() - answered.getEpochSecond(), 0, 86_400);
        }
        store.moments(call.id(), started, answered, ended, seconds);
    }

    /** Only what somebody agreed to is kept; who takes her agreement back has the link forgotten, also when it is told again or late. */
    private Recording recording(Call call, CallEvent event) {
        if (Boolean.FALSE.equals(event.consent()) && (call.recorded() || event.recording() == null)) {
            store.refuseRecording(call.id(), event.recording() != null || call.dropped());
            return call.recorded() ? Recording.FORGOTTEN : Recording.NONE;
        }
        if (event.recording() == null) {
            return Recording.NONE;
        }
        if (!Boolean.TRUE.equals(event.consent()) || store.isRecordingRefused(call.id())) {
            store.recording(call.id(), null, true);
            return Recording.DROPPED;
        }
        store.recording(call.id(), event.recording(), false);
        return Recording.KEPT;
    }
}
