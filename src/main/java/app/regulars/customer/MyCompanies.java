package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.text.PersonTexts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customers' door to their companies. Every question names the person who asks; a company she is no member of is not there, and
 * what only administrators do is refused to others.
 */
@Service
@Transactional
public class MyCompanies {

    private static final int INVITATIONS_A_DAY = 20;

    private final CustomerRepository customers;
    private final CompanyInvitationRepository invitations;
    private final CompanyRules rules;
    private final Memberships memberships;
    private final CompanyMails mails;
    private final ChangeHistory history;
    private final MyProfile profile;
    private final AddressBook book;
    private final Clock clock;

    MyCompanies(CustomerRepository customers, CompanyInvitationRepository invitations, CompanyRules rules, Memberships memberships, CompanyMails mails,
                ChangeHistory history, MyProfile profile, AddressBook book, Clock clock) {
        this.profile = profile;
        this.customers = customers;
        this.invitations = invitations;
        this.rules = rules;
        this.memberships = memberships;
        this.mails = mails;
        this.history = history;
        this.book = book;
        this.clock = clock;
    }

    /** What an administrator may change. */
    public record CompanyForm(String name, String kind, String taxNumber, Locale locale) {

        @Override
        public String toString() {
            return "a company";
        }
    }

    @Transactional(readOnly = true)
    public CompanyFile show(CustomerId person, CustomerId company) {
        var role = role(person, company);
        return rules.file(company, role, role == MemberRole.ADMINISTRATOR);
    }

    /** Everything that is wrong with the form, one refusal a field. */
    public List<Refused> problems(CompanyForm typed) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> CompanyFounding.checkedName(typed.name()));
        Refused.collect(problems, () -> PersonTexts.bounded(PersonTexts.clean(typed.kind()), 40, "kind"));
        Refused.collect(problems, () -> CompanyRules.taxNumber(typed.taxNumber()));
        return problems;
    }

    public void change(CustomerId person, CustomerId company, CompanyForm typed) {
        administers(person, company);
        var row = customers.lock(company.value()).orElseThrow(NotFound::new);
        var before = row.fields();
        row.describeCompany(CompanyFounding.checkedName(typed.name()), PersonTexts.bounded(PersonTexts.clean(typed.kind()), 40, "kind"),
                CompanyRules.taxNumber(typed.taxNumber()), typed.locale());
        history.compare(company, before, row.fields(), ChangeActor.person(person));
    }

    /** What the company says of itself. */
    @Transactional(readOnly = true)
    public MyProfile.Profile profile(CustomerId person, CustomerId company) {
        role(person, company);
        return profile.show(company);
    }

    /** Everything that is wrong with the answers, one refusal a field. */
    @Transactional(readOnly = true)
    public List<Refused> problems(CustomerId person, CustomerId company, ProfileAnswers answers, Map<String, String> custom) {
        administers(person, company);
        return profile.problems(company, answers, custom);
    }

    public void answer(CustomerId person, CustomerId company, ProfileAnswers answers, Map<String, String> custom) {
        administers(person, company);
        profile.answer(company, answers, custom, ChangeActor.person(person));
    }

    /** Mails a link by which the owner of the address may act for the company; those of before for the same address end. */
    public void invite(CustomerId person, CustomerId company, String typedEmail, MemberRole role, Locale locale) {
        administers(person, company);
        var email = EmailAddress.of(typedEmail).value();
        if (role == null) {
            throw new Refused("customer.member.role.missing", "role", Map.of());
        }
        var now = clock.instant();
        var name = CompanyFounding.checkedName(customers.lock(company.value()).orElseThrow(NotFound::new).companyName());
        if (rules.file(company, null, false).members().stream().anyMatch(member -> email.equals(member.email()))) {
            throw new Refused("customer.member.known", "email", Map.of());
        }
        if (invitations.countByCompanyIdAndCreatedAtAfter(company, now.minus(Duration.ofDays(1))) >= INVITATIONS_A_DAY) {
            throw new Refused("customer.member.many", "email", Map.of("most", INVITATIONS_A_DAY));
        }
        invitations.open(company, now).stream().filter(invitation -> invitation.email().equals(email)).forEach(invitation -> invitation.revoke(now));
        var token = Secrets.next();
        invitations.save(new CompanyInvitation(company, email, role, token, person.value(), now));
        history.record(company, "invitation", null, email + " (" + role.code() + ")", ChangeActor.person(person));
        mails.invite(email, locale, name, token);
    }

    public void revoke(CustomerId person, CustomerId company, UUID invitation) {
        administers(person, company);
        var row = invitations.findByIdAndCompanyId(invitation, company).orElseThrow(NotFound::new);
        row.revoke(clock.instant());
        history.record(company, "invitation", row.email() + " (" + row.role().code() + ")", null, ChangeActor.person(person));
    }

    public void changeRole(CustomerId person, CustomerId company, UUID member, MemberRole role) {
        administers(person, company);
        if (role == null) {
            throw new NotFound();
        }
        rules.change(company, member, role, ChangeActor.person(person));
    }

    /** Anybody may take herself out, administrators others as well. */
    public void remove(CustomerId person, CustomerId company, UUID member) {
        var mine = role(person, company);
        var own = rules.file(company, mine, false).members().stream().anyMatch(each -> each.id().equals(member) && each.person().equals(person));
        if (!own) {
            administers(person, company);
        }
        rules.remove(company, member, ChangeActor.person(person));
    }

    /** @param id null for a new one */
    public void saveAddress(CustomerId person, CustomerId company, UUID id, PostalAddress typed, boolean asDefault) {
        administers(person, company);
        book.save(company, id, typed, asDefault, ChangeActor.person(person));
    }

    public void makeDefault(CustomerId person, CustomerId company, UUID id) {
        administers(person, company);
        book.makeDefault(company, id);
    }

    public void removeAddress(CustomerId person, CustomerId company, UUID id) {
        administers(person, company);
        book.remove(company, id, ChangeActor.person(person));
    }

    /** What a link is about, for whoever holds it; empty for one that does not work any more. */
    @Transactional(readOnly = true)
    public Optional<Invited> invited(String token) {
        return open(token).map(invitation -> new Invited(customers.findById(invitation.company().value()).orElseThrow(NotFound::new).companyName(),
                invitation.role(), masked(invitation.email()), invitation.email()));
    }

    /** @param shown the address as a holder of the link may see it; @param email whole, to be compared only */
    public record Invited(String company, MemberRole role, String shown, String email) {

        @Override
        public String toString() {
            return "an invitation";
        }
    }

    /**
     * Takes the invitation up: the person may act for the company from now on, and does.
     *
     * @param verified the address of the account that is signed in
     * @throws Refused when the link is used or over, or was sent to another address
     */
    public CustomerId accept(CustomerId person, String verified, String token) {
        var invitation = invitations.findByTokenHash(Secrets.hash(token == null ? "" : token)).orElseThrow(() -> new Refused("customer.join.over"));
        invitation.accept(verified, clock.instant());
        rules.add(invitation.company(), person, invitation.role(), new ChangeActor(ChangeActor.Kind.PERSON, person.value()));
        customers.findById(person.value()).orElseThrow(NotFound::new).actFor(invitation.company());
        return invitation.company();
    }

    private Optional<CompanyInvitation> open(String token) {
        return token == null || token.length() > 100 ? Optional.empty()
                : invitations.findByTokenHash(Secrets.hash(token)).filter(invitation -> invitation.isOpen(clock.instant()));
    }

    private static String masked(String email) {
        var at = email.indexOf('@');
        return email.substring(0, Math.min(2, at)) + "…" + email.substring(at);
    }

    private MemberRole role(CustomerId person, CustomerId company) {
        return memberships.role(person, company).orElseThrow(NotFound::new);
    }

    private void administers(CustomerId person, CustomerId company) {
        if (role(person, company) != MemberRole.ADMINISTRATOR) {
            throw new Refused("customer.company.administrators");
        }
    }
}
