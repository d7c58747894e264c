package app.regulars.forum.ui.customer;

import app.regulars.platform.ui.PublicView;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("forum")
@AnonymousAllowed
class ForumView extends PublicView {

    private static final long serialVersionUID = 1L;

    ForumView(ForumPages pages) {
        super(pages);
    }
}
