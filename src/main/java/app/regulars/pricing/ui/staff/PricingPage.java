package app.regulars.pricing.ui.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the pages of prices have in common: tabs, forms whose problems stand beside their fields, and who may change something. */
abstract class PricingPage extends TemplateView {

    private static final long serialVersionUID = 1L;
    /** Nobody types more than this into a field of these forms. */
    private static final int MOST = 2_000;

    private final transient CurrentUser user;
    private final transient Texts texts;
    private final String tab;

    PricingPage(Templates templates, CurrentUser user, Texts texts, String tab) {
        super(templates);
        this.user = user;
        this.texts = texts;
        this.tab = tab;
    }

    CurrentUser user() {
        return user;
    }

    /** Shows the page as the database has it. */
    void refresh() {
        refresh(Map.of(), List.of());
    }

    /** @param typed what stands in the form whose problems these are */
    abstract void refresh(Map<String, String> typed, List<Refused> problems);

    /** What every template of these pages gets. */
    HashMap<String, Object> model(Map<String, String> typed, List<Refused> problems) {
        var errors = new LinkedHashMap<String, String>();
        problems.forEach(problem -> errors.putIfAbsent(String.valueOf(problem.field()), texts.get(locale(), problem.key(), readable(problem.arguments()))));
        var model = new HashMap<String, Object>();
        model.put("tab", tab);
        model.put("mayChange", user.may(Permissions.PRICES_CHANGE));
        model.put("typed", bounded(typed));
        model.put("errors", errors);
        return model;
    }

    private Map<String, Object> readable(Map<String, Object> values) {
        var readable = new HashMap<String, Object>();
        values.forEach((name, value) -> readable.put(name, value instanceof Money money ? Formats.money(money, locale()) : value));
        return readable;
    }

    /** Does it when nothing is wrong with the form; else the form stays as it was typed, with what is wrong beside the fields. */
    void save(Map<String, String> values, List<Refused> problems, Runnable deed) {
        if (!problems.isEmpty()) {
            refused(values, problems);
            return;
        }
        try {
            deed.run();
            Notices.done(getTranslation("pricing.saved"));
        } catch (Refused refused) {
            refused(values, List.of(refused));
        }
    }

    private void refused(Map<String, String> values, List<Refused> problems) {
        refresh(values, problems);
        getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
    }

    static UUID id(String typed) {
        try {
            return UUID.fromString(String.valueOf(typed));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }

    private static Map<String, String> bounded(Map<String, String> typed) {
        var bounded = new HashMap<String, String>();
        typed.forEach((name, value) -> bounded.put(name, value.length() <= MOST ? value : value.substring(0, MOST)));
        return bounded;
    }
}
