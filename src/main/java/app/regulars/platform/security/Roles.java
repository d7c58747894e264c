package app.regulars.platform.security;

/**
 * What doors and views name beside {@link Permissions}: being a customer, and working here at all. The names of the work are for what
 * is not yet told apart by permissions; whoever has the shipped role has them.
 */
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
