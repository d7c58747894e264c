package app.regulars.privacy.ui;

import app.regulars.platform.ui.PublicView;
import app.regulars.privacy.PrivacyPage;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("privacy")
@AnonymousAllowed
class PrivacyView extends PublicView {

    private static final long serialVersionUID = 1L;

    PrivacyView(PrivacyPage pages) {
        super(pages);
    }
}
