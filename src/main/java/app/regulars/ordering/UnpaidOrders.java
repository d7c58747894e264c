package app.regulars.ordering;

import app.regulars.payment.CardPaying;
import app.regulars.payment.PaymentStatus;
import app.regulars.payment.Payments;
import app.regulars.platform.shop.Shop;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders that wait for their payment: their goods are kept for some days, their customers are reminded before the end, and then they call
 * themselves off. Never while something of it was paid, or nobody knows what came of a try, or staff keep it.
 */
@Configuration
class UnpaidOrders {

    private static final Logger log = LoggerFactory.getLogger(UnpaidOrders.class);
    private static final Duration OFTEN = Duration.ofMinutes(10);
    private static final int AT_ONCE = 200;
    private static final Set<PaymentStatus> NOTHING_CAME = Set.of(PaymentStatus.PENDING, PaymentStatus.DECLINED);

    private final OrderLists lists;
    private final Fulfillment fulfillment;
    private final CallingOff calling;
    private final Payments payments;
    private final CardPaying cards;
    private final Shop shop;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnpaidOrders(OrderLists lists, Fulfillment fulfillment, CallingOff calling, Payments payments, CardPaying cards, Shop shop, TransactionTemplate transaction,
                 ApplicationEventPublisher events, Clock clock) {
        this.lists = lists;
        this.fulfillment = fulfillment;
        this.calling = calling;
        this.payments = payments;
        this.cards = cards;
        this.shop = shop;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> unpaidOrdersJob() {
        return Tasks.recurring("ordering-unpaid", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> look());
    }

    /** @return how many were reminded of or called off now */
    int look() {
        var time = PayTime.of(shop);
        var now = clock.instant();
        lists.limit(time.end(now));
        return each(time.reminder() == 0 ? List.of() : lists.toRemind(time.reminded(now), AT_ONCE), this::remind) + each(lists.unpaid(AT_ONCE), this::callOff);
    }

    /** Each for itself: one that fails does not keep the others. */
    private int each(List<OrderNumber> numbers, BiPredicate<Order, Instant> work) {
        var done = 0;
        for (var number : numbers) {
            try {
                done += Boolean.TRUE.equals(transaction.execute(status -> work.test(fulfillment.locked(number), clock.instant()))) ? 1 : 0;
            } catch (RuntimeException e) {
                log.warn("order {} was left as it is: {}", number.value(), e.toString());
            }
        }
        return done;
    }

    private boolean remind(Order order, Instant now) {
        var until = order.payUntil();
        if (!order.remindOfPayment(now)) {
            return false;
        }
        fulfillment.moved(order, now);
        events.publishEvent(new OrderPaymentDue(order.id(), order.number(), order.customer(), until, now));
        return true;
    }

    private boolean callOff(Order order, Instant now) {
        var id = order.id().value();
        var open = payments.of(id).map(stand -> NOTHING_CAME.contains(stand.status())).orElse(true);
        return open && !cards.isUnclear(id) && order.expire(fulfillment.today(), now) && calling.off(order, "system", null, null, now);
    }
}
