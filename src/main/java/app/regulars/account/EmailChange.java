package app.regulars.account;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.security.Secrets;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** The way of an account from one address to another: both mailboxes agree, and the old one may take it back for some days. */
@Entity
@Table(name = "email_change")
class EmailChange {

    static final Duration OPEN = Duration.ofHours(24);
    static final Duration UNDO = Duration.ofDays(7);

    @Id
    private UUID id;
    @Version
    private Integer version;
    private UUID accountId;
    private String oldEmail;
    private String newEmail;
    private String locale;
    @Column(columnDefinition = "char(64)")
    private String oldHash;
    @Column(columnDefinition = "char(64)")
    private String newHash;
    @Column(columnDefinition = "char(64)")
    private String undoHash;
    private Instant askedAt;
    private Instant expiresAt;
    private Instant oldConfirmedAt;
    private Instant newConfirmedAt;
    private Instant doneAt;
    private Instant undoUntil;
    private Instant endedAt;

    protected EmailChange() {
    }

    EmailChange(UUID account, String oldEmail, String newEmail, Locale locale, String oldToken, String newToken, Instant at) {
        if (oldEmail.equals(newEmail)) {
            throw new Refused("account.email.same", "email", java.util.Map.of());
        }
        this.id = Ids.next();
        this.accountId = account;
        this.oldEmail = oldEmail;
        this.newEmail = newEmail;
        this.locale = locale.toLanguageTag();
        this.oldHash = Secrets.hash(oldToken);
        this.newHash = Secrets.hash(newToken);
        this.askedAt = at;
        this.expiresAt = at.plus(OPEN);
    }

    /** Which mailbox the token came to. */
    private boolean isOld(String token) {
        return oldHash.equals(Secrets.hash(token));
    }

    boolean isUndo(String token) {
        return undoHash != null && undoHash.equals(Secrets.hash(token));
    }

    boolean isOpen(Instant at) {
        return endedAt == null && doneAt == null && expiresAt.isAfter(at);
    }

    boolean isConfirmed(String token) {
        return isOld(token) ? oldConfirmedAt != null : newConfirmedAt != null;
    }

    /** One mailbox agrees. @return whether both have */
    boolean confirm(String token, Instant at) {
        if (!isOpen(at)) {
            throw new Refused("account.email.expired");
        }
        if (isOld(token)) {
            oldConfirmedAt = at;
        } else {
            newConfirmedAt = at;
        }
        return oldConfirmedAt != null && newConfirmedAt != null;
    }

    /** The account has moved. @param undoToken brings it back */
    void done(String undoToken, Instant at) {
        doneAt = at;
        undoHash = Secrets.hash(undoToken);
        undoUntil = at.plus(UNDO);
    }

    boolean canBeUndone(Instant at) {
        return doneAt != null && endedAt == null && undoUntil.isAfter(at);
    }

    /** Undone, taken back, or another took its place. */
    void end(Instant at) {
        if (endedAt == null) {
            endedAt = at;
        }
    }

    UUID account() {
        return accountId;
    }

    String oldEmail() {
        return oldEmail;
    }

    String newEmail() {
        return newEmail;
    }

    Locale locale() {
        return Languages.of(locale);
    }

    Instant askedAt() {
        return askedAt;
    }
}
