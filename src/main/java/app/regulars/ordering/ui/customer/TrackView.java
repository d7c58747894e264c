package app.regulars.ordering.ui.customer;

import app.regulars.ordering.Tracking;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.PublicView;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The live side of a tracking link: follows the parcel for as long as it is open. */
@Route("track/:token")
@AnonymousAllowed
class TrackView extends PublicView {

    private static final long serialVersionUID = 1L;

    private final transient TrackPages pages;
    private final transient Tracking tracking;
    private transient PublicRequest shown;

    TrackView(TrackPages pages, Tracking tracking) {
        super(pages);
        this.pages = pages;
        this.tracking = tracking;
    }

    @Override
    protected void entered(PublicRequest request, PublicPage page) {
        if (shown == null) {
            tracking.of(request.lastSegment()).ifPresent(track -> Live.on("order:" + track.order().summary().id(), this, this::lookAgain));
        }
        shown = request;
    }

    private void lookAgain() {
        pages.page(shown).ifPresent(page -> main().show(page.html()));
    }
}
