package app.regulars.storefront;

import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.web.PublicCache;
import app.regulars.pricing.PricesChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When prices change, what was kept in memory of them is forgotten at once, from the offers up to the finished pages. */
@Component
class PriceNews {

    private final Offers offers;
    private final Shelves shelves;
    private final PublicCache pages;

    PriceNews(Offers offers, Shelves shelves, PublicCache pages) {
        this.offers = offers;
        this.shelves = shelves;
        this.pages = pages;
    }

    @EventListener
    void on(PricesChanged changed) {
        AfterCommit.run(() -> {
            offers.forget(changed.variants());
            shelves.forget();
            pages.changed();
        });
    }
}
