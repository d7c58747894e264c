package app.regulars.mailroom.ui.staff;

import app.regulars.mailroom.IncomingFile;
import app.regulars.mailroom.MailDesk;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What came by mail: first what nobody could place yet. The address holds view, search and selection. */
@Route("console/mail")
@Menu(title = "mailroom.title", order = 1.6, icon = "mail")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class MailView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    private final transient MailDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private UUID looked;

    MailView(MailDesk desk, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""), "page", "")));
        page().on("retry", values -> done("mailroom.retried", Map.of(), () -> desk.retry(opened(), user.requireStaff())));
        page().on("open", values -> done(null, Map.of(), () -> {
            var number = desk.open(opened(), values.get("sender"), user.requireStaff());
            Notices.done(texts.get(locale(), "mailroom.opened", Map.of("number", number.value())));
        }));
        page().on("discard", values -> done("mailroom.discarded", Map.of(), () -> desk.discard(opened(), values.get("reason"), user.requireStaff())));
        Live.on("mail", this, this::refresh);
        Live.on("mailboxes", this, this::refresh);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("mailroom.title"));
        refresh();
    }

    private void done(String key, Map<String, Object> values, Runnable deed) {
        page().fieldError("sender", "");
        try {
            deed.run();
            if (key != null) {
                Notices.done(texts.get(locale(), key, values));
            }
            refresh();
        } catch (Refused refused) {
            var words = texts.get(locale(), refused.key(), refused.arguments());
            if (refused.field() == null) {
                Notices.error(words);
                refresh();
            } else {
                page().fieldError(refused.field(), words);
            }
        }
    }

    private void refresh() {
        var counts = desk.counts();
        var view = counts.containsKey(parameter("view")) ? parameter("view") : "waiting";
        var number = number("page", 1, 1, 10_000);
        var rows = desk.list(view, parameter("q"), (number - 1) * PAGE, PAGE + 1);
        var links = new HashMap<UUID, String>();
        rows.forEach(row -> links.put(row.id(), address(Map.of("open", row.id().toString()))));
        var values = new HashMap<String, Object>();
        values.put("tabs", counts.entrySet().stream().map(each -> new MailTab(each.getKey(), each.getValue(), each.getKey().equals(view),
                address(Map.of("view", each.getKey(), "open", "", "page", "")))).toList());
        values.put("view", view);
        values.put("rows", rows.subList(0, Math.min(PAGE, rows.size())));
        values.put("links", links);
        values.put("query", parameter("q"));
        values.put("open", file());
        values.put("answers", user.may(Permissions.INQUIRIES_ANSWER));
        values.put("setup", user.may(Permissions.SHOP_SETUP));
        values.put("still", desk.standstill());
        values.put("outbox", user.may(Permissions.OUTBOX_SEE));
        values.put("back", address(Map.of("open", "")));
        values.put("newer", number > 1 ? address(Map.of("page", String.valueOf(number - 1), "open", "")) : null);
        values.put("older", rows.size() > PAGE ? address(Map.of("page", String.valueOf(number + 1), "open", "")) : null);
        show("mailroom/mail.jte", values);
    }

    private IncomingFile file() {
        if (parameter("open").isBlank()) {
            looked = null;
            return null;
        }
        var id = opened();
        if (id.equals(looked)) {
            return desk.find(id);
        }
        looked = id;
        return desk.open(id, user.requireStaff());
    }

    private UUID opened() {
        try {
            return UUID.fromString(parameter("open"));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
