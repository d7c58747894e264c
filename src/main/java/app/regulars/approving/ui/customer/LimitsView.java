package app.regulars.approving.ui.customer;

import app.regulars.approving.MyLimits;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the buyers of my company may order without asking; for its administrators. */
@Route("my/approvals/limits")
@RolesAllowed(Roles.CUSTOMER)
class LimitsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyLimits limits;
    private final transient CurrentUser user;
    private final transient Texts texts;

    LimitsView(Templates templates, MyLimits limits, CurrentUser user, Texts texts) {
        super(templates);
        this.limits = limits;
        this.user = user;
        this.texts = texts;
        page().on("save", this::save);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("approving.limits"));
        refresh();
    }

    private CustomerId company() {
        return user.get().filter(SignedIn::actsForCompany).flatMap(SignedIn::asCustomer).orElseThrow(NotFound::new);
    }

    private void save(Map<String, String> values) {
        var whom = values.getOrDefault("whom", "");
        try {
            limits.set(user.requirePerson(), company(), whom.isEmpty() ? null : new CustomerId(UUID.fromString(whom)), values.get("perOrder"), values.get("perMonth"));
            Notices.done(getTranslation("approving.limits.saved"));
            refresh();
        } catch (Refused refused) {
            page().fieldError(refused.field() + "-" + whom, texts.get(locale(), refused.key(), refused.arguments()));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void refresh() {
        var model = new HashMap<String, Object>();
        model.put("rows", limits.show(user.requirePerson(), company()));
        show("approving/limits.jte", model);
    }
}
