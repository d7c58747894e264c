package app.regulars.ordering.ui.customer;

import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("track/:token")
@AnonymousAllowed
class TrackView extends PublicView {

    private static final long serialVersionUID = 1L;

    TrackView(TrackPages pages) {
        super(pages);
    }
}
