package app.regulars.account;

import app.regulars.platform.id.Ids;
import app.regulars.platform.security.Proof;
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

/** A mailed secret that works once and not for long. */
@Entity
@Table(name = "one_time_link")
class OneTimeLink {

    enum Purpose {
        /** Choose a new password. */
        RESET(Duration.ofHours(2)),
        /** Choose the first password, for staff. */
        INVITE(Duration.ofDays(7)),
        /** Choose the first password, for a customer who is known from before: from an import, or an order as a guest. */
        FIRST_USE(Duration.ofDays(14)),
        /** Sign in without a password. */
        SIGN_IN(Duration.ofMinutes(15)),
        /** Six digits by which somebody who is signed in shows again who she is. */
        CODE(Duration.ofMinutes(10)),
        /** Step over from a live page into a session of one's own. */
        ENTER(Duration.ofMinutes(2));

        private final Duration open;

        Purpose(Duration open) {
            this.open = open;
        }
    }

    @Id
    private UUID id;
    @Version
    private Integer version;
    @Enumerated(EnumType.STRING)
    private Purpose purpose;
    @Column(columnDefinition = "char(64)")
    private String tokenHash;
    private UUID accountId;
    @Enumerated(EnumType.STRING)
    private Proof proof;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant usedAt;

    protected OneTimeLink() {
    }

    OneTimeLink(Purpose purpose, UUID account, String token, Instant at) {
        this.id = Ids.next();
        this.purpose = purpose;
        this.accountId = account;
        this.tokenHash = Secrets.hash(token);
        this.createdAt = at;
        this.expiresAt = at.plus(purpose.open);
    }

    /** A link by which somebody who gave that proof steps over. */
    static OneTimeLink entrance(UUID account, String token, Proof proof, Instant at) {
        var link = new OneTimeLink(Purpose.ENTER, account, token, at);
        link.proof = proof;
        return link;
    }

    /** A mailed code; its hash is salted with the id, for there are few codes. */
    static OneTimeLink code(UUID account, String code, Instant at) {
        var link = new OneTimeLink(Purpose.CODE, account, code, at);
        link.tokenHash = Secrets.hash(link.id + ":" + code);
        return link;
    }

    boolean isCode(String code) {
        return tokenHash.equals(Secrets.hash(id + ":" + code));
    }

    /** Uses it up; a link that does not work any more stays as it is. @return whether it worked */
    boolean use(Instant at) {
        if (!isOpen(at)) {
            return false;
        }
        usedAt = at;
        return true;
    }

    /** Another took its place. */
    void end(Instant at) {
        if (usedAt == null) {
            usedAt = at;
        }
    }

    boolean isOpen(Instant at) {
        return usedAt == null && expiresAt.isAfter(at);
    }

    boolean isUsed() {
        return usedAt != null;
    }

    boolean isFor(Purpose... purposes) {
        return java.util.List.of(purposes).contains(purpose);
    }

    Proof proof() {
        return proof;
    }

    UUID account() {
        return accountId;
    }
}
