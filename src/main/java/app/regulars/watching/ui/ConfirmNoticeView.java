package app.regulars.watching.ui;

import app.regulars.platform.NotFound;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.watching.VisitorsWatches;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;

/** The mailed link: asks once more, because programs that look for harm open every link. */
@Route("notices/confirm/:token")
@AnonymousAllowed
class ConfirmNoticeView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final transient VisitorsWatches watches;
    private String token = "";
    private boolean justNow;

    ConfirmNoticeView(Templates templates, VisitorsWatches watches) {
        super(templates);
        this.watches = watches;
        page().on("confirm", values -> {
            justNow = watches.confirm(token) == VisitorsWatches.Step.CONFIRMED;
            refresh();
            getElement().executeJs("setTimeout(()=>this.querySelector('h1')?.focus())");
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("watching.confirm.title"));
        token = event.getRouteParameters().get("token").filter(text -> text.length() <= LONGEST).orElse("");
        refresh();
    }

    private void refresh() {
        var model = new HashMap<String, Object>();
        model.put("request", look());
        model.put("justNow", justNow);
        show("watching/confirm.jte", model);
    }

    private VisitorsWatches.Request look() {
        try {
            return watches.look(token);
        } catch (NotFound gone) {
            return new VisitorsWatches.Request(VisitorsWatches.Step.UNKNOWN, null, null, null);
        }
    }
}
