package app.regulars.pricing;

import app.regulars.customer.GroupId;
import app.regulars.platform.identity.CustomerId;
import java.util.UUID;

/**
 * Whom something holds for.
 *
 * @param id of the customer (a person or a company) or of the group; null for everybody
 */
public record Audience(Kind kind, UUID id) {

    /** Named by pricing.audience.{kind}. */
    public enum Kind {
        EVERYBODY, CUSTOMER, GROUP
    }

    public static final Audience EVERYBODY = new Audience(Kind.EVERYBODY, null);

    /** How everybody stands in a column that is part of a key. */
    static final UUID NOBODY = new UUID(0, 0);

    public static Audience of(CustomerId customer) {
        return new Audience(Kind.CUSTOMER, customer.value());
    }

    public static Audience of(GroupId group) {
        return new Audience(Kind.GROUP, group.value());
    }

    UUID column() {
        return id == null ? NOBODY : id;
    }

    static Audience of(String kind, UUID column) {
        var known = Kind.valueOf(kind);
        return new Audience(known, known == Kind.EVERYBODY ? null : column);
    }
}
