package app.regulars.demo;

import app.regulars.staff.NewStaff;
import app.regulars.account.Registration;
import app.regulars.customer.Companies;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.NewCustomer;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.privacy.ConsentActor;
import app.regulars.privacy.ConsentLedger;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who works at Harbourline and who buys there. Only those whom the start-up names can sign in. */
@Component
@Order(2)
class PeopleChapter implements DemoChapter {

    private static final double ENGAGED_DAYS_AGO = 1_800;

    private final Registration registration;
    private final CustomerDirectory customers;
    private final Companies companies;
    private final ConsentLedger consents;
    private final Clock clock;

    PeopleChapter(Registration registration, CustomerDirectory customers, Companies companies, ConsentLedger consents, Clock clock) {
        this.companies = companies;
        this.registration = registration;
        this.customers = customers;
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        for (var member : story.data().staff()) {
            timeline.add(story.daysAgo(ENGAGED_DAYS_AGO), staff(member.key()), () -> engage(member).toString());
        }
        for (var person : story.data().people()) {
            timeline.add(story.daysAgo(person.joinedDaysAgo()), customer(person.key()), () -> join(person));
        }
    }

    private StaffId engage(DemoData.Staff member) {
        var role = "owner".equals(member.role()) ? Permissions.MANAGER : member.role();
        var password = DemoSignIns.emails().contains(member.email()) ? DemoSignIns.PASSWORD : null;
        return registration.engage(new NewStaff(member.name(), member.email(), Set.of(role), member.languages(), member.team()), password, clock.instant());
    }

    /** Who buys, and after a space who she is: for a company two records. */
    private String join(DemoData.Person person) {
        var company = person.company();
        var self = customers.obtainAll(List.of(new NewCustomer(person.name(), person.companyName(), company == null ? null : company.kind(),
                person.email(), person.phone(), Languages.of(person.language()), person.address().of(person.recipient()), clock.instant(),
                "registration", person.preferredChannel(), person.occupation(), person.notes()))).values().iterator().next();
        person.consents().forEach((purpose, given) -> {
            if (given) {
                consents.grant(self, purpose, Languages.of(person.language()), "registration", ConsentActor.person(self), clock.instant());
            }
        });
        if (DemoSignIns.emails().contains(person.email())) {
            registration.openAccount(self, DemoSignIns.PASSWORD, clock.instant());
        }
        return companies.actsFor(self) + " " + self;
    }

    static String staff(String key) {
        return "staff:" + key;
    }

    static String customer(String key) {
        return "customer:" + key;
    }

    static StaffId staff(DemoLedger ledger, String key) {
        return new StaffId(UUID.fromString(ledger.required(staff(key))));
    }

    /** Who buys: the person, or her company. */
    static CustomerId customer(DemoLedger ledger, String key) {
        return new CustomerId(UUID.fromString(ledger.required(customer(key)).split(" ")[0]));
    }

    /** The person herself. */
    static CustomerId person(DemoLedger ledger, String key) {
        var both = ledger.required(customer(key)).split(" ");
        return new CustomerId(UUID.fromString(both[both.length - 1]));
    }
}
