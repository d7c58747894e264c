package app.regulars.storefront;

import app.regulars.platform.web.PublicCache;
import app.regulars.search.SearchTuned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Pages of results that were kept are forgotten when staff tune the search. */
@Component
class SearchNews {

    private final PublicCache cache;

    SearchNews(PublicCache cache) {
        this.cache = cache;
    }

    @EventListener
    void on(SearchTuned tuned) {
        cache.changed(SearchPages.PATH);
    }
}
