package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.ui.Live;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to groups of customers: which there are, and who is in them. */
@Service
@Transactional
@RolesAllowed(Permissions.CUSTOMERS_SEE)
public class GroupDesk {

    private static final int MOST = 200;
    private static final int LONGEST = 120;
    private static final int LONGEST_CONDITIONS = 1_000;

    private final CustomerGroups groups;
    private final CustomerDirectory customers;
    private final JdbcTemplate jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GroupDesk(CustomerGroups groups, CustomerDirectory customers, JdbcTemplate jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.groups = groups;
        this.customers = customers;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param conditions as they stand in the address of the list, for a group that fills itself; null for one that is filled by hand */
    public record Form(String code, String nameEn, String nameFr, String conditions) {

        public Form(String code, String nameEn, String nameFr) {
            this(code, nameEn, nameFr, null);
        }
    }

    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<CustomerGroup> list() {
        return groups.all();
    }

    /** Those that are not retired, by name; nobody is counted. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<CustomerGroup> names() {
        return groups.names();
    }

    /** Those who came last first. @param page from 0 */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<CustomerCard> members(String code, int page, int size) {
        var ids = groups.members(find(code), page * size, size);
        var cards = customers.cards(ids);
        return ids.stream().filter(cards::containsKey).map(cards::get).toList();
    }

    /** Everything that is wrong with the form, one refusal a field. @param fresh whether it is a new one */
    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    @Transactional(readOnly = true)
    public List<Refused> problems(Form form, boolean fresh) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> name(form.nameEn(), "nameEn"));
        Refused.collect(problems, () -> name(form.nameFr(), "nameFr"));
        if (fresh) {
            if (form.code() == null || !form.code().matches("[a-z][a-z0-9-]{1,38}")) {
                problems.add(new Refused("customer.custom.code.broken", "code", Map.of()));
            } else if (groups.find(form.code()).isPresent()) {
                problems.add(new Refused("customer.custom.code.known", "code", Map.of()));
            }
            if (form.conditions() != null) {
                Refused.collect(problems, () -> conditions(form.conditions()));
            }
            if (groups.all().size() >= MOST) {
                problems.add(new Refused("customer.group.many", "code", Map.of("most", MOST)));
            }
        }
        return problems;
    }

    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void add(Form form, StaffId by) {
        check(form, true);
        var id = Ids.next();
        jdbc.update("insert into customer_group (id, version, code, name_en, name_fr, conditions, created_at) values (?, 0, ?, ?, ?, ?, ?)", bytes(id), form.code(),
                name(form.nameEn(), "nameEn"), name(form.nameFr(), "nameFr"), form.conditions() == null ? null : conditions(form.conditions()).written(), utc(clock.instant()));
        audit.changed(by, "customer.group.added", "customer-group", id, Change.of(form.code()).to(Change.fields("nameEn", form.nameEn(), "nameFr", form.nameFr(),
                "conditions", form.conditions() == null ? null : conditions(form.conditions()).written())));
        changed();
    }

    /**
     * From now on others are in a group that fills itself.
     *
     * @param written as they stand in the address of the list
     * @throws Refused when they say nothing, or ask for another group that fills itself
     */
    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void ask(String code, String written, StaffId by) {
        var group = find(code);
        if (!group.fillsItself()) {
            throw new NotFound();
        }
        var conditions = conditions(written).written();
        jdbc.update("update customer_group set version = version + 1, conditions = ? where id = ?", conditions, bytes(group.id().value()));
        audit.changed(by, "customer.group.changed", "customer-group", group.id().value(), Change.of(code).of("conditions", group.conditions().written(), conditions));
        changed();
    }

    /** What conditions ask for, as they would be kept: what was typed into the search of the list is left out, for it may name somebody. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public CustomerFilter asked(String written) {
        return CustomerFilter.read(written).withoutWords();
    }

    private CustomerFilter conditions(String written) {
        var conditions = asked(written);
        if (conditions.parameters().isEmpty()) {
            throw new Refused("customer.group.conditions.none", "conditions", Map.of());
        }
        if (!conditions.group().isEmpty() && groups.find(conditions.group()).filter(group -> !group.fillsItself()).isEmpty()) {
            throw new Refused("customer.group.conditions.group", "conditions", Map.of());
        }
        if (conditions.written().length() > LONGEST_CONDITIONS) {
            throw new Refused("customer.group.conditions.long", "conditions", Map.of());
        }
        return conditions;
    }

    /** The code stays. */
    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void change(Form form, StaffId by) {
        check(form, false);
        var group = find(form.code());
        jdbc.update("update customer_group set version = version + 1, name_en = ?, name_fr = ? where id = ?", name(form.nameEn(), "nameEn"), name(form.nameFr(), "nameFr"),
                bytes(group.id().value()));
        audit.changed(by, "customer.group.changed", "customer-group", group.id().value(),
                Change.of(group.code()).from(fields(group.name().en(), group.name().fr())).to(fields(form.nameEn(), form.nameFr())));
    }

    /** A retired group holds for nobody; who was in it stays written, and counts again when it comes back. */
    @RolesAllowed(Permissions.CUSTOMERS_SETUP)
    public void retire(String code, boolean yes, StaffId by) {
        var group = find(code);
        jdbc.update("update customer_group set version = version + 1, retired_at = ? where id = ?", yes ? utc(clock.instant()) : null, bytes(group.id().value()));
        audit.changed(by, yes ? "customer.group.retired" : "customer.group.revived", "customer-group", group.id().value(),
                Change.of(code).from(Map.of("retired", group.retired())).to(Map.of("retired", yes)));
        changed();
    }

    /**
     * Who is in it already stays.
     *
     * @param who the number or the address of a customer
     * @throws Refused when nobody is known by that
     */
    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void join(String code, String who, StaffId by) {
        var group = find(code);
        if (group.fillsItself()) {
            throw new Refused("customer.group.fills-itself", "who", Map.of());
        }
        var customer = customers.findByNumber(who).or(() -> customers.findByEmail(who)).map(CustomerCard::id)
                .orElseThrow(() -> new Refused("customer.group.nobody", "who", Map.of()));
        try {
            jdbc.update("insert into customer_group_member (id, group_id, customer_id, since) values (?, ?, ?, ?)", bytes(Ids.next()), bytes(group.id().value()),
                    bytes(customer.value()), utc(clock.instant()));
        } catch (DuplicateKeyException inItAlready) {
            return;
        }
        audit.changed(by, "customer.group.joined", "customer", customer.value(), Change.of(code).about(customer));
        changed();
        Live.changed("customer:" + customer);
    }

    @RolesAllowed(Permissions.CUSTOMERS_CHANGE)
    public void leave(String code, CustomerId customer, StaffId by) {
        var group = find(code);
        if (jdbc.update("delete from customer_group_member where group_id = ? and customer_id = ?", bytes(group.id().value()), bytes(customer.value())) > 0) {
            audit.changed(by, "customer.group.left", "customer", customer.value(), Change.of(code).about(customer));
            changed();
            Live.changed("customer:" + customer);
        }
    }

    private void changed() {
        events.publishEvent(new CustomerGroupsChanged(clock.instant()));
    }

    private void check(Form form, boolean fresh) {
        problems(form, fresh).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
    }

    private static String name(String typed, String field) {
        return PersonTexts.bounded(PersonTexts.required(typed, "customer.custom.missing", field), LONGEST, field);
    }

    private static Map<String, Object> fields(String en, String fr) {
        return Map.of("nameEn", en, "nameFr", fr);
    }

    private CustomerGroup find(String code) {
        return groups.find(code).orElseThrow(NotFound::new);
    }
}
