package app.regulars.storefront;

import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.inventory.StockChanged;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.pricing.Prices;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Prices and stock as every visitor sees them, kept in memory for a minute at most; what is shown again and again is read anew in the
 * background, all of it at once. What is sold is priced and reserved anew by the checkout; these are for showing only.
 */
@Component
class Offers {

    private static final Logger log = LoggerFactory.getLogger(Offers.class);
    private static final int MOST = 200_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FRESH = LONGEST.dividedBy(2);
    private static final int MOST_DUE = 10_000;

    private final Prices prices;
    private final Inventory inventory;
    private final Clock clock;
    private final Cache<VariantId, Kept> known = Caffeine.newBuilder().maximumSize(MOST).build();
    /** Shown, but no longer fresh. */
    private final Map<VariantId, Boolean> due = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("offers").factory());

    /**
     * An offer and when it was last read. One that is read again and found the same is not put anew: a new object among old ones costs the collector of
     * garbage a look at its place, and in a large shop thousands are read again each second.
     */
    private static final class Kept {

        private final Offer offer;
        private volatile long readAt;

        private Kept(Offer offer, long readAt) {
            this.offer = offer;
            this.readAt = readAt;
        }
    }

    Offers(Prices prices, Inventory inventory, Clock clock) {
        this.prices = prices;
        this.inventory = inventory;
        this.clock = clock;
        reader.scheduleWithFixedDelay(this::readDue, 1, 1, TimeUnit.SECONDS);
    }

    /** @param backorderable by variant, whether it may be sold beyond the stock */
    Map<VariantId, Offer> of(Map<VariantId, Boolean> backorderable) {
        var now = clock.millis();
        var offers = HashMap.<VariantId, Offer>newHashMap(backorderable.size());
        var missing = new HashMap<VariantId, Boolean>();
        backorderable.forEach((variant, more) -> {
            var kept = known.getIfPresent(variant);
            if (kept == null || now - kept.readAt > LONGEST.toMillis()) {
                missing.put(variant, more);
                return;
            }
            offers.put(variant, kept.offer);
            if (now - kept.readAt > FRESH.toMillis() && due.size() < MOST_DUE) {
                due.put(variant, more);
            }
        });
        if (!missing.isEmpty()) {
            offers.putAll(read(missing));
        }
        return offers;
    }

    /** As this customer sees them: at her own prices where something is agreed with her. Two statements more, or one where nothing is. */
    Map<VariantId, Offer> of(Map<VariantId, Boolean> backorderable, CustomerId customer) {
        var offers = of(backorderable);
        return isPersonal(customer) ? own(offers, customer) : offers;
    }

    boolean isPersonal(CustomerId customer) {
        return customer != null && prices.isPersonal(customer);
    }

    /** The same offers at the customer's own prices. */
    Map<VariantId, Offer> own(Map<VariantId, Offer> offers, CustomerId customer) {
        var priced = prices.of(offers.keySet(), customer);
        var own = HashMap.<VariantId, Offer>newHashMap(offers.size());
        offers.forEach((variant, offer) -> own.put(variant, offer.at(priced.get(variant))));
        return own;
    }

    /** What costs something else now must not be shown any more; no variant for all. */
    void forget(Collection<VariantId> variants) {
        changes.incrementAndGet();
        if (variants.isEmpty()) {
            known.invalidateAll();
        } else {
            known.invalidateAll(variants);
        }
    }

    private Map<VariantId, Offer> read(Map<VariantId, Boolean> backorderable) {
        var now = clock.millis();
        var before = changes.get();
        var variants = backorderable.keySet();
        var priced = prices.of(variants, null);
        var there = inventory.available(variants);
        var offers = HashMap.<VariantId, Offer>newHashMap(variants.size());
        for (var variant : variants) {
            offers.put(variant, Offer.of(variant, priced.get(variant), Math.max(0, there.getOrDefault(variant, 0)), backorderable.get(variant)));
        }
        // something changed while this was read: show it once, but do not keep it
        if (before == changes.get()) {
            offers.replaceAll((variant, offer) -> kept(variant, offer, now));
        }
        return offers;
    }

    private Offer kept(VariantId variant, Offer read, long now) {
        var kept = known.getIfPresent(variant);
        if (kept == null || !kept.offer.equals(read)) {
            kept = new Kept(read, now);
            known.put(variant, kept);
        }
        kept.readAt = now;
        return kept.offer;
    }

    private void readDue() {
        try {
            var these = Map.copyOf(due);
            due.keySet().removeAll(these.keySet());
            if (!these.isEmpty()) {
                read(these);
            }
        } catch (DataAccessException away) {
            log.warn("prices and stock were not read anew: {}", away.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void ended() {
        reader.shutdownNow();
    }

    @EventListener
    void on(StockChanged changed) {
        AfterCommit.run(() -> {
            if (!changed.variants().isEmpty()) {
                forget(changed.variants());
            }
        });
    }
}
