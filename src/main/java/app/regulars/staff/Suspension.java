package app.regulars.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffHandover;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a member of staff go, in one step: nothing keeps them signed in, and whatever they are in charge of goes to a colleague or to
 * the queue. All of it happens, or nothing does.
 */
@Service
@Transactional
@RolesAllowed(Permissions.STAFF_CHANGE)
public class Suspension {

    private final StaffRepository staff;
    private final StaffRules rules;
    private final StaffBook book;
    private final StaffSignIn signIn;
    private final List<StaffHandover> handovers;
    private final AuditTrail audit;
    private final Clock clock;

    Suspension(StaffRepository staff, StaffRules rules, StaffBook book, StaffSignIn signIn, List<StaffHandover> handovers, AuditTrail audit, Clock clock) {
        this.staff = staff;
        this.rules = rules;
        this.book = book;
        this.signIn = signIn;
        this.handovers = handovers;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many open matters of each kind would be handed over, by the key of its text; kinds without any are left away. */
    @Transactional(readOnly = true)
    public Map<String, Long> preview(StaffId id) {
        var counts = new LinkedHashMap<String, Long>();
        handovers.forEach(handover -> {
            var count = handover.count(id);
            if (count > 0) {
                counts.merge(handover.matters(), count, Long::sum);
            }
        });
        return counts;
    }

    /**
     * @param to     who takes over; null for the queue
     * @param reason for the history; may be null
     * @return how many matters of each kind changed hands, as in the {@link #preview}
     * @throws Refused for somebody who is the last to hold everything, who holds more than whoever asks, for oneself, and when the one
     *     who should take over does not work here
     */
    public Map<String, Long> suspend(StaffId id, StaffId to, String reason, StaffId by) {
        book.changing(id);
        var now = clock.instant();
        var member = staff.lock(id.value()).filter(StaffMember::isActive).orElseThrow(NotFound::new);
        if (id.equals(by)) {
            throw new Refused("staff.suspend.self");
        }
        rules.refuseMoreThanOwn(member.roles(), by);
        if (to != null && (to.equals(id) || staff.lock(to.value()).filter(StaffMember::isActive).isEmpty())) {
            throw new Refused("staff.suspend.to.broken", "to", Map.of());
        }
        member.suspend(now);
        staff.saveAndFlush(member);
        rules.keepSomebody();
        signIn.end(id, member.email());
        var moved = new LinkedHashMap<String, Long>();
        for (var handover : handovers) {
            var count = handover.handOver(id, to, by, now);
            if (count > 0) {
                moved.merge(handover.matters(), count, Long::sum);
            }
        }
        var why = PersonTexts.bounded(PersonTexts.clean(reason), 500, "reason");
        var after = Change.fields("active", false, "handedOverTo", to == null ? "queue" : staff.findById(to.value()).map(StaffMember::email).orElse(""));
        moved.forEach((kind, count) -> after.put(kind, count));
        audit.changed(by, "staff.suspended", "staff", id.value(), Change.of(member.email()).from(Change.fields("active", true)).to(after).because(why));
        return moved;
    }
}
