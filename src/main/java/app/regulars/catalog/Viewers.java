package app.regulars.catalog;

import app.regulars.customer.CustomerGroups;
import app.regulars.customer.GroupId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.AfterCommit;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/**
 * Says with whose eyes a customer looks. Groups that no product is limited to are left out: almost everybody sees the same
 * catalogue then, and shares what is kept of it in memory.
 */
@Service
public class Viewers {

    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final CustomerGroups groups;
    private final LoadingCache<String, Set<GroupId>> limiting;

    Viewers(CustomerGroups groups, ProductRepository products) {
        this.groups = groups;
        this.limiting = Caffeine.newBuilder().expireAfterWrite(ELSEWHERE)
                .build(all -> products.limitingGroups().stream().map(GroupId::new).collect(Collectors.toUnmodifiableSet()));
    }

    /** @param customer a person, or the company she orders for; null for a visitor */
    public Viewer of(CustomerId customer) {
        if (customer == null) {
            return Viewer.EVERYONE;
        }
        var hers = groups.of(customer);
        if (hers.isEmpty()) {
            return Viewer.EVERYONE;
        }
        var counting = limiting.get("");
        var kept = hers.stream().filter(counting::contains).collect(Collectors.toSet());
        return kept.isEmpty() ? Viewer.EVERYONE : new Viewer(kept);
    }

    @EventListener
    @Order(0)
    void on(ProductsChanged changed) {
        AfterCommit.run(limiting::invalidateAll);
    }
}
