package app.regulars.catalog;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.search.SiteSearch;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The plain entrance: which collections there are, and what is in them as far as the catalogue itself knows; prices and stock are the asker's to add. */
@Service
public class ProductCollections {

    static final JsonMapper JSON = new JsonMapper();
    private static final Duration ELSEWHERE = Duration.ofSeconds(30);

    private final JdbcTemplate jdbc;
    private final SiteSearch search;
    private final Catalog catalog;
    private final Clock clock;
    private final LoadingCache<String, List<ProductCollection>> known = Caffeine.newBuilder().expireAfterWrite(ELSEWHERE).build(all -> read());

    ProductCollections(JdbcTemplate jdbc, SiteSearch search, Catalog catalog, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** In the order that staff gave them, the inactive ones too. */
    public List<ProductCollection> all() {
        return known.get("");
    }

    /** One that has a page. */
    public Optional<ProductCollection> find(String slug) {
        return all().stream().filter(collection -> collection.active() && collection.slug().equals(slug)).findFirst();
    }

    /** What matches category, option, fact and age, the newest first; bounds of price and stock are not looked at. */
    public List<ProductCard> products(ProductCollection.Rule rule, Viewer viewer, int most) {
        var facets = rule.facets();
        var cards = facets.isEmpty() ? catalog.newest(most, viewer) : catalog.cards(search.matches(new SiteSearch.Question("", Set.of(ProductSearch.KIND), facets,
                viewer.documents(), Languages.ENGLISH, 0, 0)).refs().stream().limit(most).toList(), viewer);
        var since = rule.newDays() == null ? null : clock.instant().minus(Duration.ofDays(rule.newDays()));
        return cards.stream().filter(card -> since == null || card.publishedAt() != null && card.publishedAt().isAfter(since))
                .sorted(java.util.Comparator.comparing(ProductCard::publishedAt, java.util.Comparator.nullsLast(java.util.Comparator.reverseOrder()))).toList();
    }

    void changed() {
        AfterCommit.run(known::invalidateAll);
    }

    private List<ProductCollection> read() {
        return jdbc.query("select slug, name_en, name_fr, description_en, description_fr, rules, on_home, position, active from product_collection "
                + "order by position, slug", (row, n) -> new ProductCollection(row.getString(1), new Localized(row.getString(2), row.getString(3)),
                new Localized(row.getString(4), row.getString(5)), JSON.readValue(row.getString(6), ProductCollection.Rule.class), row.getBoolean(7),
                row.getInt(8), row.getBoolean(9)));
    }

    @EventListener
    @Order(0)
    void on(ProductsChanged changed) {
        changed();
    }
}
