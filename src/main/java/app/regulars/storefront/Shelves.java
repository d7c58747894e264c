package app.regulars.storefront;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.ProductsChanged;
import app.regulars.catalog.Viewer;
import app.regulars.platform.persistence.AfterCommit;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The products of a category, or all of them, with price and stock, kept for some seconds: what lists filter, sort and page. */
@Component
class Shelves {

    /** More than this is found by search, not by paging. */
    private static final int MOST = 5_000;
    private static final String ALL = "";
    private static final String POPULAR = "/popular";
    private static final String NEWEST = "/newest";
    private static final String FIRST = "/first/";
    private static final int MOST_POPULAR = 8;
    private static final int FEW = 16;
    private static final int MOST_NAMED = 200;

    private final Catalog catalog;
    private final Cards cards;
    private final LoadingCache<Key, Shelf> shelves = Caffeine.newBuilder().maximumSize(300).refreshAfterWrite(Duration.ofSeconds(20)).expireAfterWrite(Duration.ofMinutes(5))
            .build(this::fill);

    /** Customers who see the same share a shelf. */
    private record Key(String category, Viewer viewer) {
    }

    Shelves(Catalog catalog, Cards cards) {
        this.catalog = catalog;
        this.cards = cards;
    }

    /** Favourites first, then by name. */
    Shelf of(String category, Shopper shopper) {
        return shelves.get(new Key(category, shopper.viewer()));
    }

    /**
     * Those of a category that the index names, in the category's order; where it holds more than lie on its shelf, the others after them.
     *
     * @param handles within what this shopper may see
     */
    Shelf narrowed(String category, List<String> handles, Shopper shopper) {
        var whole = shelves.getIfPresent(new Key(category, shopper.viewer()));
        if (whole == null && handles.size() <= MOST_NAMED) {
            // just changed, or hardly visited: these few are read without all the others
            return new Shelf(cards.of(catalog.inOrder(handles, shopper.viewer())));
        }
        whole = of(category, shopper);
        var here = whole.only(handles);
        if (whole.views().size() < MOST || here.views().size() == handles.size()) {
            return here;
        }
        var known = here.views().stream().map(view -> view.card().handle()).collect(Collectors.toSet());
        var all = new ArrayList<>(here.views());
        all.addAll(cards.named(handles.stream().filter(handle -> !known.contains(handle)).limit(MOST).toList(), shopper));
        return new Shelf(all);
    }

    /** Newest first. */
    Shelf all(Shopper shopper) {
        return of(ALL, shopper);
    }

    /** What sells best, or was chosen to stand on the home page. */
    Shelf popular(Shopper shopper) {
        return of(POPULAR, shopper);
    }

    /** The newest few, without reading all. */
    Shelf newest(Shopper shopper) {
        return of(NEWEST, shopper);
    }

    /** The first few of a category, in its order, without reading all. */
    Shelf firstOf(String category, Shopper shopper) {
        return of(FIRST + category, shopper);
    }

    private Shelf fill(Key key) {
        return new Shelf(cards.of(switch (key.category()) {
            case ALL -> catalog.newest(MOST, key.viewer());
            case POPULAR -> catalog.popular(MOST_POPULAR, key.viewer());
            case NEWEST -> catalog.newest(FEW, key.viewer());
            case String first when first.startsWith(FIRST) -> catalog.inCategory(first.substring(FIRST.length()), 0, FEW, key.viewer());
            default -> catalog.inCategory(key.category(), 0, MOST, key.viewer());
        }));
    }

    void forget() {
        shelves.invalidateAll();
    }

    @EventListener
    @Order(1)
    void on(ProductsChanged changed) {
        AfterCommit.run(shelves::invalidateAll);
    }
}
