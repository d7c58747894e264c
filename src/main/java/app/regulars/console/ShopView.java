package app.regulars.console;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who the shop is: name, address, how it is reached, its sign, and the ground rules of its prices and numbers. */
@Route("console/shop")
@Menu(title = "console.shop.title", order = 20, icon = "store")
@RolesAllowed(Permissions.SHOP_SETUP)
class ShopView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient ShopDesk desk;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private transient ShopForm seen;

    ShopView(Templates templates, ShopDesk desk, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.user = user;
        this.texts = texts;
        page().on("save", this::save).on("country", values -> {
            if ("country".equals(values.get("changed"))) {
                var typed = new HashMap<>(values);
                typed.put("province", "");
                refresh(new ShopForm(typed), List.of());
                getElement().executeJs("setTimeout(()=>this.querySelector('#country')?.focus())");
            }
        });
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("console.shop.title"));
        seen = desk.current();
        refresh(seen, List.of());
    }

    private void save(Map<String, String> values) {
        var sent = new HashMap<>(values);
        // a choice that is closed is not sent
        sent.putIfAbsent("currency", desk.current().get("currency"));
        var form = new ShopForm(sent);
        var problems = desk.problems(form);
        if (problems.isEmpty()) {
            try {
                desk.save(form, seen == null ? desk.current() : seen, user.requireStaff());
                Notices.done(getTranslation("console.shop.saved"));
                seen = desk.current();
                refresh(seen, List.of());
                return;
            } catch (Refused faster) {
                problems = List.of(faster);
                seen = desk.current();
            }
        }
        refresh(form, problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true], .form-bad')?.focus())");
    }

    private void refresh(ShopForm form, List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(problem.field() == null ? "form" : problem.field(), texts.get(locale(), problem.key(), problem.arguments())));
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("errors", errors);
        model.put("currencyOpen", desk.mayChangeCurrency());
        show("console/shop.jte", model);
    }
}
