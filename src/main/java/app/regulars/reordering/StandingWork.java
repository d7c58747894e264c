package app.regulars.reordering;

import app.regulars.customer.Companies;
import app.regulars.inventory.NotEnoughStock;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.NewOrder;
import app.regulars.platform.ui.Live;
import app.regulars.pricing.Prices;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders what stands, on its day and at the prices of that day; some days before it says so. A day is ordered once, whoever runs this how
 * often: its key is made of the standing order and the day. What fails is tried on three days, told to the customer and seen by staff.
 */
@Component
class StandingWork {

    private static final Logger log = LoggerFactory.getLogger(StandingWork.class);
    /** So many days before the order the customer hears of it. */
    static final int NOTICE_DAYS = 3;
    private static final int MOST_TRIES = 3;
    private static final int AT_ONCE = 200;

    private final StandingOrders standing;
    private final Filling filling;
    private final Forecasts forecasts;
    private final MyOrders orders;
    private final Checkout checkout;
    private final Companies companies;
    private final StandingMail mail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StandingWork(StandingOrders standing, Filling filling, Forecasts forecasts, MyOrders orders, Checkout checkout, Companies companies, StandingMail mail, TransactionTemplate transaction, Clock clock) {
        this.standing = standing;
        this.filling = filling;
        this.forecasts = forecasts;
        this.orders = orders;
        this.checkout = checkout;
        this.companies = companies;
        this.mail = mail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many were announced */
    int notice() {
        return each(forecasts.today().plusDays(NOTICE_DAYS), id -> Boolean.TRUE.equals(transaction.execute(status -> standing.lock(id)
                .filter(row -> row.isActive() && row.nextOn().isAfter(forecasts.today()) && !row.nextOn().equals(row.noticedFor())).map(row -> {
                    if (!isHers(row)) {
                        return rest(row);
                    }
                    standing.noticed(id, row.nextOn());
                    mail.notice(row, filling.file(id, row.name(), standing.lines(id), row.customer()));
                    return true;
                }).orElse(false))));
    }

    /** @return how many were ordered */
    int order() {
        return each(forecasts.today(), this::order);
    }

    private boolean order(UUID id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> standing.lock(id).filter(row -> row.isActive() && isDue(row)).map(row -> isHers(row) ? place(row) : rest(row)).orElse(false)));
        } catch (NotEnoughStock scarce) {
            return Boolean.TRUE.equals(transaction.execute(status -> standing.lock(id).filter(row -> row.isActive() && isDue(row)).map(row -> failed(row, "sold-out")).orElse(false)));
        } catch (RuntimeException broken) {
            // one that breaks does not keep the others from being ordered; staff see it
            log.warn("standing order {} could not be placed: {}", id, broken.toString());
            return Boolean.TRUE.equals(transaction.execute(status -> standing.lock(id).filter(row -> row.isActive() && isDue(row)).map(row -> failed(row, "broken")).orElse(false)));
        }
    }

    private boolean isHers(StandingOrders.Row row) {
        return Reminding.isFor(companies, row.person(), row.customer());
    }

    /** What somebody set up for a company rests when she has left it: she is told no more, and another may take it up. */
    private boolean rest(StandingOrders.Row row) {
        standing.become(row.id(), StandingOrders.PAUSED, clock.instant());
        Live.changed("standing:" + row.customer(), "standing");
        return false;
    }

    /** One try a day. */
    private boolean isDue(StandingOrders.Row row) {
        return !row.nextOn().plusDays(row.tries()).isAfter(forecasts.today());
    }

    private boolean place(StandingOrders.Row row) {
        var wishes = standing.lines(row.id()).stream().map(ShoppingLists.Line::wish).toList();
        var usual = orders.by(row.person(), orders.usualForm(row.customer(), null, row.shippingOption(), null)).paidBy(row.payBy());
        return switch (checkout.place(new NewOrder(key(row), row.customer(), row.person(), List.<Prices.Wish>copyOf(wishes), usual, null, "standing"))) {
            case CheckoutResult.Placed placed -> done(row, "placed", placed.number().value());
            case CheckoutResult.Requested asked -> done(row, "asked", null);
            case CheckoutResult.SoldOut soldOut -> failed(row, "sold-out");
            case CheckoutResult.WrongQuantity wrong -> failed(row, "wrong-quantity");
            case CheckoutResult.PriceChanged changed -> failed(row, "incomplete");
            case CheckoutResult.EmptyCart empty -> failed(row, "sold-out");
            case CheckoutResult.Incomplete incomplete -> failed(row, "incomplete");
        };
    }

    private static UUID key(StandingOrders.Row row) {
        return UUID.nameUUIDFromBytes(("standing " + row.id() + " " + row.nextOn()).getBytes(StandardCharsets.UTF_8));
    }

    private boolean done(StandingOrders.Row row, String outcome, String number) {
        standing.ran(row.id(), row.nextOn(), outcome, number, clock.instant());
        standing.plan(row.id(), row.everyWeeks(), following(row), clock.instant());
        Live.changed("standing:" + row.customer(), "standing");
        return number != null;
    }

    private boolean failed(StandingOrders.Row row, String outcome) {
        standing.ran(row.id(), row.nextOn(), outcome, null, clock.instant());
        var last = row.tries() + 1 >= MOST_TRIES;
        if (last) {
            standing.plan(row.id(), row.everyWeeks(), following(row), clock.instant());
        } else {
            standing.tried(row.id());
        }
        mail.failed(row, outcome, last);
        Live.changed("standing:" + row.customer(), "standing");
        return false;
    }

    private LocalDate following(StandingOrders.Row row) {
        var next = row.nextOn().plusWeeks(row.everyWeeks());
        while (!next.isAfter(forecasts.today())) {
            next = next.plusWeeks(row.everyWeeks());
        }
        return next;
    }

    private int each(LocalDate until, Predicate<UUID> deed) {
        var done = 0;
        UUID after = null;
        List<UUID> ids;
        do {
            ids = standing.until(until, after, AT_ONCE);
            for (var id : ids) {
                done += deed.test(id) ? 1 : 0;
            }
            after = ids.isEmpty() ? null : ids.getLast();
        } while (ids.size() == AT_ONCE);
        return done;
    }

    @org.springframework.context.annotation.Configuration
    static class Job {

        @Bean
        RecurringTask<Void> standingOrdersJob(StandingWork work) {
            return Tasks.recurring("standing-orders", Schedules.fixedDelay(Duration.ofMinutes(30))).execute((instance, context) -> {
                work.order();
                work.notice();
            });
        }
    }
}
