package app.regulars.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to those who work here. There is always somebody left who may do everything; nobody gives, or rules over, more than they
 * hold themselves. Whatever changes counts at once, for live pages too.
 */
@Service
@Transactional
@RolesAllowed(Permissions.STAFF_CHANGE)
public class StaffDesk {

    private static final int LONGEST_TEAM = 120;
    private static final UUID SECOND_STEP = UUID.nameUUIDFromBytes("setting:second-step".getBytes());

    private final StaffRepository staff;
    private final StaffRules rules;
    private final StaffBook book;
    private final StaffSignIn signIn;
    private final StaffSecondSteps steps;
    private final AuditTrail audit;
    private final Clock clock;

    StaffDesk(StaffRepository staff, StaffRules rules, StaffBook book, StaffSignIn signIn, StaffSecondSteps steps, AuditTrail audit, Clock clock) {
        this.staff = staff;
        this.rules = rules;
        this.book = book;
        this.signIn = signIn;
        this.steps = steps;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everybody, those who are active first, at most 500. */
    @Transactional(readOnly = true)
    public List<StaffEntry> list() {
        var members = staff.everybody();
        var known = signIn.states(members.stream().map(StaffMember::id).toList());
        var secured = steps.whoHaveOne();
        return members.stream().map(member -> {
            var state = known.get(member.id());
            return member.entry(state == null ? null : state.last(), state != null && state.chosen(), secured.contains(member.id()));
        }).toList();
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @Transactional(readOnly = true)
    public List<Refused> problems(NewStaff person) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> PersonTexts.name(person.name()));
        Refused.collect(problems, () -> {
            if (staff.findByEmail(EmailAddress.of(person.email()).value()).isPresent()) {
                throw new Refused("staff.known", "email", Map.of());
            }
        });
        Refused.collect(problems, () -> PersonTexts.bounded(PersonTexts.clean(person.team()), LONGEST_TEAM, "team"));
        Refused.collect(problems, () -> rules.known(person.roles()));
        return problems;
    }

    /**
     * Takes somebody on and mails a link to choose the first password.
     *
     * @throws Refused for the first of the {@link #problems}, and for a role that holds more than whoever gives it
     */
    public StaffId create(NewStaff person, Locale locale, StaffId by) {
        book.changing();
        problems(person).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        rules.refuseMoreThanOwn(person.roles(), by);
        var member = staff.save(new StaffMember(person, clock.instant()));
        signIn.invite(member.id(), member.email(), locale);
        audit.changed(by, "staff.created", "staff", member.id().value(), Change.of(member.email()).to(StaffRules.fields(member)));
        return member.id();
    }

    /** Mails a new link; those from before end. */
    public void inviteAgain(StaffId id, Locale locale, StaffId by) {
        var member = rules.active(id);
        signIn.invite(id, member.email(), locale);
        audit.changed(by, "staff.invited", "staff", id.value(), Change.of(member.email()));
    }

    /** @throws Refused when nobody would be left who may do everything, and for more than whoever gives it holds */
    public void assign(StaffId id, Set<String> codes, StaffId by) {
        book.changing(id);
        var member = rules.active(id);
        rules.known(codes);
        rules.refuseMoreThanOwn(member.roles(), by);
        rules.refuseMoreThanOwn(codes, by);
        var before = StaffRules.fields(member);
        member.assign(codes);
        staff.save(member);
        rules.keepSomebody();
        audit.changed(by, "staff.roles", "staff", id.value(), Change.of(member.email()).from(before).to(StaffRules.fields(member)));
    }

    /**
     * For a lost device: signs the member out everywhere; the next sign-in sets up a new second step. The page asks for a fresh proof
     * of whoever does it.
     */
    public void resetSecondStep(StaffId id, StaffId by) {
        book.changing(id);
        var member = rules.active(id);
        rules.refuseMoreThanOwn(member.roles(), by);
        steps.remove(id);
        member.signOutEverywhere();
        signIn.signOut(id);
        audit.changed(by, "staff.second-step.reset", "staff", id.value(), Change.of(member.email()));
    }

    /** Whether everybody has to have a second step. The page asks for a fresh proof. */
    public void requireSecondStep(boolean yes, StaffId by) {
        var before = steps.isRequired();
        steps.require(yes);
        audit.changed(by, "staff.second-step.required", "setting", SECOND_STEP, Change.of("second step").of("required", before, yes));
    }

    /** Lets somebody in again; what was handed over stays where it is. */
    public void reinstate(StaffId id, StaffId by) {
        book.changing(id);
        var member = staff.findById(id.value()).filter(found -> !found.isActive()).orElseThrow(NotFound::new);
        rules.refuseMoreThanOwn(member.roles(), by);
        member.reinstate();
        audit.changed(by, "staff.activated", "staff", id.value(), Change.of(member.email()).of("active", false, true));
    }
}
