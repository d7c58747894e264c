package app.regulars.storefront;

import app.regulars.platform.persistence.AfterCommit;
import app.regulars.platform.web.PublicCache;
import app.regulars.review.ReviewChanged;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When somebody said something of a product, its finished page is made anew; lists with its stars follow within their half a minute. */
@Component
class ReviewNews {

    private final PublicCache pages;

    ReviewNews(PublicCache pages) {
        this.pages = pages;
    }

    @EventListener
    @Order(1)
    void on(ReviewChanged changed) {
        if (changed.handle() != null) {
            AfterCommit.run(() -> pages.changed("/p/" + changed.handle()));
        }
    }
}
