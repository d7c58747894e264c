package app.regulars.returning;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.ordering.OrderDelivered;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.privacy.ContactPermission;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks once, some days after a delivery, how it went: of those who allow it, and not of what is long past. */
@Component
class FollowUps {

    static final String PURPOSE = "follow-up";
    static final String ON = "follow-up.on";
    static final String DAYS = "follow-up.days";
    static final int USUAL_DAYS = 7;
    private static final Duration LATE = Duration.ofDays(14);
    /** So long the link takes an answer. */
    static final Duration OPEN = Duration.ofDays(30);
    private static final int AT_ONCE = 200;

    private final FollowUpBook book;
    private final CustomerDirectory customers;
    private final ObjectProvider<ContactPermission> permission;
    private final Letter letter;
    private final TransactionTemplate transaction;
    private final Shop shop;
    private final Clock clock;

    FollowUps(FollowUpBook book, CustomerDirectory customers, ObjectProvider<ContactPermission> permission, Letter letter, TransactionTemplate transaction, Shop shop, Clock clock) {
        this.book = book;
        this.customers = customers;
        this.permission = permission;
        this.letter = letter;
        this.transaction = transaction;
        this.shop = shop;
        this.clock = clock;
    }

    boolean on() {
        return Boolean.parseBoolean(shop.get(ON, "true"));
    }

    int days() {
        return Integer.parseInt(shop.get(DAYS, String.valueOf(USUAL_DAYS)));
    }

    @ApplicationModuleListener
    void on(OrderDelivered delivered) {
        plan(delivered);
    }

    void plan(OrderDelivered delivered) {
        var due = delivered.at().plus(Duration.ofDays(days()));
        if (on() && due.plus(LATE).isAfter(clock.instant())) {
            book.plan(delivered, due);
        }
    }

    /** Asks whoever is due. @return how many were asked */
    int ask() {
        return (int) book.due(now(), AT_ONCE).stream().filter(row -> ask(row).isPresent()).count();
    }

    /** Asks, or lets it be for good. @return what the link carries, if it was asked */
    Optional<String> ask(FollowUpBook.Row row) {
        var now = now();
        var card = customers.find(row.customer()).filter(each -> each.email() != null && !each.email().endsWith("@invalid"));
        var may = card.isPresent() && on() && row.dueAt().plus(LATE).isAfter(now)
                && Optional.ofNullable(permission.getIfAvailable()).filter(each -> each.mayContact(row.customer(), PURPOSE, "email", now)).isPresent();
        if (!may) {
            book.skip(row.id());
            return Optional.empty();
        }
        return transaction.execute(status -> ask(row, card.get()));
    }

    private Optional<String> ask(FollowUpBook.Row row, CustomerCard card) {
        var token = Secrets.next();
        var now = now();
        if (!book.sent(row.id(), Secrets.hash(token), now, now.plus(OPEN))) {
            return Optional.empty();
        }
        letter.post(row, card, token);
        return Optional.of(token);
    }

    Instant now() {
        return clock.instant();
    }

    /** How the message reads. */
    @Component
    static class Letter {

        private final Notifications notifications;
        private final Templates templates;
        private final Texts texts;
        private final Shop shop;
        private final PublicAddress address;
        private final ObjectProvider<FollowUpOffers> offers;

        Letter(Notifications notifications, Templates templates, Texts texts, Shop shop, PublicAddress address, ObjectProvider<FollowUpOffers> offers) {
            this.offers = offers;
            this.notifications = notifications;
            this.templates = templates;
            this.texts = texts;
            this.shop = shop;
            this.address = address;
        }

        void post(FollowUpBook.Row row, CustomerCard card, String token) {
            var subject = texts.get(card.locale(), "returning.after.mail.subject", "shop", shop.name());
            notifications.post(new OutgoingMail("follow-up:" + row.id(), "follow-up", PURPOSE, row.customer(), card.email(), card.locale(), subject,
                    templates.render("returning/after-mail.jte", card.locale(), Map.of("title", subject, "name", card.name() == null ? "" : card.name(), "link", address.of("/after/" + token),
                            "offers", offers.orderedStream().flatMap(each -> each.of(row.customer(), row.order(), card.locale()).stream())
                                    .map(offer -> new FollowUpOffers.Offer(offer.words(), address.of(offer.path()))).toList()))));
        }
    }

    @Configuration
    static class Job {

        @Bean
        RecurringTask<Void> followUpJob(FollowUps followUps) {
            return Tasks.recurring("follow-up", Schedules.fixedDelay(Duration.ofMinutes(10))).execute((instance, context) -> followUps.ask());
        }
    }
}
