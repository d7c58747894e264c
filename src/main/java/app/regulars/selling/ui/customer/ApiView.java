package app.regulars.selling.ui.customer;

import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The live side of the page for whoever writes a program that orders. */
@Route("api")
@AnonymousAllowed
class ApiView extends PublicView {

    private static final long serialVersionUID = 1L;

    ApiView(ApiPages pages) {
        super(pages);
    }
}
