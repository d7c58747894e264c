package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.persistence.Reading;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: for which companies a person acts, and what she may do there. */
@Service
@Transactional(readOnly = true)
public class Companies {

    private final CustomerRepository customers;
    private final CompanyMemberRepository members;
    private final CompanyFounding founding;
    private final Memberships memberships;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Companies(CustomerRepository customers, CompanyMemberRepository members, CompanyFounding founding, Memberships memberships, JdbcTemplate jdbc, Clock clock) {
        this.customers = customers;
        this.members = members;
        this.founding = founding;
        this.memberships = memberships;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whom the person acts for: the company she chose last, as long as she is a member there, else herself. */
    public CustomerId actsFor(CustomerId person) {
        return customers.findById(person.value()).map(Customer::actingFor).filter(company -> memberships.role(person, company).isPresent()).orElse(person);
    }

    /** @throws NotFound for a company that is not there or that she is no member of */
    @Transactional
    public void actFor(CustomerId person, CustomerId whom) {
        if (!person.equals(whom) && memberships.role(person, whom).isEmpty()) {
            throw new NotFound();
        }
        customers.findById(person.value()).orElseThrow(NotFound::new).actFor(person.equals(whom) ? null : whom);
    }

    /** The companies she may act for, by the time she came to them; at most 100. */
    public List<CustomerCard> of(CustomerId person) {
        var mine = members.findTop100ByPersonIdOrderBySince(person).stream().map(CompanyMember::company).toList();
        var cards = new HashMap<CustomerId, CustomerCard>();
        customers.findByIdIn(mine.stream().map(CustomerId::value).toList()).forEach(company -> cards.put(company.id(), company.card()));
        return mine.stream().map(cards::get).filter(java.util.Objects::nonNull).toList();
    }

    /** Whether the person may order for that customer: for herself always, for a company by her role there. */
    public boolean mayOrder(CustomerId person, CustomerId customer) {
        return person.equals(customer) || memberships.role(person, customer).filter(MemberRole::mayOrder).isPresent();
    }

    public Optional<MemberRole> role(CustomerId person, CustomerId company) {
        return memberships.role(person, company);
    }

    /** The people who may act for a company and hold one of these roles, by the time they came to it; at most 200. */
    public List<CustomerCard> people(CustomerId company, Set<MemberRole> roles) {
        var found = members.findTop200ByCompanyIdOrderBySince(company).stream().filter(member -> roles.contains(member.role())).map(CompanyMember::person).toList();
        var cards = new HashMap<CustomerId, CustomerCard>();
        customers.findByIdIn(found.stream().map(CustomerId::value).toList()).forEach(person -> cards.put(person.id(), person.card()));
        return found.stream().map(cards::get).filter(java.util.Objects::nonNull).toList();
    }

    /** Of each person who is a member of exactly one company, that company: whose orders of the past hers are. */
    public Map<CustomerId, CustomerId> soleCompanies(Collection<CustomerId> people) {
        var sole = new HashMap<CustomerId, CustomerId>();
        if (!people.isEmpty()) {
            var several = new java.util.HashSet<CustomerId>();
            members.findByPersonIdIn(people).forEach(member -> {
                if (sole.putIfAbsent(member.person(), member.company()) != null) {
                    several.add(member.person());
                }
            });
            sole.keySet().removeAll(several);
        }
        return sole;
    }

    /** Days until an invoice of this customer is due; empty for those of the shop. */
    public Optional<Integer> paymentDays(CustomerId customer) {
        return Reading.once(() -> jdbc.query("select payment_days from customer where id = ?", (row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)),
                (Object) Columns.bytes(customer.value())), "payment-days", customer).stream().findFirst().flatMap(found -> found);
    }

    /** The company of that name this person is a member of already, or a new one that she administers. */
    @Transactional
    public CustomerId found(CustomerId person, String name, String source) {
        return founding.foundOnce(person, CompanyFounding.checkedName(name), null, null, source, null, clock.instant());
    }

    /** Records from before there were companies, at most so many: person and company in one. Asked at every start, hence in plain SQL. */
    public List<CustomerId> unparted(int most) {
        return jdbc.query("select id from customer where kind = 'PERSON' and company_name is not null order by id limit ?",
                (row, number) -> new CustomerId(Columns.uuid(row.getBytes("id"))), most);
    }

    /** Parts such a record; answers the person, and the record stays the company's. */
    @Transactional
    public CustomerId part(CustomerId one) {
        return founding.part(one);
    }
}
