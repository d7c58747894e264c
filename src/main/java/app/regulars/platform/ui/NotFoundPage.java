package app.regulars.platform.ui;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.PublicFrame;
import app.regulars.platform.NotFound;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@AnonymousAllowed
class NotFoundPage extends ErrorPage implements HasErrorParameter<NotFound> {

    private static final long serialVersionUID = 1L;

    NotFoundPage(PublicFrame frame, DeskFrame desk, CurrentUser user) {
        super(frame, desk, user);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        sayNotFound(event);
        return 404;
    }
}
