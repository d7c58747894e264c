package app.regulars.returning.ui.staff;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.returning.FollowUpDesk;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What people answered after their deliveries. The address holds the rating that is looked at. */
@Route("console/follow-up")
@Menu(title = "returning.after.desk.title", order = 2.7, icon = "star")
@RolesAllowed(Permissions.INQUIRIES_SEE)
class FollowUpView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient FollowUpDesk desk;
    private final transient CustomerDirectory customers;
    private final transient CurrentUser user;
    private final transient Texts texts;

    FollowUpView(Templates templates, FollowUpDesk desk, CustomerDirectory customers, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.customers = customers;
        this.user = user;
        this.texts = texts;
        page().on("rules", this::keep);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("returning.after.desk.title"));
        refresh();
    }

    private void keep(Map<String, String> values) {
        page().fieldError("days", "");
        try {
            desk.change("on".equals(values.get("on")), values.get("days"), user.requireStaff());
            Notices.done(getTranslation("returning.setup.saved"));
            refresh();
        } catch (Refused refused) {
            page().fieldError("days", texts.get(locale(), refused.key(), refused.arguments()));
        }
    }

    private void refresh() {
        var rating = number("rating", 0, 0, 5);
        var answers = desk.answers(rating == 0 ? null : rating);
        var cards = customers.cards(answers.stream().map(FollowUpDesk.Answer::customer).collect(Collectors.toSet()));
        var values = new HashMap<String, Object>();
        values.put("answers", answers);
        values.put("cards", cards);
        values.put("stand", desk.stand());
        values.put("rating", rating);
        values.put("setup", user.may(Permissions.SHOP_SETUP));
        show("returning/after-desk.jte", values);
    }
}
