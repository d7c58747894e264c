package app.regulars.talking;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff's door to live talks. Only who says that she is here is offered them. Who took one answers in it and hands it over; whoever
 * leads the staff hands over a colleague's as well, and everybody else can take one over from a colleague only by saying why.
 */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class TalkDesk {

    private static final int MOST = 200;
    private static final int LONGEST_REASON = 300;
    private static final Duration WRITES_FOR = Duration.ofSeconds(6);

    private final TalkStore store;
    private final TalkRoom room;
    private final TalkPresence presence;
    private final StaffDirectory staff;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    TalkDesk(TalkStore store, TalkRoom room, TalkPresence presence, StaffDirectory staff, CurrentUser user, AuditTrail audit, Clock clock) {
        this.presence = presence;
        this.user = user;
        this.store = store;
        this.room = room;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that go on: who waits first, the longest first. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public List<Conversation> list() {
        return room.listed(store.open(MOST)).stream().sorted(Comparator.comparing((Conversation talk) -> talk.staff() != null)).toList();
    }

    /** Whether she says that she is here. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public boolean isHere(StaffId who) {
        return presence.isHere(who, clock.instant());
    }

    /** Everybody who is here. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public Set<StaffId> here() {
        return presence.here(clock.instant());
    }

    /** How many wait, for who is here. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public long waiting(StaffId me) {
        return presence.isHere(me, clock.instant()) ? store.waiting() : 0;
    }

    /** She is here for talks from now on, until the end of the day, or is not any more. What she has stays hers. */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void comesOrGoes(boolean here, StaffId by) {
        if (here) {
            presence.comes(by, clock.instant());
        } else {
            presence.goes(by);
        }
        audit.changed(by, here ? "talk.here" : "talk.away", "staff", by.value(), Change.of(null));
    }

    /** The look is written down. @throws NotFound if there is none */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public Conversation open(String number, StaffId by) {
        var talk = store.byNumber(number, false).orElseThrow(NotFound::new);
        audit.viewed(by, "talk", talk.id(), talk.number(), talk.customer());
        return room.shown(talk, 0, true);
    }

    /** Again, for a page that was opened before. @throws NotFound if there is none */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.INQUIRIES_SEE)
    public Conversation find(String number) {
        return room.shown(store.byNumber(number, false).orElseThrow(NotFound::new), 0, true);
    }

    /** @throws Refused if somebody else has it, it is over, or for who is not here */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void take(String number, StaffId by) {
        var talk = running(number);
        if (by.equals(talk.staff())) {
            return;
        }
        if (talk.staff() != null) {
            throw new Refused("talking.refused.taken");
        }
        mustBeHere(by, "talking.refused.away");
        staff.stays(by);
        room.give(talk, by);
        log(by, "talk.taken", talk);
    }

    /**
     * Takes a talk over from the colleague who has it.
     *
     * @param why stands in the talk for staff, and as a note at its inquiry
     * @throws Refused without a reason beside "why", if it waits or is over, or for who is not here
     */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void takeOver(String number, String why, StaffId by) {
        var talk = running(number);
        if (talk.staff() == null) {
            throw new Refused("talking.refused.waiting");
        }
        if (by.equals(talk.staff())) {
            return;
        }
        var reason = why == null ? "" : why.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (reason.length() < 3 || reason.length() > LONGEST_REASON) {
            throw new Refused("talking.refused.why", "why", Map.of("most", LONGEST_REASON));
        }
        mustBeHere(by, "talking.refused.away");
        staff.stays(by);
        room.takeOver(talk, by, reason);
        audit.changed(by, "talk.taken-over", "talk", talk.id(), Change.of(talk.number()).about(talk.customer()).because(reason));
    }

    private void mustBeHere(StaffId who, String otherwise) {
        if (!presence.isHere(who, clock.instant())) {
            throw new Refused(otherwise);
        }
    }

    /** Says something; the same key says it once. @throws Refused for nothing or too much, if somebody else has it, or it is over */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void say(String number, String key, String text, StaffId by) {
        var talk = store.byNumber(number, true).orElseThrow(NotFound::new);
        if (!by.equals(talk.staff())) {
            throw new Refused("talking.refused.taken", "text", Map.of());
        }
        var before = store.last(talk.id());
        if (room.say(talk, key, by, text) > before) {
            log(by, "talk.said", talk);
        }
        store.staffWrites(talk.id(), null);
    }

    /** The customer sees it for a moment. */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void writes(String number, StaffId by) {
        store.byNumber(number, false).filter(talk -> by.equals(talk.staff()) && !talk.isOver())
                .ifPresent(talk -> store.staffWrites(talk.id(), clock.instant().plus(WRITES_FOR)));
    }

    /** Everything that was said goes along. @throws Refused if it waits or is over, for a colleague's, or to somebody who is not here */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void handOver(String number, StaffId to, StaffId by) {
        var talk = running(number);
        if (talk.staff() == null) {
            throw new Refused("talking.refused.waiting");
        }
        if (!by.equals(talk.staff()) && !user.may(Permissions.STAFF_CHANGE)) {
            throw new Refused("talking.refused.theirs");
        }
        if (!to.equals(talk.staff())) {
            mustBeHere(to, "talking.refused.not-here");
            staff.stays(to);
            room.give(talk, to);
            log(by, "talk.handed-over", talk);
        }
    }

    /** @param settled whether nothing is left to do; else its inquiry stays open @throws Refused if somebody else has it */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void end(String number, boolean settled, StaffId by) {
        var talk = store.byNumber(number, true).orElseThrow(NotFound::new);
        if (talk.isOver()) {
            return;
        }
        if (!by.equals(talk.staff())) {
            throw new Refused("talking.refused.taken");
        }
        room.end(talk, settled ? EndedWhy.ANSWERED : EndedWhy.OPEN);
        log(by, "talk.ended", talk);
    }

    private Talk running(String number) {
        var talk = store.byNumber(number, true).orElseThrow(NotFound::new);
        if (talk.isOver()) {
            throw new Refused("talking.refused.over");
        }
        return talk;
    }

    private void log(StaffId by, String action, Talk talk) {
        audit.changed(by, action, "talk", talk.id(), Change.of(talk.number()).about(talk.customer()));
    }
}
