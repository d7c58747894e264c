package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.util.UUID;

/** Who gave or withdrew: the person, a member of staff on the person's word, or a rule of the shop. */
public record ConsentActor(String kind, UUID id) {

    public static ConsentActor person(CustomerId customer) {
        return new ConsentActor("person", customer.value());
    }

    public static ConsentActor staff(StaffId staff) {
        return new ConsentActor("staff", staff.value());
    }

    /** An import or the demonstration shop. */
    public static ConsentActor system() {
        return new ConsentActor("system", null);
    }
}
