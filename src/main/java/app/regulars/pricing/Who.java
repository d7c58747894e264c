package app.regulars.pricing;

import app.regulars.customer.CustomerGroups;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** For whom conditions are looked up: everybody, the customer, the customer's groups. Stands in statements as {@code audience_id in (…)}. */
record Who(List<byte[]> keys) {

    static Who of(CustomerId customer, CustomerGroups groups) {
        var keys = new ArrayList<byte[]>();
        keys.add(Columns.bytes(Audience.NOBODY));
        keys.addAll(own(customer, groups).keys());
        return new Who(keys);
    }

    /** Without everybody; nothing for a visitor. */
    static Who own(CustomerId customer, CustomerGroups groups) {
        var keys = new ArrayList<byte[]>();
        if (customer != null) {
            keys.add(Columns.bytes(customer.value()));
            groups.of(customer).forEach(group -> keys.add(Columns.bytes(group.value())));
        }
        return new Who(keys);
    }

    String in(String column) {
        return column + " in (" + marks(keys.size()) + ")";
    }

    static String marks(int number) {
        return String.join(",", Collections.nCopies(number, "?"));
    }
}
