package app.regulars.privacy.ui;

import app.regulars.platform.NotFound;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.web.Templates;
import app.regulars.privacy.ConsentState;
import app.regulars.privacy.MyConsents;
import app.regulars.privacy.Wording;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Asks again for what was allowed in words that have changed in substance; shows nothing where there is nothing to ask. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class AskedAgain extends Composite<Div> {

    private static final long serialVersionUID = 1L;
    private static final String FORM = "overview";

    private final transient MyConsents consents;
    private final transient Templates templates;
    private final Fragment fragment = new Fragment("asked-again");
    private CustomerId me;

    AskedAgain(MyConsents consents, Templates templates) {
        this.consents = consents;
        this.templates = templates;
        getContent().add(fragment);
        fragment.on("allow", values -> {
            consents.allow(me, asked(values), FORM);
            Notices.done(getTranslation("privacy.my.allowed"));
            show(me);
        }).on("decline", values -> {
            consents.decline(me, asked(values), FORM);
            Notices.done(getTranslation("privacy.my.declined"));
            show(me);
        });
    }

    public void show(CustomerId me) {
        this.me = me;
        var asked = consents.asked(me, locale());
        setVisible(!asked.isEmpty());
        fragment.show(templates.render("privacy/asked-again.jte", locale(), Map.of("states", asked)));
    }

    private UUID asked(Map<String, String> values) {
        var id = values.getOrDefault("wording", "");
        return consents.asked(me, locale()).stream().map(ConsentState::now).map(Wording::id).filter(known -> known.toString().equals(id))
                .findFirst().orElseThrow(NotFound::new);
    }

    private Locale locale() {
        return Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
    }
}
