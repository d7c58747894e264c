package app.regulars.ordering.ui.customer;

import app.regulars.catalog.MyConfigurations;
import app.regulars.ordering.ui.CurrentCart;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Roles;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Pieces as I want them made: into the cart again, under names of mine. */
@Route("my/configurations")
@Menu(title = "ordering.configurations.title", order = 4, icon = "pen")
@RolesAllowed(Roles.CUSTOMER)
class ConfigurationsView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient MyConfigurations configurations;
    private final transient CurrentCart cart;
    private final transient CurrentUser user;
    private final transient Texts texts;

    ConfigurationsView(Templates templates, MyConfigurations configurations, CurrentCart cart, CurrentUser user, Texts texts) {
        super(templates);
        this.configurations = configurations;
        this.cart = cart;
        this.user = user;
        this.texts = texts;
        page().on("order", values -> with(values, id -> configurations.find(me(), id).ifPresent(saved -> {
            cart.add(saved.variant().id(), saved.configuration(), saved.variant().quantities().least());
            Notices.done(getTranslation("ordering.configurations.added", "name", saved.name()));
        })));
        page().on("rename", values -> with(values, id -> {
            configurations.rename(me(), id, values.get("name"));
            Notices.done(getTranslation("ordering.configurations.renamed"));
        }));
        page().on("remove", values -> with(values, id -> configurations.remove(me(), id)));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("ordering.configurations.title"));
        refresh();
    }

    private CustomerId me() {
        return user.requireCustomer();
    }

    private void with(Map<String, String> values, Consumer<UUID> deed) {
        try {
            deed.accept(UUID.fromString(values.getOrDefault("id", "")));
        } catch (IllegalArgumentException | NotFound gone) {
            // the list says so
        } catch (Refused refused) {
            if ("name".equals(refused.field())) {
                page().fieldError("name-" + values.get("id"), texts.get(locale(), refused.key(), refused.arguments()));
                return;
            }
            Notices.error(texts.get(locale(), refused.key(), refused.arguments()));
        }
        refresh();
    }

    private void refresh() {
        show("ordering/configurations.jte", Map.of("configurations", configurations.list(me())));
    }
}
