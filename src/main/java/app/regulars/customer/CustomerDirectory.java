package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.text.PhoneNumbers;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: who a customer is. */
@Service
@Transactional(readOnly = true, noRollbackFor = Refused.class)
public class CustomerDirectory {

    private static final int MOST_AT_ONCE = 500;

    private final CustomerRepository customers;
    private final CustomerRecords records;
    private final CompanyFounding founding;
    private final ChangeHistory history;
    private final CustomFields fields;
    private final Stages stages;
    private final AddressBook book;
    private final Survivors survivors;
    private final Clock clock;

    CustomerDirectory(CustomerRepository customers, CustomerRecords records, CompanyFounding founding, ChangeHistory history, CustomFields fields, Stages stages,
                      AddressBook book, Survivors survivors, Clock clock) {
        this.survivors = survivors;
        this.founding = founding;
        this.history = history;
        this.fields = fields;
        this.stages = stages;
        this.customers = customers;
        this.records = records;
        this.book = book;
        this.clock = clock;
    }

    /** The record that counts: of one that was merged, the one that it leads to. */
    public Optional<CustomerCard> find(CustomerId id) {
        return survivors.of(customers.findById(id.value())).map(Customer::card);
    }

    /** The language that she said she reads; nothing where we only know in which one she came. */
    public Optional<Locale> languageChosen(CustomerId id) {
        return customers.findById(id.value()).flatMap(Customer::languageChosen);
    }

    /** The record as it is, merged or not. */
    public Optional<CustomerCard> record(CustomerId id) {
        return customers.findById(id.value()).map(Customer::card);
    }

    /** The records as they are, merged or not; one statement. @param ids at most 500 */
    public Map<CustomerId, CustomerCard> records(Collection<CustomerId> ids) {
        var records = new HashMap<CustomerId, CustomerCard>();
        customers.findByIdIn(ids.stream().distinct().map(CustomerId::value).toList()).forEach(customer -> records.put(customer.id(), customer.card()));
        return records;
    }

    /** The records that were merged into this one, directly or over another. */
    public List<CustomerId> absorbed(CustomerId survivor) {
        return survivors.absorbed(survivor);
    }

    /** For going through everybody: those that count, in the order of their ids. @param after null for the first */
    public List<CustomerCard> after(CustomerId after, int limit) {
        return customers.after(after == null ? null : after.value(), Limit.of(limit)).stream().map(Customer::card).toList();
    }

    /** The addresses of up to 500 customers; one statement. */
    public Map<CustomerId, List<PostalAddress>> addressesOf(Collection<CustomerId> ids) {
        return book.of(ids);
    }

    /**
     * Lets one record lead to another, for the matching module: it moves what belongs to it.
     *
     * @throws Refused when they are one already, or a person and a company
     */
    @Transactional
    public void absorb(CustomerId absorbed, CustomerId survivor) {
        survivors.absorb(absorbed, survivor);
    }

    /** The record counts again. */
    @Transactional
    public void release(CustomerId absorbed) {
        survivors.release(absorbed);
    }

    /** One statement, up to 500 at once; one more for each further 500. */
    public Map<CustomerId, CustomerCard> cards(Collection<CustomerId> ids) {
        var cards = new HashMap<CustomerId, CustomerCard>();
        var all = ids.stream().distinct().map(CustomerId::value).toList();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            customers.findByIdIn(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)))
                    .forEach(customer -> cards.put(customer.id(), survivors.of(customer).card()));
        }
        return cards;
    }

    /** @param email any case */
    public Optional<CustomerCard> findByEmail(String email) {
        return EmailAddress.parse(email).flatMap(address -> survivors.of(customers.findByEmail(address.value()))).map(Customer::card);
    }

    /** @param number as people say it, "C-00318", any case */
    public Optional<CustomerCard> findByNumber(String number) {
        return number == null ? Optional.empty() : survivors.of(customers.findByNumber(number.strip().toUpperCase(Locale.ROOT))).map(Customer::card);
    }

    /**
     * Everybody who is reached by this number, however it was written, by name; the records that count.
     *
     * @param number  with or without its country's prefix
     * @param country of numbers without one, such as "CA"
     */
    public List<CustomerCard> findByPhone(String number, String country) {
        var wanted = PhoneNumbers.normal(number, country);
        return wanted.isEmpty() ? List.of() : customers.findByPhoneTail(PhoneNumbers.tail(wanted.get()), Limit.of(MOST_AT_ONCE)).stream()
                .filter(customer -> wanted.equals(PhoneNumbers.normal(customer.card().phone(), country))).map(customer -> survivors.of(customer).card())
                .distinct().sorted(Comparator.comparing(CustomerCard::displayName)).toList();
    }

    /** Where the record comes from, such as "registration" or "guest-checkout". */
    public String source(CustomerId id) {
        return customers.findById(id.value()).map(Customer::source).orElse("");
    }

    /** The customer's addresses, the default one first. */
    public List<PostalAddress> addresses(CustomerId id) {
        return book.of(id).stream().map(KnownAddress::address).toList();
    }

    /** Keeps an address that was used; the same one again changes nothing. The first becomes the default. */
    @Transactional
    public void rememberAddress(CustomerId id, PostalAddress address) {
        book.remember(id, address);
    }

    /**
     * The customer of an address, made if there is none: for guests, imports and staff. Proves nothing about who is asking.
     *
     * @param company what a stranger says of a company: it stays on the order, nobody acts for one by saying so
     * @param source  where the record comes from ("guest-checkout", "import", "staff")
     * @throws app.regulars.platform.Refused for an address no mail could reach, or a name that is missing or too long
     */
    @Transactional
    public CustomerId obtain(String email, String name, String company, String phone, Locale locale, String source) {
        var address = EmailAddress.of(email).value();
        return survivors.of(records.obtain(List.of(new NewCustomer(name, null, null, address, phone, locale, null, clock.instant(), source, null, null, null))))
                .get(address);
    }

    /**
     * Customers for imports and the demonstration shop, up to 1,000 at once: those that are known (by address) stay as they are. Where
     * a company is named it is made once and the address is its own.
     *
     * @return the people's ids by normalized address
     */
    @Transactional
    public Map<String, CustomerId> obtainAll(List<NewCustomer> people) {
        var ids = survivors.of(records.obtain(people));
        people.forEach(person -> {
            var id = ids.get(EmailAddress.of(person.email()).value());
            var buyer = PersonTexts.company(person.company()) == null ? id : found(id, person);
            if (person.address() != null) {
                book.remember(buyer, person.address());
            }
        });
        return ids;
    }

    /**
     * The address as it is kept, for forms of other modules.
     *
     * @throws app.regulars.platform.Refused beside the first field that is wrong
     */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = Refused.class)
    public PostalAddress checkedAddress(PostalAddress typed) {
        return AddressRules.check(typed);
    }

    /** Everything that is wrong with an address, one refusal a field; none for one that {@link #checkedAddress} takes. */
    public List<Refused> addressProblems(PostalAddress typed) {
        return AddressRules.problems(typed);
    }

    /** @throws app.regulars.platform.Refused for an address no mail could reach */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = Refused.class)
    public String checkedEmail(String typed) {
        return EmailAddress.of(typed).value();
    }

    /** @throws app.regulars.platform.Refused when missing or too long */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = Refused.class)
    public String checkedName(String typed) {
        return PersonTexts.name(typed);
    }

    /** Null when there is none. @throws app.regulars.platform.Refused for what is not a number */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = Refused.class)
    public String checkedPhone(String typed) {
        return PersonTexts.phone(typed);
    }

    /** The provinces and territories an address may have, as codes. */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = Refused.class)
    public List<String> provinces() {
        return AddressRules.PROVINCES;
    }

    /** The person is reached at another address from now on. @param email shown to be her own, and nobody else's */
    @Transactional
    public void changeEmail(CustomerId id, String email) {
        customers.findById(id.value()).orElseThrow(NotFound::new).moveTo(EmailAddress.of(email).value());
    }

    /** What a person says of herself at registration counts from now on, whoever made the record. */
    @Transactional
    public CustomerId introduce(NewCustomer person) {
        var id = survivors.of(records.obtain(List.of(person))).get(EmailAddress.of(person.email()).value());
        customers.findById(id.value()).ifPresent(record -> {
            var before = record.fields();
            record.introduce(person.name(), person.locale());
            history.compare(id, before, record.fields(), ChangeActor.person(id));
        });
        stages.reached(id, "registered", person.joinedAt());
        if (PersonTexts.company(person.company()) != null) {
            found(id, person);
        }
        return id;
    }

    private CustomerId found(CustomerId id, NewCustomer person) {
        return founding.foundOnce(id, person.company(), person.companyKind(), person.note(), person.source(), person.origin(), person.joinedAt());
    }

    /**
     * Customers from a file, up to 1,000 at once, who are known already: those that came from an import before are brought up to date.
     *
     * @param theirOwn those who can sign in: they say themselves who they are, and are left as they are
     */
    @Transactional
    public void correctImported(List<NewCustomer> people, Map<String, CustomerId> ids, Set<CustomerId> theirOwn) {
        var rows = new HashMap<CustomerId, Customer>();
        customers.findByIdIn(ids.values().stream().map(CustomerId::value).toList()).forEach(customer -> rows.put(customer.id(), customer));
        var answered = people.stream().anyMatch(person -> !person.custom().isEmpty());
        var asked = answered ? fields.active() : List.<CustomField>of();
        var answers = answered ? fields.of(rows.keySet()) : Map.<CustomerId, Map<String, String>>of();
        people.forEach(person -> {
            var customer = rows.get(ids.get(EmailAddress.of(person.email()).value()));
            var own = theirOwn.contains(customer.id());
            if (!own) {
                var before = customer.fields();
                customer.correct(person);
                history.compare(customer.id(), before, customer.fields(), ChangeActor.importing());
            }
            if (!person.custom().isEmpty()) {
                fields.save(customer.id(), asked.stream().filter(field -> field.isFor(customer.kind())).toList(), answers.getOrDefault(customer.id(), Map.of()), person.custom(),
                        field -> !own || field.shownTo() != FieldAudience.CUSTOMER_WRITES, ChangeActor.importing());
            }
        });
    }

    /** Custom fields as they are asked for now, for files: what a column named like one of them holds. */
    @Transactional(readOnly = true)
    public CustomColumns customColumns() {
        return new CustomColumns(fields.active());
    }
}
