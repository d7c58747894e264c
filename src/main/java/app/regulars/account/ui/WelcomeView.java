package app.regulars.account.ui;

import app.regulars.account.ShopOpening;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.HashMap;
import java.util.Map;

/** Where the owner of an empty shop begins; reached only by the link that the console printed. */
@Route("welcome")
@AnonymousAllowed
class WelcomeView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Templates templates;
    private final transient ShopOpening opening;
    private final Fragment fragment = new Fragment("welcome");
    private String secret;

    WelcomeView(Templates templates, ShopOpening opening) {
        this.templates = templates;
        this.opening = opening;
        getContent().add(fragment);
        fragment.on("begin", this::begin);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        secret = event.getLocation().getQueryParameters().getSingleParameter("key").orElse(null);
        if (!opening.isInvited(secret)) {
            throw new NotFoundException();
        }
        show(new ShopOpening.Form("", "", "", ""), Map.of());
    }

    private void begin(Map<String, String> values) {
        var form = new ShopOpening.Form(values.getOrDefault("shop", ""), values.getOrDefault("name", ""), values.getOrDefault("email", ""),
                values.getOrDefault("password", ""));
        var problems = opening.problems(form);
        if (problems.isEmpty()) {
            try {
                opening.begin(secret, form);
            } catch (NotFound usedMeanwhile) {
                // somebody has begun in another window: signing in is the way on
            }
            getUI().ifPresent(ui -> ui.getPage().setLocation("/login?continue=/console"));
        } else {
            show(form, problems);
            getElement().executeJs("this.querySelector('[aria-invalid]')?.focus()");
        }
    }

    private void show(ShopOpening.Form form, Map<String, Refused> problems) {
        var sentences = new HashMap<String, String>();
        problems.forEach((field, refused) -> sentences.put(field, getTranslation(refused.key(), refused.arguments().entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue())).toArray())));
        fragment.show(templates.render("account/welcome.jte", getLocale(), Map.of("form", form, "problems", sentences)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.first.title");
    }
}
