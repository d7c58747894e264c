package app.regulars.account;

import app.regulars.customer.Origin;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.text.PersonTexts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A registration whose address nobody has confirmed yet. Each keeps its own password: whoever opens the link confirms what was
 * typed with that very registration, never what somebody else typed for the same address.
 */
@Entity
@Table(name = "registration")
class PendingRegistration {

    static final Duration OPEN = Duration.ofHours(24);

    @Id
    private UUID id;
    @Version
    private Integer version;
    @Column(columnDefinition = "char(64)")
    private String tokenHash;
    private String email;
    private String name;
    private String companyName;
    private String passwordHash;
    private String locale;
    private String agreed;
    private String cameFrom;
    private String campaign;
    private String statement;
    private Instant askedAt;
    private Instant expiresAt;
    private Instant confirmedAt;

    protected PendingRegistration() {
    }

    PendingRegistration(NewAccount typed, String passwordHash, String token, Instant at) {
        this.id = Ids.next();
        this.email = EmailAddress.of(typed.email()).value();
        this.name = PersonTexts.name(typed.name());
        this.companyName = PersonTexts.company(typed.company());
        this.passwordHash = passwordHash;
        this.locale = typed.locale().toLanguageTag();
        this.agreed = String.join(",", typed.agreed());
        this.cameFrom = typed.origin().referrer();
        this.campaign = typed.origin().campaign();
        this.statement = typed.origin().statement();
        this.askedAt = at;
        renew(token, at);
    }

    /** A new link for the same registration; the old one ends. */
    final void renew(String token, Instant at) {
        tokenHash = Secrets.hash(token);
        expiresAt = at.plus(OPEN);
    }

    void confirm(Instant at) {
        confirmedAt = at;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    boolean isExpired(Instant at) {
        return !expiresAt.isAfter(at);
    }

    Origin origin() {
        return new Origin("register", cameFrom, campaign, statement);
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    String company() {
        return companyName;
    }

    String passwordHash() {
        return passwordHash;
    }

    Locale locale() {
        return Languages.of(locale);
    }

    List<String> agreed() {
        return agreed.isEmpty() ? List.of() : List.of(agreed.split(","));
    }
}
