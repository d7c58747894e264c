package app.regulars.returning.ui.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.returning.ReturnRules;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.UUID;

/** What the shop promises about returns, and the list of reasons. */
@Route("console/returns/setup")
@RolesAllowed(Permissions.SHOP_SETUP)
class ReturnSetupView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient ReturnRules rules;
    private final transient CurrentUser user;
    private final transient Texts texts;

    ReturnSetupView(Templates templates, ReturnRules rules, CurrentUser user, Texts texts) {
        super(templates);
        this.rules = rules;
        this.user = user;
        this.texts = texts;
        page().on("rules", values -> keep("", () -> rules.change(values.get("days"), values.get("complaintDays"), values.get("address"), user.requireStaff())));
        page().on("add", values -> keep("new", () -> rules.add(values.get("en"), values.get("fr"), "complaint".equals(values.get("kind")), user.requireStaff())));
        page().on("reason", values -> keep(values.getOrDefault("id", ""), () -> rules.change(id(values.get("id")), values.get("en"), values.get("fr"), "on".equals(values.get("active")),
                user.requireStaff())));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("returning.setup.heading"));
        refresh();
    }

    private void keep(String which, Runnable deed) {
        page().fieldError("days", "");
        try {
            deed.run();
            Notices.done(getTranslation("returning.setup.saved"));
            refresh();
        } catch (Refused refused) {
            var words = texts.get(locale(), refused.key(), refused.arguments());
            if (refused.field() == null) {
                Notices.error(words);
            } else {
                page().fieldError("name".equals(refused.field()) ? "en-" + which : refused.field(), words);
            }
        }
    }

    private static UUID id(String sent) {
        try {
            return UUID.fromString(sent == null ? "" : sent);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void refresh() {
        show("returning/setup.jte", Map.of("rules", rules.current(), "reasons", rules.reasons()));
    }
}
