package app.regulars.console;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductPage;
import app.regulars.catalog.ProductRow;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.InventoryDesk;
import app.regulars.inventory.StockLevel;
import app.regulars.inventory.StockMovement;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.Notices;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.Price;
import app.regulars.pricing.Prices;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All products with price and stock, and the one that is looked at beside them; stock is corrected here. */
@Route("console/catalog")
@Menu(title = "console.catalog.title", order = 22, icon = "tag")
@RolesAllowed(Permissions.CATALOG_SEE)
class CatalogView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 10_000;
    private static final int MOVEMENTS = 12;

    private final transient CatalogDesk desk;
    private final transient Catalog catalog;
    private final transient Prices prices;
    private final transient InventoryDesk stock;
    private final transient CurrentUser user;
    private final transient Texts texts;

    CatalogView(CatalogDesk desk, Catalog catalog, Prices prices, InventoryDesk stock, CurrentUser user, Texts texts, Templates templates) {
        super(templates);
        this.desk = desk;
        this.catalog = catalog;
        this.prices = prices;
        this.stock = stock;
        this.user = user;
        this.texts = texts;
        page().on("filter", values -> change(Map.of("q", values.getOrDefault("q", ""), "page", "")));
        page().on("adjust", this::adjust);
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("console.catalog.title"));
        refresh(null);
    }

    private void refresh(StockProblem problem) {
        var page = number("page", 1, 1, MOST_PAGES);
        var rows = desk.list(parameter("q"), page - 1, SIZE);
        var total = desk.count(parameter("q"));
        var model = new HashMap<String, Object>();
        model.put("lines", lines(rows));
        model.put("total", total);
        model.put("query", parameter("q"));
        model.put("back", address(Map.of("open", "")));
        model.put("previous", page > 1 ? address(Map.of("page", page == 2 ? "" : String.valueOf(page - 1))) : null);
        model.put("next", (long) page * SIZE < total ? address(Map.of("page", String.valueOf(page + 1))) : null);
        var open = parameter("open").isEmpty() ? null : desk.product(parameter("open")).orElse(null);
        var variants = open == null ? List.<VariantId>of() : open.variants().stream().map(ProductPage.Variant::id).toList();
        model.put("open", open);
        model.put("prices", open == null ? Map.<VariantId, Price>of() : prices.of(variants, null));
        model.put("levels", open == null ? Map.<VariantId, StockLevel>of() : stock.levels(variants));
        model.put("movements", open == null ? List.<StockMovement>of() : stock.movements(variants, MOVEMENTS));
        model.put("problem", problem);
        model.put("mayChange", user.may(Permissions.CATALOG_CHANGE));
        show("console/catalog.jte", model);
    }

    private List<CatalogLine> lines(List<ProductRow> rows) {
        var cards = new HashMap<String, List<VariantId>>();
        var all = new ArrayList<VariantId>();
        catalog.cardsForStaff(rows.stream().map(ProductRow::handle).toList()).forEach(card -> {
            var variants = card.choices().stream().map(choice -> choice.variant()).toList();
            cards.put(card.handle(), variants);
            all.addAll(variants);
        });
        var priced = prices.of(all, null);
        var levels = stock.levels(all);
        return rows.stream().map(row -> {
            var variants = cards.getOrDefault(row.handle(), List.of());
            var from = variants.stream().map(priced::get).filter(price -> price != null).map(Price::each).min(Comparator.naturalOrder()).orElse(null);
            var available = variants.isEmpty() ? null : variants.stream().mapToInt(variant -> levels.getOrDefault(variant, StockLevel.NONE).available()).sum();
            return new CatalogLine(row, from, available, address(Map.of("open", row.handle())));
        }).toList();
    }

    private void adjust(Map<String, String> typed) {
        try {
            var variant = new VariantId(UUID.fromString(typed.getOrDefault("variant", "")));
            if (desk.product(parameter("open")).stream().flatMap(product -> product.variants().stream()).noneMatch(some -> some.id().equals(variant))) {
                return;
            }
            try {
                stock.adjust(user.requireStaff(), variant, difference(typed.getOrDefault("difference", "")), typed.get("reason"));
                Notices.done(getTranslation("console.catalog.adjusted"));
                refresh(null);
            } catch (Refused refused) {
                refresh(new StockProblem(variant.value(), refused.field(), texts.get(locale(), refused.key(), refused.arguments()), typed));
                getElement().executeJs("setTimeout(() => document.getElementById($0)?.focus(), 50)", refused.field() + "-" + variant);
            }
        } catch (IllegalArgumentException notAnId) {
            refresh(null);
        }
    }

    private static int difference(String typed) {
        try {
            return Integer.parseInt(typed.strip().replace("−", "-").replaceFirst("^\\+", ""));
        } catch (NumberFormatException notANumber) {
            throw new Refused("inventory.refused.difference", "difference", Map.of("most", InventoryDesk.MOST));
        }
    }
}
