package app.regulars.console;

import java.util.Map;
import java.util.UUID;

import app.regulars.platform.NotFound;
import app.regulars.platform.events.Jobs;
import app.regulars.platform.events.StuckEvents;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** What the house does by itself: news that got stuck, and jobs. */
@Route("console/events")
@Menu(title = "console.events.title", order = 51, icon = "flow")
@RolesAllowed(Permissions.SYSTEM_RUN)
class EventsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient StuckEvents events;
    private final transient Jobs jobs;

    EventsView(StuckEvents events, Jobs jobs, CurrentUser user, Templates templates) {
        super(templates);
        this.events = events;
        this.jobs = jobs;
        addClassName("page");
        page().on("again", values -> {
            events.resubmit(id(values.get("id")), user.requireStaff());
            done();
        });
        page().on("all", values -> {
            events.resubmitAll(user.requireStaff());
            done();
        });
        page().on("refresh", values -> refresh());
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("console.events.title"));
        refresh();
    }

    private void done() {
        Notices.done(getTranslation("console.events.again.done"));
        refresh();
    }

    private void refresh() {
        show("console/events.jte", Map.of("events", events.list(200), "count", events.count(), "jobs", jobs.list()));
    }

    private static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
