package app.regulars.platform.security;

/** The roles that doors and views name. Every member of staff has {@link #STAFF} beside the role of the work. */
public final class Roles {

    public static final String CUSTOMER = "CUSTOMER";
    public static final String STAFF = "STAFF";
    /** Answers inquiries and serves customers. */
    public static final String AGENT = "AGENT";
    /** Packs and ships. */
    public static final String WAREHOUSE = "WAREHOUSE";
    /** Sees reports, settings, outbox and stuck events. */
    public static final String MANAGER = "MANAGER";

    private Roles() {
    }
}
