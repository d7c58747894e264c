package app.regulars.account.ui;

import app.regulars.account.MyEmail;
import app.regulars.account.MyEmail.Letter;
import app.regulars.platform.Refused;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;

/** Where the letters about another address lead: says yes to it, or takes it back. */
@Route("email/:token")
@AnonymousAllowed
class EmailLetterView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyEmail emails;
    private String token;

    EmailLetterView(Templates templates, MyEmail emails) {
        super(templates);
        this.emails = emails;
        page().on("follow", values -> follow());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("account.email.title"));
        token = event.getRouteParameters().get("token").orElse("");
        show(emails.look(token));
    }

    private void follow() {
        try {
            show(emails.follow(token));
        } catch (Refused ranOutMeanwhile) {
            show(new Letter.Nothing());
        }
        getElement().executeJs("setTimeout(()=>this.querySelector('h1')?.focus())");
    }

    private void show(Letter letter) {
        switch (letter) {
            case Letter.Agree agree -> state("agree", agree.oldEmail(), agree.newEmail());
            case Letter.Undo undo -> state("undo", undo.oldEmail(), undo.newEmail());
            case Letter.Waiting waiting -> state("waiting", "", "");
            case Letter.Done done -> state("done", "", "");
            case Letter.Undone undone -> UI.getCurrent().getPage().setLocation("/reset/" + undone.token());
            case Letter.Taken taken -> state("taken", "", "");
            case Letter.Nothing nothing -> state("nothing", "", "");
        }
    }

    private void state(String state, String oldEmail, String newEmail) {
        show("account/email.jte", Map.of("state", state, "oldEmail", oldEmail, "newEmail", newEmail));
    }
}
