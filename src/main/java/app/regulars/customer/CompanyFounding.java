package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.text.PersonTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes companies: each with a first administrator, who acts for it from then on. */
@Component
class CompanyFounding {

    /** A name goes into invitations: it must not carry an address of its own. */
    private static final Pattern ADDRESS = Pattern.compile("https?:|www\\.|://|@|\\.(com|net|org|ru|cn|info|top|xyz)\\b", Pattern.CASE_INSENSITIVE);

    private final CustomerRepository customers;
    private final CompanyMemberRepository members;
    private final CustomerRecords records;
    private final FirstEntries first;
    private final Memberships memberships;
    private final ObjectProvider<CustomerLinks> links;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CompanyFounding(CustomerRepository customers, CompanyMemberRepository members, CustomerRecords records, FirstEntries first, Memberships memberships,
                    ObjectProvider<CustomerLinks> links, ApplicationEventPublisher events, Clock clock) {
        this.customers = customers;
        this.members = members;
        this.records = records;
        this.first = first;
        this.memberships = memberships;
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refused when missing, too long, or with an address in it */
    static String checkedName(String typed) {
        var name = PersonTexts.bounded(PersonTexts.required(typed, "customer.company.name.missing", "company"), PersonTexts.LONGEST_NAME, "company");
        if (ADDRESS.matcher(name).find()) {
            throw new Refused("customer.company.name.address", "company", Map.of());
        }
        return name;
    }

    /** The company of that name this person is a member of already, or a new one. */
    @Transactional
    public CustomerId foundOnce(CustomerId person, String typed, String kindWords, String note, String source, Origin origin, Instant at) {
        var name = PersonTexts.company(typed);
        var contact = customers.lock(person.value()).orElseThrow(NotFound::new);
        for (var member : members.findTop100ByPersonIdOrderBySince(person)) {
            var same = customers.findById(member.company().value()).filter(company -> PersonTexts.plain(company.companyName()).equals(PersonTexts.plain(name)));
            if (same.isPresent()) {
                return same.get().id();
            }
        }
        var kind = PersonTexts.bounded(PersonTexts.clean(kindWords), 40, "companyKind");
        var company = customers.save(new Customer(records.nextNumber(), name, kind, contact, source, first.stage(source), at));
        company.describeNote(note);
        customers.flush();
        first.write(Map.of(company.id(), new NewCustomer(contact.name(), name, kind, contact.email(), null, contact.locale(), null, at, source, null, null, null, origin)));
        members.save(new CompanyMember(company.id(), person, MemberRole.ADMINISTRATOR, null, at));
        contact.actFor(company.id());
        memberships.changed();
        return company.id();
    }

    /**
     * A record that was kept as person and company in one becomes the company, with its orders, prices and letters; the person gets
     * a record of her own with what she wrote and looked for herself, and administers it.
     *
     * @return the person's new record
     */
    @Transactional
    public CustomerId part(CustomerId one) {
        var company = customers.lock(one.value()).filter(row -> !row.isCompany() && row.companyName() != null).orElseThrow(NotFound::new);
        var person = company.partFromCompany(records.nextNumber());
        customers.flush();
        customers.save(person);
        customers.flush();
        var card = person.card();
        first.write(Map.of(person.id(), new NewCustomer(card.name(), null, null, card.email(), null, card.locale(), null, card.since(), person.source(), null, null, null)));
        members.save(new CompanyMember(company.id(), person.id(), MemberRole.ADMINISTRATOR, null, card.since()));
        person.actFor(company.id());
        customers.flush();
        links.stream().filter(CustomerLinks::isPersonal).forEach(each -> each.move(company.id(), person.id()));
        events.publishEvent(new PersonParted(company.id(), person.id(), clock.instant()));
        return person.id();
    }
}
