package app.regulars.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Roles;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The managers' door to those who work here. There is always one manager left. */
@Service
@Transactional
@RolesAllowed(Roles.MANAGER)
public class StaffDesk {

    private final StaffRepository staff;
    private final StaffSignIn signIn;
    private final AuditTrail audit;
    private final Clock clock;

    StaffDesk(StaffRepository staff, StaffSignIn signIn, AuditTrail audit, Clock clock) {
        this.staff = staff;
        this.signIn = signIn;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody, those who are active first, at most 500. */
    @RolesAllowed(Roles.MANAGER)
    @Transactional(readOnly = true)
    public List<StaffEntry> list() {
        var members = staff.findTop500ByOrderByActiveDescNameAsc();
        var known = signIn.states(members.stream().map(StaffMember::id).toList());
        return members.stream().map(member -> {
            var state = known.get(member.id());
            return member.entry(state == null ? null : state.last(), state != null && state.chosen());
        }).toList();
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @RolesAllowed(Roles.MANAGER)
    public List<Refused> problems(NewStaff person) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> PersonTexts.name(person.name()));
        Refused.collect(problems, () -> {
            if (staff.findByEmail(EmailAddress.of(person.email()).value()).isPresent()) {
                throw new Refused("staff.known", "email", Map.of());
            }
        });
        Refused.collect(problems, () -> PersonTexts.bounded(PersonTexts.clean(person.team()), 120, "team"));
        if (person.role() == null) {
            problems.add(new Refused("staff.role.missing", "role", Map.of()));
        }
        return problems;
    }

    /**
     * Takes somebody on and mails a link to choose the first password.
     *
     * @throws Refused for the first of the {@link #problems}
     */
    @RolesAllowed(Roles.MANAGER)
    public StaffId create(NewStaff person, Locale locale, StaffId by) {
        problems(person).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var now = clock.instant();
        var member = staff.save(new StaffMember(person, now));
        signIn.invite(member.id(), member.email(), locale);
        audit.record(by, "staff.created", "staff", member.id().value(), "role " + member.role());
        return member.id();
    }

    /** Mails a new link; those from before end. */
    @RolesAllowed(Roles.MANAGER)
    public void inviteAgain(StaffId id, Locale locale, StaffId by) {
        var member = staff.findById(id.value()).filter(StaffMember::isActive).orElseThrow(NotFound::new);
        signIn.invite(id, member.email(), locale);
        audit.record(by, "staff.invited", "staff", member.id().value(), null);
    }

    /** Who is signed in signs in again, with the new role. @throws Refused when the last manager would be none */
    @RolesAllowed(Roles.MANAGER)
    public void assign(StaffId id, StaffRole role, StaffId by) {
        var member = staff.findById(id.value()).orElseThrow(NotFound::new);
        if (role != StaffRole.MANAGER) {
            keepAManager(member);
        }
        audit.record(by, "staff.role", "staff", id.value(), member.role() + " to " + role);
        member.assign(role);
        signIn.signOut(id);
    }

    /** Ends or reopens the sign-in; whoever is signed in is signed out. @throws Refused for the last manager */
    @RolesAllowed(Roles.MANAGER)
    public void activate(StaffId id, boolean active, StaffId by) {
        var member = staff.findById(id.value()).orElseThrow(NotFound::new);
        if (!active) {
            keepAManager(member);
            signIn.end(id, member.email());
        }
        member.activate(active);
        audit.record(by, active ? "staff.activated" : "staff.suspended", "staff", id.value(), null);
    }

    private void keepAManager(StaffMember member) {
        if (member.isActive() && member.role() == StaffRole.MANAGER && staff.countByActiveTrueAndRole(StaffRole.MANAGER) < 2) {
            throw new Refused("staff.last-manager");
        }
    }
}
