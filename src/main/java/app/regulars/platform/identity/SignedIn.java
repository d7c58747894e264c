package app.regulars.platform.identity;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever is signed in: a customer, a member of staff, or one person who is both.
 *
 * @param accountId   the sign-in account
 * @param customer    the customer this account acts for, or null
 * @param staff       the member of staff, or null
 * @param displayName how to greet the person
 * @param email       the verified address, normalized
 */
public record SignedIn(UUID accountId, CustomerId customer, StaffId staff, String displayName, String email) implements Serializable {

    public Optional<CustomerId> asCustomer() {
        return Optional.ofNullable(customer);
    }

    public Optional<StaffId> asStaff() {
        return Optional.ofNullable(staff);
    }

    /** Says nothing about the person, so that it may stand in a log. */
    @Override
    public String toString() {
        return "account " + accountId;
    }
}
