package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.PersonTexts;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What holds for the people of a company, whoever changes them: one administrator stays, everything is written down. */
@Component
class CompanyRules {

    private final CustomerRepository customers;
    private final CompanyMemberRepository members;
    private final CompanyInvitationRepository invitations;
    private final AddressBook book;
    private final Memberships memberships;
    private final ChangeHistory history;
    private final Clock clock;

    CompanyRules(CustomerRepository customers, CompanyMemberRepository members, CompanyInvitationRepository invitations, AddressBook book,
                 Memberships memberships, ChangeHistory history, Clock clock) {
        this.customers = customers;
        this.members = members;
        this.invitations = invitations;
        this.book = book;
        this.memberships = memberships;
        this.history = history;
        this.clock = clock;
    }

    /** @param mine null for staff */
    CompanyFile file(CustomerId id, MemberRole mine, boolean withInvitations) {
        var company = customers.findById(id.value()).filter(Customer::isCompany).orElseThrow(NotFound::new);
        var rows = members.findTop200ByCompanyIdOrderBySince(id);
        var people = new HashMap<CustomerId, Customer>();
        customers.findByIdIn(rows.stream().map(row -> row.person().value()).toList()).forEach(person -> people.put(person.id(), person));
        var list = rows.stream().filter(row -> people.containsKey(row.person())).map(row -> new CompanyFile.Member(row.id(), row.person(),
                people.get(row.person()).name(), people.get(row.person()).email(), row.role(), row.since())).toList();
        var open = withInvitations ? invitations.open(id, clock.instant()).stream()
                .map(invitation -> new CompanyFile.Invitation(invitation.id(), invitation.email(), invitation.role(), invitation.createdAt(), invitation.expiresAt()))
                .toList() : List.<CompanyFile.Invitation>of();
        return new CompanyFile(company.card(), company.profile().companyKind(), company.taxNumber(), company.paymentDays(), mine, list, open, book.of(id));
    }

    void add(CustomerId company, CustomerId person, MemberRole role, ChangeActor by) {
        var name = customers.findById(person.value()).filter(row -> !row.isCompany()).orElseThrow(NotFound::new).name();
        lock(company);
        var known = members.findByCompanyIdAndPersonId(company, person);
        if (known.isPresent()) {
            return;
        }
        members.save(new CompanyMember(company, person, role, by.id(), clock.instant()));
        history.record(company, "member", null, name + " (" + role.code() + ")", by);
        memberships.changed();
    }

    /** @throws Refused when nobody would administer the company any more */
    void change(CustomerId company, UUID member, MemberRole role, ChangeActor by) {
        lock(company);
        var row = members.findByIdAndCompanyId(member, company).orElseThrow(NotFound::new);
        if (row.role() == role) {
            return;
        }
        if (role != MemberRole.ADMINISTRATOR) {
            keepAnAdministrator(company, row);
        }
        var name = name(row.person());
        history.record(company, "member", name + " (" + row.role().code() + ")", name + " (" + role.code() + ")", by);
        row.become(role);
        memberships.changed();
    }

    /** @throws Refused when nobody would administer the company any more */
    void remove(CustomerId company, UUID member, ChangeActor by) {
        var owner = lock(company);
        var row = members.findByIdAndCompanyId(member, company).orElseThrow(NotFound::new);
        keepAnAdministrator(company, row);
        var person = customers.findById(row.person().value()).orElseThrow(NotFound::new);
        history.record(company, "member", person.name() + " (" + row.role().code() + ")", null, by);
        members.delete(row);
        if (company.equals(person.actingFor())) {
            person.actFor(null);
        }
        if (person.email() != null && person.email().equals(owner.contactEmail())) {
            members.findTop200ByCompanyIdOrderBySince(company).stream().filter(other -> other.role() == MemberRole.ADMINISTRATOR && !other.id().equals(member))
                    .findFirst().flatMap(other -> customers.findById(other.person().value())).ifPresent(owner::writeTo);
        }
        memberships.changed();
    }

    private void keepAnAdministrator(CustomerId company, CompanyMember leaving) {
        if (leaving.role() == MemberRole.ADMINISTRATOR && members.findTop200ByCompanyIdOrderBySince(company).stream()
                .noneMatch(other -> other.role() == MemberRole.ADMINISTRATOR && !other.id().equals(leaving.id()))) {
            throw new Refused("customer.member.last-administrator");
        }
    }

    /** Changes of one company follow each other. */
    private Customer lock(CustomerId company) {
        return customers.lock(company.value()).filter(Customer::isCompany).orElseThrow(NotFound::new);
    }

    private String name(CustomerId person) {
        return customers.findById(person.value()).map(Customer::name).orElse("");
    }

    /** What is wrong with a tax registration, else as it is kept; null when there is none. */
    static String taxNumber(String typed) {
        var text = PersonTexts.clean(typed);
        if (text != null && !text.matches("[A-Za-z0-9 .\\-/]{5,40}")) {
            throw new Refused("customer.tax-number.broken", "taxNumber", Map.of());
        }
        return text;
    }
}
