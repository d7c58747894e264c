package app.regulars.catalog;

import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets products appear and go at the hour that staff set; asked every few seconds, in lists and index at once. */
@Component
class ProductLife {

    private static final int AT_ONCE = 100;
    private static final Duration OFTEN = Duration.ofSeconds(15);

    private final ProductRepository products;
    private final ProductSearch search;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    ProductLife(ProductRepository products, ProductSearch search, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.products = products;
        this.search = search;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether there may be more */
    @Transactional
    boolean step() {
        var now = clock.instant();
        var due = products.due(now, Limit.of(AT_ONCE));
        var moved = new ArrayList<Product>();
        var before = new HashMap<Product, Product.Status>();
        for (var product : due) {
            before.put(product, product.status());
            if (product.settle(now)) {
                moved.add(product);
            }
        }
        if (moved.isEmpty()) {
            return false;
        }
        products.saveAll(moved);
        audit.changedAll(moved.stream().map(product -> new AuditTrail.Deed(null, product.isRetired() ? "product.retired" : "product.published", "product",
                product.id(), Change.of(product.handle()).of("status", before.get(product), product.status()))).toList());
        search.update(moved);
        events.publishEvent(new ProductsChanged(moved.stream().map(Product::handle).toList(), now));
        return due.size() == AT_ONCE;
    }

    @Configuration
    static class Job {

        @Bean
        RecurringTask<Void> productLifeJob(ProductLife life) {
            return Tasks.recurring("catalog-product-life", Schedules.fixedDelay(OFTEN)).execute((instance, context) -> {
                while (life.step()) {
                    // the next hundred
                }
            });
        }
    }
}
