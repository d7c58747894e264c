package app.regulars.storefront;

import app.regulars.inventory.StockChanged;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.web.PublicCache;
import app.regulars.search.SearchTuned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Pages that were kept are forgotten when staff tune the search, and when stock changes: within a second everybody sees it. */
@Component
class SearchNews {

    private final PublicCache cache;

    SearchNews(PublicCache cache) {
        this.cache = cache;
    }

    @EventListener
    void on(StockChanged changed) {
        AfterCommit.run(() -> cache.changed(SearchPages.PATH));
    }

    @EventListener
    void on(SearchTuned tuned) {
        cache.changed(SearchPages.PATH);
    }
}
