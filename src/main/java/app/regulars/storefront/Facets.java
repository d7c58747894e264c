package app.regulars.storefront;

import app.regulars.catalog.ProductsChanged;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.search.SiteSearch;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How often options and specifications stand among the products of a category, or of the shop: counted by the index, kept for some seconds. */
@Component
class Facets {

    private static final Set<String> PRODUCT = Set.of("product");
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final SiteSearch search;
    private final Cache<Asked, Map<String, Long>> known = Caffeine.newBuilder().maximumSize(500).expireAfterWrite(LONGEST).build();

    Facets(SiteSearch search) {
        this.search = search;
    }

    private record Asked(List<String> facets, Set<String> audience, String language) {
    }

    /** @param category null for the whole shop @param chosen what the products are narrowed by already */
    List<FacetGroup> groups(String category, List<String> chosen, Locale locale, Shopper shopper) {
        var counts = counts(category, chosen, locale, shopper);
        return FacetGroup.of(counts, counts.values().stream().mapToLong(Long::longValue).max().orElse(0), chosen);
    }

    /** The products of a category that have all of these, by their handles. */
    List<String> handles(String category, List<String> chosen, Locale locale, Shopper shopper) {
        return search.matches(new SiteSearch.Question("", PRODUCT, all(category, chosen), shopper.viewer().documents(), locale, 0, 0)).refs();
    }

    private Map<String, Long> counts(String category, List<String> chosen, Locale locale, Shopper shopper) {
        var asked = new Asked(all(category, chosen), shopper.viewer().documents(), Languages.code(locale));
        return known.get(asked, key -> search.counts(new SiteSearch.Question("", PRODUCT, key.facets(), key.audience(), locale, 0, 0)).facets());
    }

    private static List<String> all(String category, List<String> chosen) {
        var all = new ArrayList<>(chosen);
        if (category != null) {
            all.add("category:" + category);
        }
        return all;
    }

    @EventListener
    void on(ProductsChanged changed) {
        AfterCommit.run(known::invalidateAll);
    }
}
