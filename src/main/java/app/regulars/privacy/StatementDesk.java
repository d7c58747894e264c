package app.regulars.privacy;

import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.web.PublicCache;
import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to the privacy statement and to who answers for privacy. */
@Service
@Transactional
@RolesAllowed(Permissions.PRIVACY_SETUP)
public class StatementDesk {

    private static final int LONGEST = 60_000;
    private static final UUID SHOP = new UUID(0, 0);

    private final PrivacyStatements statements;
    private final Shop shop;
    private final AuditTrail audit;
    private final PublicCache cache;
    private final Clock clock;

    StatementDesk(PrivacyStatements statements, Shop shop, AuditTrail audit, PublicCache cache, Clock clock) {
        this.statements = statements;
        this.shop = shop;
        this.audit = audit;
        this.cache = cache;
        this.clock = clock;
    }

    /** Newest first, in one language. */
    @Transactional(readOnly = true)
    public List<PrivacyStatements.Statement> versions(Locale locale) {
        return statements.versions(locale);
    }

    /** A stretch of a text compared with the one before. @param kind "same", "gone" or "new" */
    public record Stretch(String kind, String text) {
    }

    /** What a text says otherwise than the one before, line by line. */
    @Transactional(readOnly = true)
    public List<Stretch> difference(String before, String after) {
        return DiffRowGenerator.create().build().generateDiffRows(before.lines().toList(), after.lines().toList()).stream().flatMap(StatementDesk::stretches).toList();
    }

    private static Stream<Stretch> stretches(DiffRow row) {
        return switch (row.getTag()) {
            case EQUAL -> Stream.of(new Stretch("same", row.getOldLine()));
            case DELETE -> Stream.of(new Stretch("gone", row.getOldLine()));
            case INSERT -> Stream.of(new Stretch("new", row.getNewLine()));
            case CHANGE -> Stream.of(new Stretch("gone", row.getOldLine()), new Stretch("new", row.getNewLine()));
        };
    }

    /**
     * Publishes the next version in both languages.
     *
     * @param from from when on it counts; not in the past
     * @return its number
     */
    public int publish(Localized text, Instant from, StaffId by) {
        check(text.en(), "content-en");
        check(text.fr(), "content-fr");
        var now = clock.instant();
        var latest = statements.versions(Languages.ENGLISH).stream().findFirst();
        if (latest.isPresent() && latest.get().content().equals(text.en()) && statements.versions(Languages.FRENCH).getFirst().content().equals(text.fr())) {
            throw new Refused("privacy.desk.statement.same", "content-en", Map.of());
        }
        var begin = from == null || from.isBefore(now) ? now : from;
        if (latest.isPresent() && latest.get().validFrom().isAfter(begin)) {
            throw new Refused("privacy.desk.statement.order", "from", Map.of());
        }
        var version = latest.map(PrivacyStatements.Statement::version).orElse(0) + 1;
        statements.publish(version, text, begin, by);
        audit.changed(by, "statement.published", "statement", SHOP, Change.of(null)
                .from(latest.map(before -> Change.fields("version", before.version(), "from", before.validFrom())).orElse(null))
                .to(Change.fields("version", version, "from", begin)));
        AfterCommit.run(cache::changed);
        return version;
    }

    private static void check(String text, String field) {
        if (text == null || text.isBlank()) {
            throw new Refused("privacy.desk.missing", field, Map.of());
        }
        PersonTexts.bounded(text, LONGEST, field);
    }

    @Transactional(readOnly = true)
    public PrivacyOfficer officer() {
        return PrivacyOfficer.of(shop);
    }

    /** Names the person who answers for privacy; shown at once at every place. */
    public void name(PrivacyOfficer officer, StaffId by) {
        var name = PersonTexts.name(officer.name());
        var email = EmailAddress.of(officer.email()).value();
        var phone = PersonTexts.phone(officer.phone());
        var before = PrivacyOfficer.of(shop);
        shop.set("privacy-officer", name);
        shop.set("privacy-email", email);
        shop.set("privacy-phone", phone == null ? "" : phone);
        audit.changed(by, "privacy-officer.named", "shop", SHOP, Change.of(null).from(Change.fields("name", before.name(), "email", before.email(), "phone", before.phone()))
                .to(Change.fields("name", name, "email", email, "phone", phone == null ? "" : phone)));
        AfterCommit.run(cache::changed);
    }
}
