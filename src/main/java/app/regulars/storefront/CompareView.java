package app.regulars.storefront;

import app.regulars.ordering.ui.CurrentCart;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("compare")
@AnonymousAllowed
class CompareView extends ShopView {

    private static final long serialVersionUID = 1L;

    CompareView(ComparePages pages, CurrentCart cart) {
        super(pages, cart);
    }
}
