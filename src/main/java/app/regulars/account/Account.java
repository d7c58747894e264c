package app.regulars.account;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The right to sign in: with an address that was shown to be one's own and, once chosen, a password. */
@Entity
@Table(name = "account")
class Account {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String email;
    private String passwordHash;
    private CustomerId customerId;
    private StaffId staffId;
    private Instant confirmedAt;
    private Instant lastSignInAt;
    private Instant createdAt;
    private Instant closedAt;

    protected Account() {
    }

    /** @param email normalized */
    Account(String email, Instant at) {
        this.id = Ids.next();
        this.email = email;
        this.createdAt = at;
    }

    void belongsTo(CustomerId customer) {
        this.customerId = customer;
    }

    void belongsTo(StaffId staff) {
        this.staffId = staff;
    }

    /** @return whether it lets somebody in from now on who could not before */
    boolean confirm(Instant at) {
        if (confirmedAt != null) {
            return false;
        }
        confirmedAt = at;
        closedAt = null;
        return true;
    }

    void choosePassword(String hash) {
        this.passwordHash = hash;
    }

    void signedIn(Instant at) {
        lastSignInAt = at;
    }

    /** Whether this account lets anybody in: the address was shown to be one's own, and it was not closed since. */
    boolean isOpen() {
        return confirmedAt != null && closedAt == null;
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** Ends the right to sign in; confirming the address anew opens it again. */
    void close(Instant at) {
        closedAt = at;
        confirmedAt = null;
        passwordHash = null;
    }

    /** The old password belonged to whoever had the account taken over. */
    void forgetPassword() {
        passwordHash = null;
    }

    /** @param email normalized, and shown to be the person's own */
    void moveTo(String email) {
        this.email = email;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    CustomerId customer() {
        return customerId;
    }

    StaffId staff() {
        return staffId;
    }

    Instant lastSignInAt() {
        return lastSignInAt;
    }
}
