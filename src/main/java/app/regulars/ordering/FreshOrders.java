package app.regulars.ordering;

import app.regulars.payment.PaymentStand;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Explanations;
import app.regulars.pricing.PricedCart;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders as they were placed a moment ago on this node, for what follows from them: nobody need read what was just written. */
@Component
class FreshOrders {

    private static final int MOST = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Shop shop;
    private final Clock clock;
    private final Cache<OrderId, OrderFile> files = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    FreshOrders(Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
    }

    /** In the transaction that places it, once all is said; it counts with its commit. */
    void placed(Order order, PaymentStand payment, PricedCart priced) {
        var file = order.file(List.of(), payment, Explanations.of(priced), clock.instant().atZone(shop.zone()).toLocalDate(), true);
        AfterCommit.run(() -> files.put(order.id(), file));
    }

    /** Once; nothing where it was told before, or placed long ago or elsewhere. */
    Optional<OrderFile> take(OrderId order) {
        return Optional.ofNullable(files.asMap().remove(order));
    }
}
