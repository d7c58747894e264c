package app.regulars.notification.ui.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import app.regulars.notification.MessageFile;
import app.regulars.notification.MessageState;
import app.regulars.notification.OutboxDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Every message as it would be sent, and what became of it. */
@Route("console/outbox")
@Menu(title = "notification.outbox.title", order = 50, icon = "mail")
@RolesAllowed(Permissions.OUTBOX_SEE)
class OutboxView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient OutboxDesk desk;
    private final transient CurrentUser user;
    private UUID looked;

    OutboxView(OutboxDesk desk, CurrentUser user, Templates templates) {
        super(templates);
        this.desk = desk;
        this.user = user;
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""), "page", "")));
        page().on("retry", values -> retry(values.get("id")));
        Live.on("outbox", this, this::refresh);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("notification.outbox.title"));
        refresh();
    }

    private void refresh() {
        var state = state(parameter("state"));
        var number = number("page", 1, 1, 10_000);
        var rows = desk.list(state, parameter("q"), (number - 1) * PAGE, PAGE + 1);
        var counts = desk.counts();
        var tabs = new ArrayList<OutboxTab>();
        tabs.add(tab(null, counts.values().stream().mapToLong(Long::longValue).sum(), state));
        for (var each : MessageState.values()) {
            if (counts.containsKey(each) || each == state) {
                tabs.add(tab(each, counts.getOrDefault(each, 0L), state));
            }
        }
        var links = new HashMap<UUID, String>();
        rows.forEach(row -> links.put(row.id(), address(Map.of("open", row.id().toString()))));
        var values = new HashMap<String, Object>();
        values.put("tabs", tabs);
        values.put("rows", rows.subList(0, Math.min(PAGE, rows.size())));
        values.put("links", links);
        values.put("query", parameter("q"));
        values.put("open", opened());
        values.put("back", address(Map.of("open", "")));
        values.put("newer", number > 1 ? address(Map.of("page", String.valueOf(number - 1), "open", "")) : null);
        values.put("older", rows.size() > PAGE ? address(Map.of("page", String.valueOf(number + 1), "open", "")) : null);
        show("notification/outbox.jte", values);
    }

    private OutboxTab tab(MessageState state, long count, MessageState current) {
        var code = state == null ? "" : state.name().toLowerCase(Locale.ROOT);
        return new OutboxTab(state == null ? "all" : code, count, state == current, address(Map.of("state", code, "open", "", "page", "")));
    }

    private MessageFile opened() {
        var id = id(parameter("open"));
        if (id == null || id.equals(looked)) {
            looked = id;
            return id == null ? null : desk.find(id);
        }
        looked = id;
        return desk.open(id, user.requireStaff());
    }

    private void retry(String value) {
        var id = id(value);
        if (id == null) {
            throw new NotFound();
        }
        desk.retry(id, user.requireStaff());
        Notices.done(getTranslation("notification.outbox.retried"));
        refresh();
    }

    private static UUID id(String value) {
        try {
            return value == null || value.isBlank() ? null : UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private static MessageState state(String code) {
        return List.of(MessageState.values()).stream().filter(state -> state.name().equalsIgnoreCase(code)).findFirst().orElse(null);
    }
}
