package app.regulars.payment.ui.staff;

import app.regulars.payment.BankDesk;
import app.regulars.payment.PaymentDesk;
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
import java.util.UUID;

/** Money that needs somebody: refused, unclear, too much, too late, nobody's. */
@Route("console/payments")
@Menu(title = "payment.desk.title", order = 3, icon = "cash")
@RolesAllowed(Permissions.PAYMENTS_SEE)
class PaymentsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient PaymentDesk desk;
    private final transient BankDesk bank;
    private final transient CurrentUser user;
    private final transient Texts texts;

    PaymentsView(PaymentDesk desk, BankDesk bank, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.desk = desk;
        this.bank = bank;
        this.user = user;
        this.texts = texts;
        addClassName("page");
        page().on("look", values -> {
            if (desk.look(id(values.get("id")), user.requireStaff())) {
                Notices.done(getTranslation("payment.desk.looked"));
            } else {
                Notices.error(getTranslation("payment.problem.unreachable"));
            }
            refresh();
        });
        page().on("settle", values -> {
            try {
                desk.settle(id(values.get("id")), values.get("reason"), user.requireStaff());
                Notices.done(getTranslation("payment.desk.settled"));
                refresh();
            } catch (Refused refused) {
                page().fieldError("why-" + values.get("id"), this.texts.get(locale(), refused.key(), refused.arguments()));
            }
        });
        Live.on("payments", this, this::refresh);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("payment.desk.title"));
        refresh();
    }

    private void refresh() {
        var values = new HashMap<String, Object>();
        values.put("problems", desk.problems());
        values.put("bankLines", bank.waiting());
        values.put("mayChange", user.may(Permissions.PAYMENTS_CHANGE));
        show("payment/desk.jte", values);
    }

    private static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
