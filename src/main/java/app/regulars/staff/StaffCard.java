package app.regulars.staff;

import app.regulars.platform.identity.StaffId;

/** A member of staff in one line. Customers see the given name only. */
public record StaffCard(StaffId id, String name, String email, String team) {

    public String givenName() {
        return name.split(" ")[0];
    }

    @Override
    public String toString() {
        return "staff " + id;
    }
}
