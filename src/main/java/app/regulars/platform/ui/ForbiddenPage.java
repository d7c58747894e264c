package app.regulars.platform.ui;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.PublicFrame;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Says of a page for other roles what a full page load says of it; the framework's own page would call it unknown. */
@AnonymousAllowed
class ForbiddenPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    ForbiddenPage(PublicFrame frame, DeskFrame desk, CurrentUser user) {
        super(frame, desk, user);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        sayDenied(event);
        return 403;
    }
}
