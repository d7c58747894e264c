package app.regulars.privacy.ui;

import app.regulars.platform.NotFound;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Deeds;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.ConsentState;
import app.regulars.privacy.MyConsents;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * "What you allow": a switch for each purpose with the exact words, what was said about it, and the way to the proof. Every page
 * takes its own from the container.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class Permissions extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final String FORM = "privacy-page";

    private final transient MyConsents consents;
    private final transient Templates templates;
    private final Fragment fragment = new Fragment("permissions");
    private CustomerId me;
    private Runnable changed = () -> { };

    Permissions(MyConsents consents, Templates templates) {
        this.consents = consents;
        this.templates = templates;
        getContent().add(fragment);
        getContent().addClassName("permissions");
        fragment.on("allow", this::toggle).on("decline", this::decline);
    }

    /** @param changed told after each change, for figures elsewhere on the page */
    public void show(CustomerId me, Runnable changed) {
        this.me = me;
        this.changed = changed;
        refresh();
    }

    private void refresh() {
        fragment.show(templates.render("privacy/permissions.jte", locale(), Map.of("states", consents.states(me, locale()),
                "history", consents.history(me).reversed().stream().filter(line -> line.wording() != null).toList())));
    }

    private void toggle(Map<String, String> values) {
        if ("true".equals(values.get("checked"))) {
            consents.allow(me, offered(values).now().id(), FORM);
            Notices.done(getTranslation("privacy.my.allowed"));
        } else {
            consents.withdraw(me, offered(values).purpose());
            Notices.done(getTranslation("privacy.my.withdrawn"));
        }
        Deeds.done("consent-changed");
        refresh();
        changed.run();
    }

    private void decline(Map<String, String> values) {
        consents.decline(me, offered(values).now().id(), FORM);
        Notices.done(getTranslation("privacy.my.declined"));
        Deeds.done("consent-changed");
        refresh();
        changed.run();
    }

    /** Only words that stand on the page now can be answered. */
    private ConsentState offered(Map<String, String> values) {
        var id = values.getOrDefault("wording", "");
        return consents.states(me, locale()).stream().filter(state -> state.now().id().toString().equals(id)).findFirst().orElseThrow(NotFound::new);
    }

    private Locale locale() {
        return Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
    }
}
