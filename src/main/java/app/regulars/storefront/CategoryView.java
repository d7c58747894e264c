package app.regulars.storefront;

import app.regulars.ordering.ui.CurrentCart;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("c/:slug")
@AnonymousAllowed
class CategoryView extends ShopView {

    private static final long serialVersionUID = 1L;

    CategoryView(CategoryPages pages, CurrentCart cart) {
        super(pages, cart);
    }
}
