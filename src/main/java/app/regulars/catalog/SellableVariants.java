package app.regulars.catalog;

import app.regulars.customer.GroupId;
import app.regulars.platform.persistence.AfterCommit;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Variants as carts and orders ask for them, several times in each: kept in memory until products change. Whoever changes products reads
 * past it until her transaction ends, so that she sees what she did and nobody else does.
 */
@Component
class SellableVariants {

    private static final int MOST = 100_000;
    /** Besides the news of changes: a node that missed them is not wrong for long. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Cache<UUID, Known> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();
    private final AtomicLong changes = new AtomicLong();

    /** @param groups the only ones who see it; none for everybody */
    record Known(SellableVariant variant, Set<GroupId> groups) {
    }

    /** @param read those that are not in memory */
    Map<UUID, Known> of(Set<UUID> variants, Function<Collection<UUID>, Map<UUID, Known>> read) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read.apply(variants);
        }
        var found = new HashMap<>(known.getAllPresent(variants));
        var missing = variants.stream().filter(each -> !found.containsKey(each)).toList();
        if (!missing.isEmpty()) {
            var before = changes.get();
            var fresh = read.apply(missing);
            found.putAll(fresh);
            if (before == changes.get()) {
                known.putAll(fresh);
            }
        }
        return found;
    }

    /** Products change in the present transaction, or have changed. */
    void changed() {
        if (TransactionSynchronizationManager.isSynchronizationActive() && !TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, List.of());
            TransactionSynchronizationManager.registerSynchronization(new Until());
        }
        AfterCommit.run(() -> {
            changes.incrementAndGet();
            known.invalidateAll();
        });
    }

    private final class Until implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(SellableVariants.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(SellableVariants.this, List.of());
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(SellableVariants.this);
        }
    }
}
