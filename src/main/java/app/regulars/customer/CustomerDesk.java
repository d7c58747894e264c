package app.regulars.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to customers. Opening one customer's record is written down, and the customer can see it. */
@Service
@Transactional
@RolesAllowed(Permissions.CUSTOMERS_SEE)
public class CustomerDesk {

    private static final int LONGEST_SEARCH = 200;

    private final CustomerRepository customers;
    private final AuditTrail audit;

    CustomerDesk(CustomerRepository customers, AuditTrail audit) {
        this.customers = customers;
        this.audit = audit;
    }

    /**
     * A page of the list, newest customers first.
     *
     * @param text words that all have to stand in name, company, e-mail, phone or number; blank for everybody
     * @param page from 0
     * @param size at most 200
     */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public List<CustomerCard> search(String text, int page, int size) {
        return customers.search(like(text), PageRequest.of(page, Math.min(size, 200))).stream().map(Customer::card).toList();
    }

    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public long count(String text) {
        return customers.count(like(text));
    }

    /**
     * The record, for the customer file; the look is written down.
     *
     * @param number as people say it, "C-00318"
     */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    public CustomerProfile open(String number, StaffId by) {
        var customer = customers.findByNumber(number.strip().toUpperCase(Locale.ROOT)).orElseThrow(NotFound::new);
        audit.record(by, "customer.viewed", "customer", customer.id().value(), null);
        return customer.profile();
    }

    /** The record again, for a part of a page that was opened before. */
    @RolesAllowed(Permissions.CUSTOMERS_SEE)
    @Transactional(readOnly = true)
    public CustomerProfile profile(CustomerId id) {
        return customers.findById(id.value()).orElseThrow(NotFound::new).profile();
    }

    private static String like(String text) {
        var plain = text == null ? "" : PersonTexts.plain(text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text);
        return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_").replaceAll("\\s+", "%") + "%";
    }
}
