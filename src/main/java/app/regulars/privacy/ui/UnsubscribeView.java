package app.regulars.privacy.ui;

import app.regulars.platform.ui.PublicView;
import app.regulars.privacy.UnsubscribePage;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("unsubscribe/:token")
@AnonymousAllowed
class UnsubscribeView extends PublicView {

    private static final long serialVersionUID = 1L;

    UnsubscribeView(UnsubscribePage pages) {
        super(pages);
    }
}
