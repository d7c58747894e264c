package app.regulars.watching;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.SellableVariant;
import app.regulars.catalog.Viewers;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.money.Money;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.Prices;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whose wish has come true and writes to her, once. Whether she may still be written to is asked by the outbox at the moment of
 * sending, as with every message that is not about a running transaction.
 */
@Component
class Telling {

    private static final int AT_ONCE = 200;
    private static final Duration OFTEN = Duration.ofSeconds(30);

    private final Watches watches;
    private final Catalog catalog;
    private final Viewers viewers;
    private final Inventory inventory;
    private final Prices prices;
    private final CustomerDirectory customers;
    private final Letter letter;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Telling(Watches watches, Catalog catalog, Viewers viewers, Inventory inventory, Prices prices, CustomerDirectory customers, Letter letter,
            TransactionTemplate transaction, Clock clock) {
        this.watches = watches;
        this.catalog = catalog;
        this.viewers = viewers;
        this.inventory = inventory;
        this.prices = prices;
        this.customers = customers;
        this.letter = letter;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at every wish that waits. @return how many were told */
    int tell() {
        var told = 0;
        UUID after = null;
        List<Watches.Row> rows;
        do {
            rows = watches.waiting(after, AT_ONCE);
            told += tell(rows);
            after = rows.isEmpty() ? null : rows.getLast().id();
        } while (rows.size() == AT_ONCE);
        return told;
    }

    private int tell(List<Watches.Row> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var stock = inventory.available(rows.stream().map(Watches.Row::variant).distinct().toList());
        var cards = customers.cards(rows.stream().map(Watches.Row::customer).distinct().toList());
        var told = 0;
        for (var row : rows) {
            var card = cards.get(row.customer());
            var variant = catalog.variants(List.of(row.variant()), viewers.of(row.customer())).get(row.variant());
            if (card == null || card.email() == null || variant == null || !variant.sellable()) {
                continue;
            }
            var price = price(row);
            var come = row.kind() == WatchKind.BACK ? stock.getOrDefault(row.variant(), 0) >= variant.quantities().least()
                    : price != null && row.priceThen() != null && price.currency().equals(row.priceThen().currency()) && price.compareTo(row.priceThen()) < 0;
            if (come && Boolean.TRUE.equals(transaction.execute(status -> tell(row, card, variant, price)))) {
                told++;
            }
        }
        return told;
    }

    private Money price(Watches.Row row) {
        var price = prices.of(List.of(row.variant()), row.customer()).get(row.variant());
        return price == null ? null : price.each();
    }

    private boolean tell(Watches.Row row, CustomerCard card, SellableVariant variant, Money price) {
        if (!watches.told(row.id(), clock.instant())) {
            return false;
        }
        letter.post(row, card, variant, price);
        return true;
    }

    /** How the message reads. */
    @Component
    static class Letter {

        private final Notifications notifications;
        private final Templates templates;
        private final Texts texts;
        private final PublicAddress address;

        Letter(Notifications notifications, Templates templates, Texts texts, PublicAddress address) {
            this.notifications = notifications;
            this.templates = templates;
            this.texts = texts;
            this.address = address;
        }

        void post(Watches.Row row, CustomerCard card, SellableVariant variant, Money price) {
            var locale = row.locale();
            var kind = row.kind().code();
            var name = variant.name().in(locale);
            var subject = texts.get(locale, "watching.mail." + kind + ".subject", "name", name);
            var model = new HashMap<String, Object>();
            model.put("title", subject);
            model.put("name", name);
            model.put("options", variant.options() == null ? "" : variant.options().in(locale));
            model.put("kind", kind);
            model.put("price", price == null ? "" : Formats.money(price, locale));
            model.put("then", row.priceThen() == null ? "" : Formats.money(row.priceThen(), locale));
            model.put("asked", row.askedAt());
            model.put("address", address.of("/p/" + variant.handle() + "?v=" + variant.sku()));
            notifications.post(new OutgoingMail("watch:" + row.id(), "watching." + kind, MyWatches.PURPOSE, row.customer(), card.email(), locale, subject,
                    templates.render("watching/mail.jte", locale, model)));
        }
    }

    @Configuration
    static class Job {

        @Bean
        RecurringTask<Void> watchingJob(Telling telling) {
            return Tasks.recurring("watching-tell", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> telling.tell());
        }

        @Bean
        RecurringTask<Void> watchingForgetJob(VisitorsWatches visitors) {
            return Tasks.recurring("watching-forget", Schedules.fixedDelay(Duration.ofHours(6))).execute((instance, context) -> visitors.forgetEnded());
        }
    }
}
