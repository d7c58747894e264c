package app.regulars.watching.ui.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.watching.MyWatches;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.UUID;

/** What I want to be told of, and what I was told. */
@Route("my/notices")
@Menu(title = "watching.title", order = 5, icon = "bell")
@RolesAllowed(Roles.CUSTOMER)
class MyNoticesView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyWatches watches;
    private final transient CurrentUser user;

    MyNoticesView(Templates templates, MyWatches watches, CurrentUser user) {
        super(templates);
        this.watches = watches;
        this.user = user;
        page().on("remove", values -> remove(values.getOrDefault("id", "")));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("watching.title"));
        refresh();
    }

    private void remove(String id) {
        try {
            watches.remove(user.requirePerson(), UUID.fromString(id));
            Notices.done(getTranslation("watching.removed"));
        } catch (IllegalArgumentException | NotFound gone) {
            // removed in another tab: the list says so
        }
        refresh();
        getElement().executeJs("setTimeout(()=>this.querySelector('h1')?.focus())");
    }

    private void refresh() {
        show("watching/mine.jte", Map.of("watches", watches.list(user.requirePerson())));
    }
}
