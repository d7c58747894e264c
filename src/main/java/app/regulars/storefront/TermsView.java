package app.regulars.storefront;

import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("terms")
@AnonymousAllowed
class TermsView extends PublicView {

    private static final long serialVersionUID = 1L;

    TermsView(TextPages pages) {
        super(pages);
    }
}
