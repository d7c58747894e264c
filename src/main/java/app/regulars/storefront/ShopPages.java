package app.regulars.storefront;

import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import java.util.Optional;

/** Pages that depend on who looks: everybody's are kept for everybody, a customer's own are made for her alone. */
interface ShopPages extends PublicPages {

    Shoppers shoppers();

    /** The page as this shopper sees it; must not look for itself who that is. */
    Optional<PublicPage> page(PublicRequest request, Shopper shopper);

    /** Whom the request is for is the one who looks: nobody's eyes with somebody's prices. */
    @Override
    default Optional<PublicPage> page(PublicRequest request) {
        return page(request, shoppers().of(request.customer()));
    }

    @Override
    default boolean isPersonal(String path) {
        return true;
    }

    @Override
    default Optional<PublicPage> personal(PublicRequest request) {
        var shopper = shoppers().current();
        return shoppers().isAnybody(shopper) ? Optional.empty() : page(request.by(shopper.customer()), shopper);
    }
}
