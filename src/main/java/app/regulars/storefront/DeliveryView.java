package app.regulars.storefront;

import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("delivery")
@AnonymousAllowed
class DeliveryView extends PublicView {

    private static final long serialVersionUID = 1L;

    DeliveryView(TextPages pages) {
        super(pages);
    }
}
