package app.regulars.serving;

import app.regulars.customer.CustomerCosts;
import app.regulars.inquiry.InquiryEffort;
import app.regulars.ordering.Orders;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.returning.ReturnCounts;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what a customer costs to serve, beside what she buys. */
@Service
@RolesAllowed(Permissions.INQUIRIES_SEE)
public class CostDesk {

    private final CostKeeping costs;

    CostDesk(CostKeeping costs) {
        this.costs = costs;
    }

    /** Of the last year, as it is now. @param complaints of the inquiries @param estimated whether minutes were taken from the number of answers @param share of what was bought, or null where nothing was */
    public record Cost(long inquiries, long complaints, long minutes, boolean estimated, long returned, Money amount, Money bought, Double share, boolean costly) {
    }

    @RolesAllowed(Permissions.INQUIRIES_SEE)
    @Transactional(readOnly = true)
    public Cost of(CustomerId customer) {
        return costs.of(customer);
    }

    /** Works costs out, for one or, every six hours, for all of whom there are any. */
    @Component
    static class CostKeeping {

        static final String USUAL = "usual";
        static final String COSTLY = "costly";
        private static final Duration YEAR = Duration.ofDays(365);

        private final InquiryEffort efforts;
        private final ReturnCounts returns;
        private final Orders orders;
        private final Settings settings;
        private final CustomerCosts kept;
        private final Shop shop;
        private final Clock clock;

        CostKeeping(InquiryEffort efforts, ReturnCounts returns, Orders orders, Settings settings, CustomerCosts kept, Shop shop, Clock clock) {
            this.efforts = efforts;
            this.returns = returns;
            this.orders = orders;
            this.settings = settings;
            this.kept = kept;
            this.shop = shop;
            this.clock = clock;
        }

        Cost of(CustomerId customer) {
            var since = clock.instant().minus(YEAR);
            var effort = efforts.since(since, customer).stream().findFirst().orElse(new InquiryEffort.Effort(customer, 0, 0, 0, 0));
            return cost(effort, returns.since(since, customer).getOrDefault(customer, 0L), settings.costs().content());
        }

        private Cost cost(InquiryEffort.Effort effort, long returned, CostBook book) {
            var minutes = effort.minutes() + effort.answers() * book.answer();
            var amount = Money.of(book.minute().multiply(BigDecimal.valueOf(minutes)).add(book.goods().multiply(BigDecimal.valueOf(returned))), shop.currency()).rounded();
            var bought = orders.spentInAYear(effort.customer());
            var share = bought.amount().signum() <= 0 ? null : amount.amount().doubleValue() / bought.amount().doubleValue();
            var costly = amount.amount().compareTo(book.least()) >= 0 && (share == null || share * 100 >= book.percent());
            return new Cost(effort.inquiries(), effort.complaints(), minutes, effort.answers() > 0, returned, amount, bought, share, costly);
        }

        @Transactional
        public void keep() {
            var since = clock.instant().minus(YEAR);
            var book = settings.costs().content();
            Map<CustomerId, InquiryEffort.Effort> asked = efforts.since(since, null).stream().collect(Collectors.toMap(InquiryEffort.Effort::customer, Function.identity()));
            var back = new HashMap<>(returns.since(since, null));
            kept.keep(Stream.concat(asked.keySet().stream(), back.keySet().stream()).distinct().map(customer -> {
                var cost = cost(asked.getOrDefault(customer, new InquiryEffort.Effort(customer, 0, 0, 0, 0)), back.getOrDefault(customer, 0L), book);
                return new CustomerCosts.Cost(customer, cost.inquiries(), cost.minutes(), cost.returned(), cost.amount(), cost.costly() ? COSTLY : USUAL);
            }).toList(), clock.instant());
        }
    }

    @Configuration
    static class Job {

        @Bean
        RecurringTask<Void> costsJob(CostKeeping costs) {
            return Tasks.recurring("serving-costs", Schedules.fixedDelay(Duration.ofHours(6))).execute((instance, context) -> costs.keep());
        }
    }
}
