package app.regulars.platform.ui;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.web.PublicRequest;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;

/**
 * A live page that is one fragment of one template. The address is its state: parameters are read on every entry, and a
 * change of them is a navigation, so that back, reload and a mailed link work.
 */
public abstract class TemplateView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Templates templates;
    private final Fragment page;
    private final Map<String, String> parameters = new HashMap<>();
    private String path = "";
    private String title = "";

    protected TemplateView(Templates templates) {
        this.templates = templates;
        this.page = new Fragment("main");
        addClassName("template-view");
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        path = event.getLocation().getPath();
        parameters.clear();
        parameters.putAll(PublicRequest.parameters(event.getLocation().getQueryParameters().getParameters()));
        entered(event);
    }

    /** Reads the address and shows the page. */
    protected abstract void entered(BeforeEnterEvent event);

    /** The fragment, to add actions to. */
    protected Fragment page() {
        return page;
    }

    protected void show(String template, Map<String, Object> values) {
        page.show(templates.render(template, locale(), values));
    }

    protected String render(String template, Map<String, Object> values) {
        return templates.render(template, locale(), values);
    }

    protected void title(String text) {
        title = text;
        getUI().ifPresent(ui -> ui.getPage().setTitle(text));
    }

    protected Locale locale() {
        return Languages.of(getUI().orElseGet(UI::getCurrent).getLocale().toLanguageTag());
    }

    protected String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    protected int number(String name, int otherwise, int min, int max) {
        try {
            return Math.clamp(Integer.parseInt(parameter(name)), min, max);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    /** Goes to the same page with some parameters changed; an empty value removes one. */
    protected void change(Map<String, String> changes) {
        var all = new java.util.TreeMap<>(parameters);
        all.putAll(changes);
        all.values().removeIf(value -> value == null || value.isBlank());
        getUI().ifPresent(ui -> ui.navigate(path, QueryParameters.simple(all)));
    }

    /** The address with some parameters changed, for links. */
    protected String address(Map<String, String> changes) {
        var all = new java.util.TreeMap<>(parameters);
        all.putAll(changes);
        all.values().removeIf(value -> value == null || value.isBlank());
        return "/" + new Location(path, QueryParameters.simple(all)).getPathWithQueryParameters();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
