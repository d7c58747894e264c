package app.regulars.platform.ui;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.PublicFrame;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@AnonymousAllowed
class NoSuchPage extends ErrorPage implements HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1L;

    NoSuchPage(PublicFrame frame, DeskFrame desk, CurrentUser user) {
        super(frame, desk, user);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        sayNotFound(event);
        return 404;
    }
}
