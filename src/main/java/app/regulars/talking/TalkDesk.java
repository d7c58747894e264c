package app.regulars.talking;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to live talks. Who took one answers in it; it is handed over, not taken away unseen. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class TalkDesk {

    private static final int MOST = 200;
    private static final Duration WRITES_FOR = Duration.ofSeconds(6);

    private final TalkStore store;
    private final TalkRoom room;
    private final StaffDirectory staff;
    private final AuditTrail audit;
    private final Clock clock;

    TalkDesk(TalkStore store, TalkRoom room, StaffDirectory staff, AuditTrail audit, Clock clock) {
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
        return store.open(MOST).stream().map(talk -> room.shown(talk, 0, true)).sorted(Comparator.comparing((Conversation talk) -> talk.staff() != null)).toList();
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

    /** @throws Refused if somebody else has it, or it is over */
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
        staff.stays(by);
        room.give(talk, by);
        log(by, "talk.taken", talk);
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

    /** Everything that was said goes along. @throws Refused if it waits or is over, or for somebody who does not work here any more */
    @Transactional
    @RolesAllowed(Permissions.INQUIRIES_ANSWER)
    public void handOver(String number, StaffId to, StaffId by) {
        var talk = running(number);
        if (talk.staff() == null) {
            throw new Refused("talking.refused.waiting");
        }
        if (!to.equals(talk.staff())) {
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
