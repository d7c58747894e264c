package app.regulars.console;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.CollectionDesk;
import app.regulars.catalog.ProductCollection;
import app.regulars.catalog.ProductCollections;
import app.regulars.catalog.Viewer;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
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
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Collections and their rules, with how much each holds now. */
@Route("console/collections")
@Menu(title = "console.collections.title", order = 23, icon = "board")
@RolesAllowed(Permissions.CATALOG_SEE)
class CollectionsView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 1_000;

    private final transient CollectionDesk desk;
    private final transient ProductCollections collections;
    private final transient Catalog catalog;
    private final transient CurrentUser user;
    private final transient Texts texts;
    private String editing = "";

    CollectionsView(Templates templates, CollectionDesk desk, ProductCollections collections, Catalog catalog, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.collections = collections;
        this.catalog = catalog;
        this.user = user;
        this.texts = texts;
        page().on("open", values -> edit(values.getOrDefault("slug", ""))).on("close", values -> edit("")).on("save", this::save);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        editing = "";
        title(getTranslation("console.collections.title"));
        refresh(Map.of(), null);
    }

    private void edit(String slug) {
        editing = slug;
        refresh(Map.of(), null);
        getElement().executeJs("setTimeout(()=>this.querySelector('form.setup-form input')?.focus())");
    }

    private void save(Map<String, String> typed) {
        try {
            var slug = "new".equals(editing) ? typed.getOrDefault("slug", "").strip() : editing;
            var rule = new ProductCollection.Rule(typed.get("category"), text(typed, "option"), text(typed, "fact"), amount(typed, "priceFrom"), amount(typed, "priceTo"),
                    ProductFormTexts.number(typed.get("newDays"), "newDays"), "on".equals(typed.get("inStock")));
            var position = ProductFormTexts.number(typed.get("position"), "position");
            desk.save(user.requireStaff(), new ProductCollection(slug, new Localized(text(typed, "nameEn"), text(typed, "nameFr")),
                    new Localized(text(typed, "textEn"), text(typed, "textFr")), rule, "on".equals(typed.get("onHome")), position == null ? 0 : position,
                    "on".equals(typed.get("active"))));
            Notices.done(getTranslation("console.product.saved"));
            edit("");
        } catch (Refused refused) {
            refresh(typed, refused);
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        }
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static BigDecimal amount(Map<String, String> typed, String name) {
        return ProductFormTexts.amount(typed.get(name), name);
    }

    private void refresh(Map<String, String> typed, Refused problem) {
        var counts = new LinkedHashMap<String, Integer>();
        var all = desk.list();
        all.forEach(collection -> counts.put(collection.slug(), collections.products(collection.rule(), Viewer.EVERYONE, MOST).size()));
        var open = all.stream().filter(collection -> collection.slug().equals(editing)).findFirst().orElse(null);
        var model = new HashMap<String, Object>();
        model.put("collections", all);
        model.put("counts", counts);
        model.put("editing", editing);
        model.put("values", typed.isEmpty() ? values(open) : typed);
        model.put("categories", catalog.topCategories());
        model.put("may", user.may(Permissions.CATALOG_CHANGE));
        model.put("field", problem == null ? null : "name".equals(problem.field()) ? "nameEn" : problem.field());
        model.put("problem", problem == null ? null : texts.get(locale(), problem.key(), problem.arguments()));
        show("console/collections.jte", model);
    }

    private static Map<String, String> values(ProductCollection open) {
        if (open == null) {
            return Map.of("active", "on");
        }
        var values = new HashMap<String, String>();
        values.put("nameEn", open.name().en());
        values.put("nameFr", open.name().fr());
        values.put("textEn", open.description().en());
        values.put("textFr", Objects.requireNonNullElse(open.description().fr(), ""));
        values.put("category", Objects.requireNonNullElse(open.rule().category(), ""));
        values.put("option", Objects.requireNonNullElse(open.rule().option(), ""));
        values.put("fact", Objects.requireNonNullElse(open.rule().fact(), ""));
        values.put("priceFrom", Objects.toString(open.rule().priceFrom(), ""));
        values.put("priceTo", Objects.toString(open.rule().priceTo(), ""));
        values.put("newDays", Objects.toString(open.rule().newDays(), ""));
        values.put("position", String.valueOf(open.position()));
        values.put("inStock", open.rule().inStock() ? "on" : "");
        values.put("onHome", open.onHome() ? "on" : "");
        values.put("active", open.active() ? "on" : "");
        return values;
    }
}
