package app.regulars.customer;

import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.Secrets;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A mailed word that somebody may act for a company. Only whoever has shown that the address is hers can take it up, and once. */
@Entity
@Table(name = "company_invitation")
class CompanyInvitation {

    static final Duration OPEN = Duration.ofDays(14);

    @Id
    private UUID id;
    @Version
    private Integer version;
    private CustomerId companyId;
    private String email;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private MemberRole role;
    @Column(columnDefinition = "char(64)")
    private String tokenHash;
    private UUID invitedBy;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant acceptedAt;
    private Instant revokedAt;

    protected CompanyInvitation() {
    }

    /** @param email normalized */
    CompanyInvitation(CustomerId company, String email, MemberRole role, String token, UUID by, Instant at) {
        this.id = Ids.next();
        this.companyId = company;
        this.email = email;
        this.role = role;
        this.tokenHash = Secrets.hash(token);
        this.invitedBy = by;
        this.createdAt = at;
        this.expiresAt = at.plus(OPEN);
    }

    boolean isOpen(Instant at) {
        return acceptedAt == null && revokedAt == null && expiresAt.isAfter(at);
    }

    /** @throws Refused when it is used, taken back, too old, or for another address */
    void accept(String verified, Instant at) {
        if (!isOpen(at)) {
            throw new Refused("customer.join.over");
        }
        if (!email.equals(verified)) {
            throw new Refused("customer.join.other");
        }
        acceptedAt = at;
    }

    void revoke(Instant at) {
        if (acceptedAt == null && revokedAt == null) {
            revokedAt = at;
        }
    }

    UUID id() {
        return id;
    }

    CustomerId company() {
        return companyId;
    }

    String email() {
        return email;
    }

    MemberRole role() {
        return role;
    }

    UUID invitedBy() {
        return invitedBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
