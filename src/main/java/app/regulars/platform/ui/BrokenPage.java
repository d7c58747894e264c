package app.regulars.platform.ui;

import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.web.PublicFrame;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Anything nobody expected while a page was opened. */
@AnonymousAllowed
class BrokenPage extends ErrorPage implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;

    private final transient UiErrors errors;

    BrokenPage(PublicFrame frame, CurrentUser user, UiErrors errors) {
        // the desk counts what waits in the database, which may be what is broken
        super(frame, null, user);
        this.errors = errors;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        say(event, getTranslation("platform.error.unexpected.title"), errors.sentence(parameter.getCaughtException(), event.getUI().getLocale()));
        return 500;
    }
}
