package app.regulars.storefront;

import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("about")
@AnonymousAllowed
class AboutView extends PublicView {

    private static final long serialVersionUID = 1L;

    AboutView(TextPages pages) {
        super(pages);
    }
}
