package app.regulars.reordering.ui.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.reordering.StandingDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;

/** Standing orders, those in trouble first; articles that are bought for a time, and how many continue. */
@Route("console/standing")
@Menu(title = "reordering.standing.desk.menu", order = 11.7, icon = "clock")
@RolesAllowed(Permissions.ORDERS_SEE)
class StandingDeskView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient StandingDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;

    StandingDeskView(Templates templates, StandingDesk desk, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("term", this::term);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("reordering.standing.desk.title"));
        Live.on("standing", this, this::refresh);
        refresh();
    }

    private void term(Map<String, String> values) {
        var months = values.getOrDefault("months", "").strip();
        try {
            if (!months.matches("\\d{1,3}")) {
                throw new Refused("reordering.terms.months", "months", Map.of("most", 120));
            }
            desk.setTerm(values.get("sku"), Integer.parseInt(months), user.requireStaff());
            Notices.done(getTranslation("reordering.terms.saved"));
            refresh();
        } catch (Refused refused) {
            page().fieldError("term-" + refused.field(), texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void refresh() {
        var model = new HashMap<String, Object>();
        model.put("rows", desk.list());
        model.put("articles", desk.articles());
        model.put("renewals", desk.renewals());
        model.put("writes", user.may(Permissions.CATALOG_CHANGE));
        show("reordering/standing-desk.jte", model);
    }
}
