package app.regulars.account;

import app.regulars.platform.id.Ids;
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

    UUID account() {
        return accountId;
    }
}
