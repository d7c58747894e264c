package app.regulars.watching;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.privacy.SpokenConsents;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The visitors' door, in two steps: an address on the product's page, and a button behind a mailed link. Only then is there a wish, a
 * customer (or the one whose address it is) and a line in the consent ledger. The answer to the form is the same for every address.
 */
@Service
@Transactional
public class VisitorsWatches {

    private static final Duration OPEN = Duration.ofDays(7);
    private static final RateLimits.Limit MAILS = RateLimits.Limit.of("watching", 3, Duration.ofHours(1));
    private static final RateLimits.Limit FORMS = RateLimits.Limit.of("watching-from", 20, Duration.ofHours(1));

    private final Watches watches;
    private final MyWatches mine;
    private final CustomerDirectory customers;
    private final SpokenConsents consents;
    private final Notifications notifications;
    private final Templates templates;
    private final Texts texts;
    private final PublicAddress address;
    private final RateLimits limits;
    private final Clock clock;

    VisitorsWatches(Watches watches, MyWatches mine, CustomerDirectory customers, SpokenConsents consents, Notifications notifications, Templates templates,
                    Texts texts, PublicAddress address, RateLimits limits, Clock clock) {
        this.watches = watches;
        this.mine = mine;
        this.customers = customers;
        this.consents = consents;
        this.notifications = notifications;
        this.templates = templates;
        this.texts = texts;
        this.address = address;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes the form and mails the link; at most three an hour to one address.
     *
     * @param origin from where, to be counted
     * @throws app.regulars.platform.Refused for what is no address
     */
    public void ask(String email, VariantId variant, WatchKind kind, Locale locale, String origin) {
        var to = EmailAddress.of(email).value();
        var known = mine.sellable(variant, null);
        if (limits.take(FORMS, origin).isPositive() || limits.take(MAILS, to).isPositive()) {
            return;
        }
        var token = Secrets.next();
        var id = watches.add(null, to, locale, variant, kind, mine.price(variant, null), Secrets.hash(token), clock.instant());
        var subject = texts.get(locale, "watching.confirm.mail.subject", "name", known.name().in(locale));
        var html = templates.render("watching/confirm-mail.jte", locale, Map.of("title", subject, "name", known.name().in(locale), "kind", kind.code(),
                "address", address.of("/notices/confirm/" + token)));
        notifications.post(new OutgoingMail("watching-confirm:" + id, "watching.confirm", null, null, to, locale, subject, html));
    }

    public enum Step {
        ASKED, CONFIRMED, UNKNOWN
    }

    /** @param name of the product, or null for UNKNOWN */
    public record Request(Step step, WatchKind kind, Localized name, String handle) {
    }

    /** What a mailed link is about; looking changes nothing. */
    @Transactional(readOnly = true)
    public Request look(String token) {
        return watches.byToken(Secrets.hash(token), "").map(row -> {
            var variant = mine.sellable(row.variant(), row.customer());
            return new Request(step(row), row.kind(), variant.name(), variant.handle());
        }).orElseGet(() -> new Request(Step.UNKNOWN, null, null, null));
    }

    /** She pressed the button behind the link: the address is hers, and she allows the one message. Pressed twice it counts once. */
    public Step confirm(String token) {
        var found = watches.byToken(Secrets.hash(token), " for update");
        if (found.isEmpty() || step(found.get()) != Step.ASKED) {
            return found.map(this::step).orElse(Step.UNKNOWN);
        }
        var row = found.get();
        var customer = customers.obtain(row.email(), row.email().substring(0, row.email().indexOf('@')), null, null, row.locale(), "notice");
        watches.confirm(row.id(), customer, clock.instant());
        consents.say(customer, MyWatches.PURPOSE, row.locale(), "product", true);
        return Step.CONFIRMED;
    }

    /** Forgets what nobody confirmed in time, and to whom was written about it. */
    int forgetEnded() {
        var ended = watches.unconfirmedBefore(clock.instant().minus(OPEN));
        ended.forEach(id -> {
            notifications.forget("watching-confirm:" + id);
            watches.delete(id);
        });
        return ended.size();
    }

    private Step step(Watches.Row row) {
        return row.confirmedAt() != null ? Step.CONFIRMED : row.askedAt().plus(OPEN).isBefore(clock.instant()) ? Step.UNKNOWN : Step.ASKED;
    }
}
