package app.regulars.customer;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.util.UUID;

/** Who changed a record. @param id null for imports and for what happens by itself */
public record ChangeActor(Kind kind, UUID id) {

    /** Named by customer.actor.{name in lower case}. */
    public enum Kind {
        PERSON, STAFF, IMPORT, SYSTEM
    }

    public static ChangeActor person(CustomerId person) {
        return new ChangeActor(Kind.PERSON, person.value());
    }

    public static ChangeActor staff(StaffId by) {
        return new ChangeActor(Kind.STAFF, by.value());
    }

    public static ChangeActor importing() {
        return new ChangeActor(Kind.IMPORT, null);
    }

    public static ChangeActor system() {
        return new ChangeActor(Kind.SYSTEM, null);
    }
}
