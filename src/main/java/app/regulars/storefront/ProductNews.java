package app.regulars.storefront;

import app.regulars.catalog.ProductsChanged;
import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.web.PublicCache;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When products change, come, go or move, no finished page that was made before is shown any more; after the catalogue itself has forgotten. */
@Component
class ProductNews {

    private final PublicCache pages;

    ProductNews(PublicCache pages) {
        this.pages = pages;
    }

    @EventListener
    void on(ProductsChanged changed) {
        AfterCommit.run(pages::changed);
    }
}
