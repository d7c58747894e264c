package app.regulars.platform.identity;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever is signed in: a customer, a member of staff, or one person who is both.
 *
 * @param accountId   the sign-in account
 * @param customer    the customer this account acts for now: the person herself or a company, or null
 * @param person      the person's own record, or null
 * @param staff       the member of staff, or null
 * @param displayName how to greet the person
 * @param email       the verified address, normalized
 */
public record SignedIn(UUID accountId, CustomerId customer, CustomerId person, StaffId staff, String displayName, String email) implements Serializable {

    /** Somebody who acts for herself. */
    public SignedIn(UUID accountId, CustomerId customer, StaffId staff, String displayName, String email) {
        this(accountId, customer, customer, staff, displayName, email);
    }

    public Optional<CustomerId> asCustomer() {
        return Optional.ofNullable(customer);
    }

    public Optional<CustomerId> asPerson() {
        return Optional.ofNullable(person);
    }

    public Optional<StaffId> asStaff() {
        return Optional.ofNullable(staff);
    }

    /** Whether this is for somebody else than the person herself. */
    public boolean actsForCompany() {
        return customer != null && !customer.equals(person);
    }

    public SignedIn actingFor(CustomerId other) {
        return new SignedIn(accountId, other, person, staff, displayName, email);
    }

    /** Says nothing about the person, so that it may stand in a log. */
    @Override
    public String toString() {
        return "account " + accountId;
    }
}
