package app.regulars.storefront;

import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("")
@AnonymousAllowed
class HomeView extends PublicView {

    private static final long serialVersionUID = 1L;

    HomeView(HomePage pages) {
        super(pages);
    }
}
