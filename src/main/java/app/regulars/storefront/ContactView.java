package app.regulars.storefront;

import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("contact")
@AnonymousAllowed
class ContactView extends PublicView {

    private static final long serialVersionUID = 1L;

    ContactView(TextPages pages) {
        super(pages);
    }
}
