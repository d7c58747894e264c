package app.regulars.platform.ui;

import app.regulars.platform.NotFound;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@AnonymousAllowed
class NotFoundPage extends ErrorPage implements HasErrorParameter<NotFound> {

    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        say(event, getTranslation("platform.error.not-found.title"), getTranslation("platform.error.not-found"));
        return 404;
    }
}
