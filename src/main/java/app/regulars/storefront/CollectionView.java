package app.regulars.storefront;

import app.regulars.ordering.ui.CurrentCart;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("collection/:slug")
@AnonymousAllowed
class CollectionView extends ShopView {

    private static final long serialVersionUID = 1L;

    CollectionView(CollectionPages pages, CurrentCart cart) {
        super(pages, cart);
    }
}
