package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.privacy.FieldNotes;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of staff who look after customers: what we know of one, and every change with who made it. */
@Service
@Transactional
@RolesAllowed(Permissions.CUSTOMERS_SEE)
public class CustomerRecordDesk {

    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_TERM = 365;

    private final CustomerRepository customers;
    private final Survivors survivors;
    private final CustomerRecords records;
    private final CompanyFounding founding;
    private final CompanyRules rules;
    private final Companies companies;
    private final CustomFields fields;
    private final ChangeHistory history;
    private final AddressBook book;
    private final JdbcTemplate jdbc;
    private final AuditTrail audit;
    private final FieldNotes notes;
    private final Clock clock;

    CustomerRecordDesk(CustomerRepository customers, Survivors survivors, CustomerRecords records, CompanyFounding founding, CompanyRules rules, Companies companies,
                       CustomFields fields, ChangeHistory history, AddressBook book, JdbcTemplate jdbc, AuditTrail audit, FieldNotes notes, Clock clock) {
        this.customers = customers;
        this.survivors = survivors;
        this.records = records;
        this.founding = founding;
        this.rules = rules;
        this.companies = companies;
        this.fields = fields;
        this.history = history;
        this.book = book;
        this.jdbc = jdbc;
        this.audit = audit;
        this.notes = notes;
        this.clock = clock;
    }

    /** @param company null for a person; @param custom by the name of the input */
    public record Form(String name, String phone, Locale locale, String company, String companyKind, String taxNumber, String paymentDays, String note,
                       ProfileAnswers answers, Map<String, String> custom) {

        @Override
        public String toString() {
            return "a record";
        }
    }

    /** @param company blank for a person */
    public record NewRecord(String name, String company, String email, String phone, Locale locale, Set<String> roles) {

        @Override
        public String toString() {
            return "a new record";
        }
    }

    /** The look is written down. @param number as people say it; of a record that was merged, the one that it leads to is opened */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    public CustomerRecordFile open(String number, StaffId by) {
        var customer = survivors.of(customers.findByNumber(number.strip().toUpperCase(Locale.ROOT))).orElseThrow(NotFound::new);
        audit.record(by, "customer.viewed", "customer", customer.id().value(), null);
        notes.used("view", "customer.name", "customer.company_name", "customer.company_kind", "customer.email", "customer.phone", "customer.preferred_channel",
                "customer.occupation", "customer.note", "customer.contact_email", "customer.tax_number", "customer.size_band", "customer.activity", "customer.need",
                "customer.need_text", "customer_address.recipient", "customer_address.line1", "customer_address.line2", "customer_address.city",
                "customer_address.province", "customer_address.postal_code");
        fields.active(customer.kind()).forEach(field -> notes.used("view", "customer_field_value." + field.code()));
        return file(customer);
    }

    /** Again, for a page that was opened before. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public CustomerRecordFile file(CustomerId id) {
        return file(find(id));
    }

    private CustomerRecordFile file(Customer row) {
        var id = row.id();
        var origin = jdbc.query("select * from customer_origin where customer_id = ?", (found, n) -> new CustomerRecordFile.RecordOrigin(instant(found, "recorded_at"),
                found.getString("source"), found.getString("form"), found.getString("referrer"), found.getString("campaign"), found.getString("statement")),
                bytes(id.value())).stream().findFirst().orElse(null);
        return new CustomerRecordFile(row.card(), row.profile(), row.stage(), row.answers(), row.taxNumber(), row.paymentDays(), fields.active(row.kind()), fields.of(id),
                roles(id), row.isCompany() ? rules.file(id, null, true) : null, row.isCompany() ? List.of() : companies.of(id), row.demographicsAt(), origin, book.of(id),
                history.of(id, 100));
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    @Transactional(readOnly = true)
    public List<Refused> problems(CustomerId id, Form typed) {
        var kind = find(id).kind();
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> PersonTexts.name(typed.name()));
        Refused.collect(problems, () -> PersonTexts.phone(typed.phone()));
        Refused.collect(problems, () -> PersonTexts.bounded(PersonTexts.clean(typed.note()), LONGEST_NOTE, "note"));
        if (kind == PartyKind.COMPANY) {
            Refused.collect(problems, () -> CompanyFounding.checkedName(typed.company()));
            Refused.collect(problems, () -> PersonTexts.bounded(PersonTexts.clean(typed.companyKind()), 40, "companyKind"));
            Refused.collect(problems, () -> CompanyRules.taxNumber(typed.taxNumber()));
            Refused.collect(problems, () -> term(typed.paymentDays()));
        }
        Refused.collect(problems, () -> typed.answers().checked(kind));
        problems.addAll(fields.problems(fields.active(kind), typed.custom()));
        return problems;
    }

    /** @throws Refused for the first of the {@link #problems} */
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void change(CustomerId id, Form typed, StaffId by) {
        problems(id, typed).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var row = customers.lock(id.value()).orElseThrow(NotFound::new);
        var actor = ChangeActor.staff(by);
        var before = row.fields();
        row.chooseLanguage(typed.locale(), clock.instant());
        row.describe(typed.name(), typed.phone(), typed.locale());
        row.answer(typed.answers().checked(row.kind()));
        row.describeNote(PersonTexts.clean(typed.note()));
        if (row.isCompany()) {
            row.describeCompany(CompanyFounding.checkedName(typed.company()), PersonTexts.clean(typed.companyKind()), CompanyRules.taxNumber(typed.taxNumber()), typed.locale());
            row.grant(term(typed.paymentDays()));
        }
        history.compare(id, before, row.fields(), actor);
        fields.save(id, row.kind(), typed.custom(), field -> true, actor);
        audit.changed(by, "customer.changed", "customer", id.value(), Change.of(null).from(new TreeMap<>(before)).to(new TreeMap<>(row.fields())));
    }

    private static Integer term(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.strip().matches("\\d{1,3}") && Integer.parseInt(typed.strip()) <= LONGEST_TERM) {
            return Integer.valueOf(typed.strip());
        }
        throw new Refused("customer.payment-days.broken", "paymentDays", Map.of("most", LONGEST_TERM));
    }

    /** What the customer is to us, from now on; nothing at all is possible. */
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void assign(CustomerId id, Set<String> wanted, StaffId by) {
        find(id);
        var before = roles(id);
        var after = new TreeSet<String>();
        wanted.stream().flatMap(code -> PartyRole.of(code).stream()).map(PartyRole::code).forEach(after::add);
        before.stream().filter(code -> !after.contains(code))
                .forEach(code -> jdbc.update("delete from customer_role where customer_id = ? and role = ?", bytes(id.value()), code));
        after.stream().filter(code -> !before.contains(code)).forEach(code -> jdbc.update("insert into customer_role (customer_id, role, since) values (?,?,?)",
                bytes(id.value()), code, utc(clock.instant())));
        history.record(id, "roles", String.join(", ", before), String.join(", ", after), ChangeActor.staff(by));
        audit.changed(by, "customer.roles", "customer", id.value(), Change.of(null).of("roles", String.join(", ", before), String.join(", ", after)));
    }

    private Set<String> roles(CustomerId id) {
        return new TreeSet<>(jdbc.queryForList("select role from customer_role where customer_id = ?", String.class, bytes(id.value())));
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public List<Refused> problems(NewRecord typed) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> PersonTexts.name(typed.name()));
        Refused.collect(problems, () -> EmailAddress.of(typed.email()));
        Refused.collect(problems, () -> PersonTexts.phone(typed.phone()));
        if (PersonTexts.clean(typed.company()) != null) {
            Refused.collect(problems, () -> CompanyFounding.checkedName(typed.company()));
        }
        return problems;
    }

    /** The customer of that address, made by hand if there is none; with a company that company. */
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public CustomerCard create(NewRecord typed, StaffId by) {
        problems(typed).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var now = clock.instant();
        var email = EmailAddress.of(typed.email()).value();
        var person = survivors.of(records.obtain(List.of(new NewCustomer(typed.name(), null, null, email, typed.phone(), typed.locale(), null, now, "staff", null, null, null))))
                .get(email);
        var id = PersonTexts.clean(typed.company()) == null ? person : founding.foundOnce(person, typed.company(), null, null, "staff", null, now);
        var roles = new HashSet<>(typed.roles());
        roles.addAll(roles(id));
        assign(id, roles, by);
        var card = find(id).card();
        audit.changed(by, "customer.created", "customer", id.value(), Change.of(card.number()).to(Change.fields("name", card.name(), "company", PersonTexts.clean(typed.company()))));
        return card;
    }

    /** Lets a known person act for the company, or one that is made with this address. */
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void addMember(CustomerId company, String name, String typedEmail, MemberRole role, StaffId by) {
        var email = EmailAddress.of(typedEmail).value();
        var row = customers.findById(company.value()).filter(Customer::isCompany).orElseThrow(NotFound::new);
        var known = survivors.of(customers.findByEmail(email));
        var person = known.map(Customer::id).orElseGet(() -> records.obtain(List.of(new NewCustomer(PersonTexts.name(name), null, null, email, null, row.locale(), null,
                clock.instant(), "staff", null, null, null))).get(email));
        rules.add(company, person, role == null ? MemberRole.BUYER : role, ChangeActor.staff(by));
        audit.changed(by, "company.member.added", "customer", company.value(), Change.of(null)
                .to(Change.fields("member", find(person).card().number(), "role", (role == null ? MemberRole.BUYER : role).code())));
    }

    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void changeMember(CustomerId company, UUID member, MemberRole role, StaffId by) {
        if (role == null) {
            throw new NotFound();
        }
        var before = member(company, member);
        rules.change(company, member, role, ChangeActor.staff(by));
        audit.changed(by, "company.member.changed", "customer", company.value(), Change.of(null).from(before).to(member(company, member)));
    }

    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void removeMember(CustomerId company, UUID member, StaffId by) {
        var before = member(company, member);
        rules.remove(company, member, ChangeActor.staff(by));
        audit.changed(by, "company.member.removed", "customer", company.value(), Change.of(null).from(before));
    }

    /** By the person's number: names are left to her own record. */
    private Map<String, Object> member(CustomerId company, UUID member) {
        return jdbc.queryForList("select c.number as member, m.role from company_member m join customer c on c.id = m.person_id where m.id = ? and m.company_id = ?",
                bytes(member), bytes(company.value())).stream().findFirst().orElse(null);
    }

    private Customer find(CustomerId id) {
        return customers.findById(id.value()).orElseThrow(NotFound::new);
    }
}
