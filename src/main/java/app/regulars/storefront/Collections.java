package app.regulars.storefront;

import app.regulars.catalog.ProductCollection;
import app.regulars.catalog.ProductCollections;
import app.regulars.catalog.ProductsChanged;
import app.regulars.catalog.Viewer;
import app.regulars.platform.persistence.AfterCommit;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What stands in each collection, with price and stock, kept for some seconds. */
@Component
class Collections {

    private static final int MOST = 1_000;

    private final ProductCollections collections;
    private final Cards cards;
    private final LoadingCache<Key, Shelf> shelves = Caffeine.newBuilder().maximumSize(200).refreshAfterWrite(Duration.ofSeconds(20))
            .expireAfterWrite(Duration.ofMinutes(5)).build(this::fill);

    private record Key(ProductCollection collection, Viewer viewer) {
    }

    Collections(ProductCollections collections, Cards cards) {
        this.collections = collections;
        this.cards = cards;
    }

    Shelf of(ProductCollection collection, Shopper shopper) {
        return shelves.get(new Key(collection, shopper.viewer()));
    }

    Optional<ProductCollection> find(String slug) {
        return collections.find(slug);
    }

    /** Those that stand on the home page. */
    List<ProductCollection> onHome() {
        return collections.all().stream().filter(collection -> collection.active() && collection.onHome()).toList();
    }

    private Shelf fill(Key key) {
        var rule = key.collection().rule();
        return new Shelf(cards.of(collections.products(rule, key.viewer(), MOST)).stream().filter(view -> isWithin(rule, view)).toList());
    }

    private static boolean isWithin(ProductCollection.Rule rule, CardView view) {
        var each = view.offer().each();
        return (rule.priceFrom() == null || each != null && each.amount().compareTo(rule.priceFrom()) >= 0)
                && (rule.priceTo() == null || each != null && each.amount().compareTo(rule.priceTo()) <= 0)
                && (!rule.inStock() || view.offer().available() > 0);
    }

    @EventListener
    @Order(1)
    void on(ProductsChanged changed) {
        AfterCommit.run(shelves::invalidateAll);
    }
}
