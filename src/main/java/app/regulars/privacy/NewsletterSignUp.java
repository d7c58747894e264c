package app.regulars.privacy;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.id.Ids;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The visitors' door to the newsletter, in two steps: the form, and a button behind a mailed link. Only then is there a customer
 * (or the one whose address it is) and a line in the ledger. The answer to the form is the same for every address.
 */
@Service
@Transactional
public class NewsletterSignUp {

    static final String PURPOSE = "newsletter";
    private static final String FORM = "newsletter";
    private static final Duration OPEN = Duration.ofDays(7);
    private static final RateLimits.Limit MAILS = RateLimits.Limit.of("newsletter", 3, Duration.ofHours(1));

    private final JdbcTemplate jdbc;
    private final Purposes purposes;
    private final ConsentLedger ledger;
    private final CustomerDirectory customers;
    private final Letter letter;
    private final RateLimits limits;
    private final Clock clock;

    NewsletterSignUp(JdbcTemplate jdbc, Purposes purposes, ConsentLedger ledger, CustomerDirectory customers, Letter letter, RateLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.purposes = purposes;
        this.ledger = ledger;
        this.customers = customers;
        this.letter = letter;
        this.limits = limits;
        this.clock = clock;
    }

    /** The words of the newsletter as they are now; nothing where it is not offered. */
    @Transactional(readOnly = true)
    public Optional<Wording> words(Locale locale) {
        return ledger.offered(locale).stream().filter(words -> words.purpose().equals(PURPOSE)).findFirst();
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @Transactional(readOnly = true, noRollbackFor = Refused.class)
    public List<Refused> problems(String name, String email) {
        var problems = new ArrayList<Refused>();
        for (Runnable check : List.<Runnable>of(() -> PersonTexts.name(name), () -> EmailAddress.of(email))) {
            try {
                check.run();
            } catch (Refused refused) {
                problems.add(refused);
            }
        }
        return problems;
    }

    /** Takes the form and mails the link; at most three an hour to one address. @throws NotFound where there is no newsletter */
    public void ask(String name, String email, Locale locale) {
        var words = words(locale).orElseThrow(NotFound::new);
        var checkedName = PersonTexts.name(name);
        var address = EmailAddress.of(email).value();
        if (limits.take(MAILS, address).isPositive()) {
            return;
        }
        var now = clock.instant();
        var token = Secrets.next();
        var id = Ids.next();
        jdbc.update("insert into newsletter_request (id, email, name, locale, wording_id, token_hash, asked_at, ends_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                bytes(id), address, checkedName, locale.toLanguageTag(), bytes(words.id()), Secrets.hash(token), utc(now), utc(now.plus(OPEN)));
        letter.post(id, address, locale, words, token);
    }

    /** How far a request is. */
    public enum Step {
        ASKED, CONFIRMED, ENDED, UNKNOWN
    }

    /** @param words what the person is about to agree to; null where the step is UNKNOWN */
    public record Request(Step step, Wording words) {
    }

    /** What a mailed link is about; looking changes nothing. */
    @Transactional(readOnly = true)
    public Request look(String token) {
        return find(token, "").map(row -> new Request(step(row), purposes.wording(row.wording()).orElse(null))).orElseGet(() -> new Request(Step.UNKNOWN, null));
    }

    /** The person pressed the button behind the mailed link: the address is hers and she agrees. Pressed twice it counts once. */
    public Step confirm(String token) {
        var found = find(token, " for update");
        if (found.isEmpty() || step(found.get()) != Step.ASKED) {
            return found.map(this::step).orElse(Step.UNKNOWN);
        }
        var row = found.get();
        var now = clock.instant();
        var customer = customers.obtain(row.email(), row.name(), null, null, row.locale(), FORM);
        ledger.grant(customer, row.wording(), FORM, ConsentActor.person(customer), now, "newsletter:" + row.id());
        jdbc.update("update newsletter_request set confirmed_at = ?, customer_id = ?, email = '', name = '' where id = ?", utc(now), bytes(customer.value()),
                bytes(row.id()));
        return Step.CONFIRMED;
    }

    /** Forgets requests that nobody confirmed in time, and to whom was written about them. @return how many */
    int forgetEnded() {
        var ended = jdbc.query("select id from newsletter_request where confirmed_at is null and ends_at < ? limit 10000",
                (row, n) -> Columns.uuid(row.getBytes(1)), utc(clock.instant()));
        ended.forEach(id -> {
            letter.forget(id);
            jdbc.update("delete from newsletter_request where id = ?", bytes(id));
        });
        return ended.size();
    }

    private record Row(UUID id, String email, String name, Locale locale, UUID wording, Instant ends, boolean confirmed) {
    }

    private Optional<Row> find(String token, String lock) {
        return jdbc.query("select * from newsletter_request where token_hash = ?" + lock, (row, n) -> row(row), Secrets.hash(token == null ? "" : token))
                .stream().findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Columns.uuid(row.getBytes("id")), row.getString("email"), row.getString("name"), Languages.of(row.getString("locale")),
                Columns.uuid(row.getBytes("wording_id")), Columns.instant(row, "ends_at"), row.getObject("confirmed_at") != null);
    }

    private Step step(Row row) {
        return row.confirmed() ? Step.CONFIRMED : row.ends().isBefore(clock.instant()) ? Step.ENDED : Step.ASKED;
    }

    /** The message that asks whether the address is right. */
    @Component
    static class Letter {

        private final Notifications notifications;
        private final Templates templates;
        private final Texts texts;
        private final Shop shop;
        private final PublicAddress address;

        Letter(Notifications notifications, Templates templates, Texts texts, Shop shop, PublicAddress address) {
            this.notifications = notifications;
            this.templates = templates;
            this.texts = texts;
            this.shop = shop;
            this.address = address;
        }

        private static String key(UUID request) {
            return "newsletter:" + request;
        }

        void forget(UUID request) {
            notifications.forget(key(request));
        }

        void post(UUID request, String to, Locale locale, Wording words, String token) {
            var subject = texts.get(locale, "privacy.newsletter.mail.subject", "shop", shop.name());
            var html = templates.render("privacy/newsletter-mail.jte", locale, Map.of("title", subject, "words", words,
                    "address", address.of("/newsletter/confirm/" + token)));
            notifications.post(new OutgoingMail(key(request), "privacy.newsletter", null, null, to, locale, subject, html));
        }
    }
}
