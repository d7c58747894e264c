package app.regulars.serving.ui.customer;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.serving.MyService;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A customer's tier and what it means, and what rules decided about her questions without a person. */
@Route("my/service")
@Menu(title = "serving.my.menu", order = 4.5, icon = "star")
@RolesAllowed(Roles.CUSTOMER)
class MyServiceView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyService service;
    private final transient CurrentUser user;
    private final transient Texts texts;

    MyServiceView(Templates templates, MyService service, CurrentUser user, Texts texts) {
        super(templates);
        this.service = service;
        this.user = user;
        this.texts = texts;
        page().on("contest", this::contest);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("serving.my.title"));
        refresh();
    }

    private void contest(Map<String, String> values) {
        try {
            var number = service.contest(user.requireCustomer(), UUID.fromString(values.getOrDefault("id", "")), locale());
            Notices.done(texts.get(locale(), "serving.my.contested.done", Map.of("number", number)));
            refresh();
        } catch (Refused refused) {
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private void refresh() {
        var model = new HashMap<String, Object>();
        model.put("standing", service.standing(user.requireCustomer()));
        model.put("decided", service.decided(user.requireCustomer(), locale()));
        show("serving/my.jte", model);
    }
}
