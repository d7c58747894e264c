package app.regulars.mailroom.ui.staff;

import app.regulars.mailroom.Mailbox;
import app.regulars.mailroom.MailboxDesk;
import app.regulars.mailroom.MailboxForm;
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

/** The mailboxes of the help desk: how they are reached, and how they are. */
@Route("console/mailboxes")
@Menu(title = "mailroom.boxes.title", order = 50.5, icon = "mail")
@RolesAllowed(Permissions.SHOP_SETUP)
class MailboxView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    private final transient MailboxDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;

    MailboxView(MailboxDesk desk, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("save", this::save);
        page().on("test", values -> test(id(values.get("id"))));
        Live.on("mailboxes", this, () -> {
            if (parameter("edit").isBlank()) {
                refresh();
            }
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("mailroom.boxes.title"));
        refresh();
    }

    private void refresh() {
        var values = new HashMap<String, Object>();
        values.put("boxes", desk.list());
        values.put("still", desk.isStill());
        values.put("edit", edited());
        values.put("fresh", NEW.equals(parameter("edit")));
        show("mailroom/boxes.jte", values);
    }

    private Mailbox edited() {
        return parameter("edit").isBlank() || NEW.equals(parameter("edit")) ? null : desk.find(id(parameter("edit")));
    }

    private void save(Map<String, String> typed) {
        page().fieldError("name", "");
        var form = new MailboxForm(typed.get("name"), typed.get("address"), typed.get("language"), typed.get("team"), typed.get("imapHost"), typed.get("imapPort"), typed.get("imapSecurity"),
                typed.get("username"), typed.get("secret"), typed.get("folder"), typed.get("smtpHost"), typed.get("smtpPort"), typed.get("smtpSecurity"), "on".equals(typed.get("plus")),
                typed.get("trusted"), "on".equals(typed.get("active")), "on".equals(typed.get("everything")));
        try {
            if (NEW.equals(parameter("edit"))) {
                desk.add(form, user.requireStaff());
            } else {
                desk.change(id(parameter("edit")), version(typed.get("version")), form, user.requireStaff());
            }
            Notices.done(getTranslation("mailroom.boxes.saved"));
            change(Map.of("edit", ""));
        } catch (Refused refused) {
            var words = texts.get(locale(), refused.key(), refused.arguments());
            if (refused.field() == null) {
                Notices.error(words);
            } else {
                page().fieldError(refused.field(), words);
            }
        }
    }

    private void test(UUID id) {
        var problem = desk.test(id, user.requireStaff());
        if (problem == null) {
            Notices.done(getTranslation("mailroom.boxes.test.ok"));
        } else {
            Notices.error(getTranslation("mailroom.boxes.problem." + problem));
        }
        refresh();
    }

    private static int version(String sent) {
        try {
            return Integer.parseInt(sent == null ? "" : sent);
        } catch (NumberFormatException notANumber) {
            throw new NotFound();
        }
    }

    private static UUID id(String sent) {
        try {
            return UUID.fromString(sent == null ? "" : sent);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
