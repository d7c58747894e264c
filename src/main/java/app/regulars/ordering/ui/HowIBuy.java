package app.regulars.ordering.ui;

import app.regulars.ordering.MyHabits;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.ui.Fragment;
import app.regulars.platform.ui.Live;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** What the shop works out from my orders, and why I say that I buy here; or, after an order, only the question why, once. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class HowIBuy extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final transient MyHabits habits;
    private final transient Templates templates;
    private final transient Texts texts;
    private final Fragment fragment = new Fragment("how-i-buy");
    private CustomerId me;
    private boolean asking;

    HowIBuy(MyHabits habits, Templates templates, Texts texts) {
        this.habits = habits;
        this.templates = templates;
        this.texts = texts;
        getContent().add(fragment);
        fragment.on("why", this::answer).on("not-now", values -> {
            habits.notNow(me);
            setVisible(false);
        }).on("take-back", values -> {
            habits.takeBack(me);
            Notices.done(texts.get(locale(), "ordering.why.taken-back"));
            refresh(Map.of(), Map.of());
        });
    }

    /** Everything, kept up to date while the page is open. */
    public void show(CustomerId me) {
        if (this.me == null) {
            Live.on("orders:" + me, this, () -> refresh(Map.of(), Map.of()));
        }
        this.me = me;
        asking = false;
        refresh(Map.of(), Map.of());
    }

    /** Only the question, and only to whoever was not asked before. */
    public void ask(CustomerId me) {
        this.me = me;
        asking = true;
        setVisible(habits.isAsked(me));
        if (isVisible()) {
            refresh(Map.of(), Map.of());
        }
    }

    private void answer(Map<String, String> values) {
        try {
            habits.answer(me, values.get("choice"), values.get("words"));
            Notices.done(texts.get(locale(), "ordering.why.thanks"));
            if (asking) {
                setVisible(false);
            } else {
                refresh(Map.of(), Map.of());
            }
        } catch (Refused refused) {
            refresh(Map.copyOf(values), Map.of(refused.field(), texts.get(locale(), refused.key(), refused.arguments())));
        }
    }

    private void refresh(Map<String, String> typed, Map<String, String> errors) {
        var model = new HashMap<String, Object>(Map.of("typed", typed, "errors", errors));
        if (!asking) {
            model.put("profile", habits.profile(me));
            model.put("reason", habits.reason(me).orElse(null));
        }
        fragment.show(templates.render(asking ? "ordering/why.jte" : "ordering/my-habits.jte", locale(), model));
    }

    private Locale locale() {
        return Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
    }
}
