package app.regulars.assortment.ui.staff;

import app.regulars.assortment.AssortmentDesk;
import app.regulars.assortment.CategorySheet;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shelves of the shop, in their order; one is open at a time. */
@Route("console/catalog/categories")
@RolesAllowed(Permissions.CATALOG_CHANGE)
class CategoriesView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    private final transient AssortmentDesk desk;
    private final transient Texts texts;

    CategoriesView(Templates templates, AssortmentDesk desk, Texts texts) {
        super(templates);
        this.desk = desk;
        this.texts = texts;
        page().on("save", this::save);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("assortment.categories"));
        refresh(null, Map.of());
        if (!parameter("open").isEmpty()) {
            getElement().executeJs("setTimeout(()=>this.querySelector('#p-category-en')?.focus())");
        }
    }

    private void save(Map<String, String> typed) {
        try {
            var saved = desk.saveCategory(NEW.equals(parameter("open")) ? null : parameter("open"), typed);
            if (saved.handle() != null) {
                Notices.done(getTranslation("assortment.category.saved"));
                change(Map.of("open", ""));
                return;
            }
            refresh(typed, saved.problems());
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        } catch (NotFound gone) {
            change(Map.of("open", ""));
        }
    }

    private void refresh(Map<String, String> typed, Map<String, Refused> problems) {
        var categories = desk.categories();
        var open = parameter("open");
        var fields = typed != null ? typed : NEW.equals(open) ? CategorySheet.empty()
                : categories.stream().filter(category -> category.slug().equals(open)).findFirst().map(CategorySheet::of).orElse(null);
        var sentences = new LinkedHashMap<String, String>();
        problems.forEach((field, refused) -> sentences.put(field, texts.get(locale(), refused.key(), refused.arguments())));
        var links = new HashMap<String, String>();
        categories.forEach(category -> links.put(category.slug(), address(Map.of("open", category.slug()))));
        var model = new HashMap<String, Object>();
        model.put("categories", categories);
        model.put("links", links);
        model.put("open", fields == null ? "" : open);
        model.put("typed", fields == null ? Map.of() : fields);
        model.put("problems", sentences);
        model.put("fresh", address(Map.of("open", NEW)));
        model.put("back", address(Map.of("open", "")));
        show("assortment/categories.jte", model);
    }
}
