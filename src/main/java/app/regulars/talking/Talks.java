package app.regulars.talking;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.ui.Live;
import app.regulars.platform.web.Origin;
import app.regulars.serving.ServiceHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The customers' door: who holds the secret of a talk is in it; of one that was begun signed in, only who is signed in as the same. */
@Service
public class Talks {

    private static final long FIRST_NUMBER = 1001;
    private static final RateLimits.Limit FROM_HERE = RateLimits.Limit.of("talk-begin", 20, Duration.ofHours(1));
    private static final RateLimits.Limit LINES = RateLimits.Limit.of("talk-say", 30, Duration.ofMinutes(1));
    private static final int TRIES = 3;
    private static final int MOST_AN_HOUR = 20;
    private static final int MOST_AN_HOUR_UNKNOWN = 5;
    private static final Duration SEEN_AGAIN = Duration.ofSeconds(10);
    private static final Duration WRITES_FOR = Duration.ofSeconds(6);

    private final TalkStore store;
    private final TalkRoom room;
    private final ServiceHours hours;
    private final TalkPresence presence;
    private final RateLimits limits;
    private final TransactionTemplate transaction;
    private final CustomerDirectory customers;
    private final Numbers numbers;
    private final Clock clock;

    Talks(TalkStore store, TalkRoom room, ServiceHours hours, TalkPresence presence, RateLimits limits, TransactionTemplate transaction, CustomerDirectory customers, Numbers numbers,
            Clock clock) {
        this.presence = presence;
        this.limits = limits;
        this.transaction = transaction;
        this.store = store;
        this.room = room;
        this.hours = hours;
        this.customers = customers;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Who is signed in. @param customer null for a guest @param person which person of a company, or null */
    public record Me(CustomerId customer, CustomerId person) {

        public static final Me GUEST = new Me(null, null);
    }

    /** How a talk is begun. @param name and email of a guest; of no meaning for whoever is signed in @param requestKey the same for the same press of the button */
    public record Beginning(String name, String email, Locale language, String text, String requestKey) {

        /** Says nothing of who begins. */
        @Override
        public String toString() {
            return "talk " + requestKey;
        }
    }

    /** Now if somebody is there, else when the hours begin again; empty if that is far away, or within the hours while nobody of us is here. */
    public Optional<Instant> openFrom() {
        var now = clock.instant();
        return hours.openFrom(now).filter(from -> from.isAfter(now) || presence.isAnybodyHere(now));
    }

    /** In the service hours, while one of us at least is here. */
    public boolean isOpen() {
        var now = clock.instant();
        return hours.isOpen(now) && presence.isAnybodyHere(now);
    }

    /** @return the secret of the talk @throws Refused beside "name", "email" or "text", outside the hours, or for too many in an hour */
    public String begin(Me me, Beginning beginning) {
        // two presses of one button that arrive together: the second finds the talk of the first
        for (int again = 0;; again++) {
            try {
                return transaction.execute(status -> beginOnce(me, beginning));
            } catch (DuplicateKeyException | PessimisticLockingFailureException together) {
                if (again == TRIES) {
                    throw together;
                }
            }
        }
    }

    private String beginOnce(Me me, Beginning beginning) {
        var key = Words.key(beginning.requestKey());
        var text = Words.line(beginning.text());
        var guest = me.customer() == null;
        var name = guest ? name(beginning.name()) : customers.find(me.person() == null ? me.customer() : me.person()).orElseThrow(NotFound::new).name();
        var address = guest ? address(beginning.email()) : null;
        var token = Secrets.next();
        var begun = store.byRequest(key);
        if (begun.isPresent() && begun.get().signedIn() != guest && (guest || begun.get().customer().equals(me.customer()))) {
            store.renew(begun.get().id(), token);
            return token;
        }
        // the form of a talk that somebody else began, or she herself before she signed in: told as out of date, whoever it was
        if (begun.isPresent()) {
            throw new Refused("talking.refused.key", "text", Map.of());
        }
        if (!isOpen()) {
            throw new Refused("talking.refused.hours", "text", Map.of());
        }
        var from = Origin.here();
        if (!from.isEmpty() && !limits.take(FROM_HERE, from).isZero()) {
            throw new Refused("talking.refused.many", "text", Map.of());
        }
        var customer = guest ? customers.obtain(address, name, null, null, beginning.language(), "inquiry") : me.customer();
        var now = clock.instant();
        if (store.countSince(customer, now.minus(Duration.ofHours(1))) >= (guest ? MOST_AN_HOUR_UNKNOWN : MOST_AN_HOUR)) {
            throw new Refused("talking.refused.many", "text", Map.of());
        }
        var talk = new Talk(Ids.next(), "TALK-" + numbers.next("talk", FIRST_NUMBER), customer, me.person(), !guest, name, beginning.language(), null, now, now, null, null, null, null, now, null, null);
        store.add(talk, token, key);
        room.say(talk, key, null, text);
        return token;
    }

    private static String name(String typed) {
        var name = PersonTexts.clean(typed);
        if (name == null || name.length() > 120) {
            throw new Refused("inquiry.refused.name", "name", Map.of());
        }
        return name;
    }

    private static String address(String typed) {
        var address = typed == null ? "" : typed.strip();
        if (address.length() > 254 || !address.matches("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+\\.[^\\s@<>\",;:.]{2,}")) {
            throw new Refused("inquiry.refused.email", "email", Map.of());
        }
        return address;
    }

    /** What was said after a line. Whoever looks is here. @param writing whether she writes at this moment @throws NotFound if it is not there or not hers */
    @Transactional
    public Conversation lines(Me me, String token, int after, boolean writing) {
        var talk = mine(me, token, false);
        var now = clock.instant();
        if (!talk.isOver()) {
            if (talk.customerSeen().isBefore(now.minus(SEEN_AGAIN))) {
                store.seen(talk.id(), now);
            }
            if (writing) {
                var fresh = !Talk.isWriting(talk.customerWritesUntil(), now);
                store.customerWrites(talk.id(), now.plus(WRITES_FOR));
                if (fresh) {
                    Live.changed(TalkRoom.TOPIC);
                }
            }
        }
        return room.shown(talk, after, false);
    }

    /** Says something; the same key says it once. @return its n @throws NotFound if it is not there or not hers @throws Refused for nothing or too much, too many in a minute, or when it is over */
    @Transactional
    public int say(Me me, String token, String key, String text) {
        var talk = mine(me, token, true);
        // what is sent again was counted before
        if (!talk.isOver() && !room.knows(talk, key) && !limits.take(LINES, talk.id().toString()).isZero()) {
            throw new Refused("talking.refused.fast", "text", Map.of());
        }
        var n = room.say(talk, key, null, text);
        if (!talk.isOver()) {
            store.seen(talk.id(), clock.instant());
            store.customerWrites(talk.id(), null);
        }
        return n;
    }

    /** Ends it. @throws NotFound if it is not there or not hers */
    @Transactional
    public void leave(Me me, String token) {
        room.end(mine(me, token, true), EndedWhy.LEFT);
    }

    private Talk mine(Me me, String token, boolean locked) {
        return store.byToken(token == null ? "" : token, locked).filter(talk -> !talk.signedIn()
                || talk.customer().equals(me.customer()) && (talk.person() == null || talk.person().equals(me.person()))).orElseThrow(NotFound::new);
    }
}
