package app.regulars.platform.ui;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.PublicFrame;
import org.springframework.security.access.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@AnonymousAllowed
class DeniedPage extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    DeniedPage(PublicFrame frame, DeskFrame desk, CurrentUser user) {
        super(frame, desk, user);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        sayDenied(event);
        return 403;
    }
}
