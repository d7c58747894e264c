package app.regulars.demo;

import app.regulars.staff.NewStaff;
import app.regulars.account.Registration;
import app.regulars.customer.Companies;
import app.regulars.customer.CustomFieldDesk;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerRecordDesk;
import app.regulars.customer.FieldAudience;
import app.regulars.customer.FieldKind;
import app.regulars.customer.MemberRole;
import app.regulars.customer.MyCompanies;
import app.regulars.customer.MyProfile;
import app.regulars.customer.NewCustomer;
import app.regulars.customer.PartyKind;
import app.regulars.customer.ProfileAnswers;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.privacy.ConsentActor;
import app.regulars.privacy.ConsentLedger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who works at Harbourline and who buys there. Only those whom the start-up names can sign in. */
@Component
@Order(2)
class PeopleChapter implements DemoChapter {

    private static final double ENGAGED_DAYS_AGO = 1_800;

    private static final double ASKED_DAYS_AGO = 120;
    private static final String MANAGES = "priya";
    private static final String CAFE = "maren";

    private final Registration registration;
    private final CustomerDirectory customers;
    private final Companies companies;
    private final MyCompanies mine;
    private final MyProfile profiles;
    private final CustomerRecordDesk records;
    private final CustomFieldDesk fields;
    private final DemoLedger ledger;
    private final ConsentLedger consents;
    private final Clock clock;

    PeopleChapter(Registration registration, CustomerDirectory customers, Companies companies, ConsentLedger consents, Clock clock, MyCompanies mine, MyProfile profiles,
                  CustomerRecordDesk records, CustomFieldDesk fields, DemoLedger ledger) {
        this.mine = mine;
        this.profiles = profiles;
        this.records = records;
        this.fields = fields;
        this.ledger = ledger;
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
        timeline.add(story.daysAgo(ASKED_DAYS_AGO), "people-and-fields", () -> people(story));
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
        var buyer = companies.actsFor(self);
        if (company != null) {
            mine.answer(self, buyer, new ProfileAnswers("c2", activity(company.kind()), activity(company.kind()).equals("office") ? "staff" : "guests", null,
                    person.preferredChannel(), null), Map.of());
        }
        return buyer + " " + self;
    }

    private static String activity(String kind) {
        return switch (kind) {
            case "bakery" -> "food";
            case "office" -> "office";
            case "shop" -> "retail";
            default -> "hospitality";
        };
    }

    /** The café has people besides its owner, and the shop wants to know how people brew. */
    private String people(Story story) {
        var by = staff(ledger, MANAGES);
        var cafe = customer(ledger, CAFE);
        records.addMember(cafe, "Jonah Pike", "jonah@quietoar.example", MemberRole.BUYER, by);
        records.addMember(cafe, "June Whitty", "june@quietoar.example", MemberRole.VIEWER, by);
        fields.add(new CustomFieldDesk.Form("brews-with", "Brews with", "Prépare avec", FieldKind.CHOICE,
                "filter=Filter=Filtre\nespresso=Espresso machine=Machine à espresso\npress=French press=Cafetière à piston\nteapot=Teapot=Théière", PartyKind.PERSON,
                "To suggest the grind and gear that fit.", "Pour suggérer la mouture et le matériel qui conviennent.", "36", FieldAudience.CUSTOMER_WRITES, false), by);
        fields.add(new CustomFieldDesk.Form("birth-year", "Year of birth", "Année de naissance", FieldKind.NUMBER, "", PartyKind.PERSON,
                "To see which ages our shop speaks to.", "Pour voir à quels âges notre boutique s’adresse.", "24", FieldAudience.CUSTOMER_WRITES, true), by);
        profiles.answer(person(ledger, "amelie"), new ProfileAnswers("p2", null, "own", null, "email", "Architect"), Map.of("custom-brews-with", "press"));
        return "done";
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
