package app.regulars.forum;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** Who wrote or decided something: a customer or a member of staff; neither where a person was erased. */
@Embeddable
record Writer(CustomerId customerId, StaffId staffId) {

    static Writer of(CustomerId customer) {
        return new Writer(customer, null);
    }

    static Writer of(StaffId staff) {
        return new Writer(null, staff);
    }

    boolean isStaff() {
        return staffId != null;
    }

    boolean is(CustomerId customer) {
        return customer.equals(customerId);
    }

    UUID person() {
        return staffId != null ? staffId.value() : customerId.value();
    }
}
