package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.privacy.FieldNotes;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to customers. Opening one customer's record is written down, and the customer can see it. */
@Service
@Transactional
@RolesAllowed(Permissions.CUSTOMERS_SEE)
public class CustomerDesk {

    private final CustomerRepository customers;
    private final Survivors survivors;
    private final CustomerQueries queries;
    private final CustomFields fields;
    private final AuditTrail audit;
    private final FieldNotes notes;

    CustomerDesk(CustomerRepository customers, Survivors survivors, CustomerQueries queries, CustomFields fields, AuditTrail audit,
                 FieldNotes notes) {
        this.survivors = survivors;
        this.queries = queries;
        this.fields = fields;
        this.customers = customers;
        this.audit = audit;
        this.notes = notes;
    }

    /**
     * A page of the list, newest customers first.
     *
     * @param page from 0
     * @param size at most 200
     */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<CustomerRow> list(CustomerFilter filter, int page, int size) {
        notes.used("view", "customer.name", "customer.company_name", "customer.email");
        filter.fields().forEach(field -> notes.used("filter", field));
        return queries.page(filter, page * Math.min(size, 200), Math.min(size, 200));
    }

    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public long count(CustomerFilter filter) {
        return queries.count(filter);
    }

    /** How many there are whose record holds all these words; blank for everybody. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public long count(String text) {
        return queries.count(CustomerFilter.of(Map.of("q", text)));
    }

    /** Found by words, newest first. @param size at most 200 */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<CustomerCard> search(String text, int page, int size) {
        var rows = queries.page(CustomerFilter.of(Map.of("q", text == null ? "" : text)), page * Math.min(size, 200), Math.min(size, 200));
        return rows.stream().map(row -> new CustomerCard(row.id(), row.number(), row.name(), row.company(), row.email(), row.phone(), row.locale(), row.since(),
                row.kind())).toList();
    }

    /** What the list can be narrowed by besides: the custom fields that are asked for now. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<CustomField> fields() {
        return fields.active();
    }

    /** The sources there are, for the filter. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<String> sources() {
        return queries.sources();
    }

    /**
     * The record, for the customer file; the look is written down.
     *
     * @param number as people say it, "C-00318"
     */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    public CustomerProfile open(String number, StaffId by) {
        var customer = survivors.of(customers.findByNumber(number.strip().toUpperCase(Locale.ROOT))).orElseThrow(NotFound::new);
        audit.record(by, "customer.viewed", "customer", customer.id().value(), null);
        notes.used("view", "customer.name", "customer.company_name", "customer.email", "customer.phone", "customer.occupation", "customer.note",
                "customer_address.recipient", "customer_address.line1", "customer_address.line2", "customer_address.city", "customer_address.province",
                "customer_address.postal_code");
        return customer.profile();
    }

    /** The record again, for a part of a page that was opened before. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public CustomerProfile profile(CustomerId id) {
        return customers.findById(id.value()).orElseThrow(NotFound::new).profile();
    }
}
