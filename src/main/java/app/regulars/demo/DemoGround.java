package app.regulars.demo;

import app.regulars.account.Registration;
import app.regulars.catalog.CatalogDesk;
import app.regulars.customer.CustomerDesk;
import org.springframework.stereotype.Component;

/** Whether there is room for a demonstration: a database in which nobody has begun a shop. */
@Component
class DemoGround {

    private final Registration registration;
    private final CustomerDesk customers;
    private final CatalogDesk catalog;

    DemoGround(Registration registration, CustomerDesk customers, CatalogDesk catalog) {
        this.registration = registration;
        this.customers = customers;
        this.catalog = catalog;
    }

    /** Asked through the staff's doors. */
    boolean isEmpty() {
        return registration.isWithoutStaff() && catalog.count("") == 0 && customers.count("") == 0;
    }
}
