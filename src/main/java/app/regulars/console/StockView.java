package app.regulars.console;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.InventoryDesk;
import app.regulars.platform.NotFound;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where stock lies: the places, carrying between them, announced deliveries, and whether the books agree. */
@Route("console/stock")
@Menu(title = "console.stock.title", order = 25, icon = "stock")
@RolesAllowed(Permissions.CATALOG_SEE)
class StockView extends TemplateView {

    private static final long serialVersionUID = 1L;

    private final transient InventoryDesk desk;
    private final transient Catalog catalog;
    private final transient CurrentUser user;
    private final transient Texts texts;

    StockView(Templates templates, InventoryDesk desk, Catalog catalog, CurrentUser user, Texts texts) {
        super(templates);
        this.desk = desk;
        this.catalog = catalog;
        this.user = user;
        this.texts = texts;
        page().on("find", values -> change(Map.of("sku", values.getOrDefault("sku", "").strip())))
                .on("place", typed -> with(typed, variant -> desk.saveLocation(user.requireStaff(), typed.get("code"), new Localized(typed.get("nameEn"), typed.get("nameFr"))), false))
                .on("carry", typed -> with(typed, variant -> desk.carry(user.requireStaff(), variant, typed.get("from"), typed.get("to"), pieces(typed)), true))
                .on("adjust", typed -> with(typed, variant -> desk.adjust(user.requireStaff(), variant, typed.get("location"), signed(typed), typed.get("reason")), true))
                .on("expect", typed -> with(typed, variant -> desk.expect(user.requireStaff(), variant, pieces(typed),
                        typed.getOrDefault("on", "").isBlank() ? null : ProductFormTexts.day(typed.get("on"), "on")), true));
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("console.stock.title"));
        refresh(Map.of(), null);
    }

    private static int pieces(Map<String, String> typed) {
        var number = ProductFormTexts.number(typed.get("pieces"), "pieces");
        return number == null ? 0 : number;
    }

    private static int signed(Map<String, String> typed) {
        var text = typed.getOrDefault("difference", "").strip().replace("\u2212", "-");
        if (!text.matches("[+-]?\\d{1,6}")) {
            throw new Refused("inventory.refused.difference", "difference", Map.of("most", InventoryDesk.MOST));
        }
        return Integer.parseInt(text.replace("+", ""));
    }

    private void with(Map<String, String> typed, Consumer<VariantId> deed, boolean ofVariant) {
        try {
            var variant = ofVariant ? catalog.bySku(parameter("sku")).orElseThrow(NotFound::new).id() : null;
            deed.accept(variant);
            Notices.done(getTranslation("console.product.saved"));
            refresh(Map.of(), null);
        } catch (Refused refused) {
            refresh(typed, refused);
            getElement().executeJs("setTimeout(()=>this.querySelector('[aria-invalid=true]')?.focus())");
        } catch (NotFound gone) {
            refresh(Map.of(), null);
        }
    }

    private void refresh(Map<String, String> typed, Refused problem) {
        var variant = parameter("sku").isEmpty() ? null : catalog.bySku(parameter("sku")).orElse(null);
        var differences = desk.differences();
        var model = new HashMap<String, Object>();
        model.put("locations", desk.locations());
        model.put("differences", differences);
        model.put("numbers", catalog.variants(differences.stream().map(difference -> difference.variant()).toList()));
        model.put("sku", parameter("sku"));
        model.put("variant", variant);
        model.put("level", variant == null ? null : desk.levels(List.of(variant.id())).get(variant.id()));
        model.put("places", variant == null ? Map.<String, Integer>of() : desk.places(List.of(variant.id())).getOrDefault(variant.id(), Map.of()));
        model.put("may", user.may(Permissions.STOCK_CHANGE));
        model.put("typed", typed);
        model.put("field", problem == null ? null : "name".equals(problem.field()) ? "nameEn" : problem.field());
        model.put("problem", problem == null ? null : texts.get(locale(), problem.key(), problem.arguments()));
        show("console/stock.jte", model);
    }
}
