package app.regulars.staff;

import app.regulars.platform.security.Roles;

/** The work of a member of staff. */
public enum StaffRole {

    AGENT(Roles.AGENT), WAREHOUSE(Roles.WAREHOUSE), MANAGER(Roles.MANAGER);

    private final String authority;

    StaffRole(String authority) {
        this.authority = authority;
    }

    String authority() {
        return authority;
    }
}
