package app.regulars.staff;

import app.regulars.platform.identity.StaffId;
import java.util.Locale;

/** A member of staff in one line. Customers see the given name only. @param locale the language of letters to the member */
public record StaffCard(StaffId id, String name, String email, String team, Locale locale) {

    public String givenName() {
        return name.split(" ")[0];
    }

    @Override
    public String toString() {
        return "staff " + id;
    }
}
