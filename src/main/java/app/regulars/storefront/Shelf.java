package app.regulars.storefront;

import app.regulars.platform.i18n.Languages;
import java.text.CollationKey;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Some products in an order of their own; sorts and counts them once, however many pages are cut from it. */
final class Shelf {

    private final List<CardView> views;
    private final Map<String, List<CardView>> sorted = new ConcurrentHashMap<>();
    private volatile List<Listing.Band> bands;
    private volatile long inStock = -1;

    Shelf(List<CardView> views) {
        this.views = views;
    }

    List<CardView> views() {
        return views;
    }

    /** Those of its products that stand among these, in its order. */
    Shelf only(Collection<String> handles) {
        var these = new HashSet<>(handles);
        return new Shelf(views.stream().filter(view -> these.contains(view.card().handle())).toList());
    }

    /** By "price", "price-down", "rating" or name; what has no price comes last, what is rated alike stays as it was. */
    List<CardView> sorted(String by, Locale locale) {
        return sorted.computeIfAbsent(by + Languages.code(locale), key -> views.stream().sorted(order(by, locale)).toList());
    }

    List<Listing.Band> bands() {
        var known = bands;
        if (known == null) {
            known = Listing.Band.of(views);
            bands = known;
        }
        return known;
    }

    long inStock() {
        if (inStock < 0) {
            inStock = views.stream().filter(view -> view.offer().available() > 0).count();
        }
        return inStock;
    }

    private Comparator<CardView> order(String by, Locale locale) {
        return switch (by) {
            case "price" -> Comparator.comparing((CardView view) -> view.offer().each(), Comparator.nullsLast(Comparator.naturalOrder()));
            case "price-down" -> Comparator.comparing((CardView view) -> view.offer().each(), Comparator.nullsLast(Comparator.reverseOrder()));
            case "rating" -> Comparator.comparing((CardView view) -> view.rating().rank()).reversed();
            default -> {
                var collator = Collator.getInstance(locale);
                var keys = new IdentityHashMap<CardView, CollationKey>();
                yield Comparator.comparing(view -> keys.computeIfAbsent(view, some -> collator.getCollationKey(some.card().name().in(locale))));
            }
        };
    }
}
