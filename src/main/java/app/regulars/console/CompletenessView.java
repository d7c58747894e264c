package app.regulars.console;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.InventoryDesk;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.ui.TemplateView;
import app.regulars.platform.web.Templates;
import app.regulars.pricing.Prices;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every published product whose page lacks something that a customer asks for, and what. */
@Route("console/completeness")
@Menu(title = "console.completeness.title", order = 24, icon = "scan")
@RolesAllowed(Permissions.CATALOG_SEE)
class CompletenessView extends TemplateView {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 100;
    private static final int AT_ONCE = 1_000;
    private static final List<String> ORDER = List.of("prices", "options", "specifications", "stock", "shipping", "text-en", "text-fr", "picture", "alternative", "variants");

    private final transient CatalogDesk desk;
    private final transient Prices prices;
    private final transient InventoryDesk stock;

    CompletenessView(Templates templates, CatalogDesk desk, Prices prices, InventoryDesk stock) {
        super(templates);
        this.desk = desk;
        this.prices = prices;
        this.stock = stock;
    }

    @Override
    protected void entered(BeforeEnterEvent event) {
        title(getTranslation("console.completeness.title"));
        var all = desk.gaps();
        var variants = all.stream().flatMap(product -> product.variants().stream()).toList();
        var priced = new HashSet<VariantId>();
        var stocked = new HashSet<VariantId>();
        for (int from = 0; from < variants.size(); from += AT_ONCE) {
            var part = variants.subList(from, Math.min(variants.size(), from + AT_ONCE));
            priced.addAll(prices.of(part, null).keySet());
            stocked.addAll(stock.levels(part).keySet());
        }
        var lines = new ArrayList<CompletenessLine>();
        var counts = new LinkedHashMap<String, Integer>();
        ORDER.forEach(gap -> counts.put(gap, 0));
        for (var product : all) {
            var gaps = new ArrayList<>(product.gaps());
            missing(product.variants(), priced, "prices", gaps);
            missing(product.variants(), stocked, "stock", gaps);
            gaps.forEach(gap -> counts.merge(gap, 1, Integer::sum));
            if (!gaps.isEmpty()) {
                lines.add(new CompletenessLine(product.handle(), product.name(), ORDER.stream().filter(gaps::contains).toList()));
            }
        }
        show(all.size(), lines, counts);
    }

    private void show(int all, List<CompletenessLine> lines, Map<String, Integer> counts) {
        var wanted = parameter("gap");
        var shown = ORDER.contains(wanted) ? lines.stream().filter(line -> line.gaps().contains(wanted)).toList() : lines;
        var page = number("page", 1, 1, 10_000);
        var from = Math.min(shown.size(), (page - 1) * SIZE);
        var links = new LinkedHashMap<String, String>();
        ORDER.stream().filter(gap -> counts.get(gap) > 0).forEach(gap -> links.put(gap, address(Map.of("gap", gap.equals(wanted) ? "" : gap, "page", ""))));
        var model = new HashMap<String, Object>();
        model.put("all", all);
        model.put("total", lines.size());
        model.put("lines", shown.subList(from, Math.min(shown.size(), from + SIZE)));
        model.put("counts", counts);
        model.put("links", links);
        model.put("wanted", wanted);
        model.put("previous", page > 1 ? address(Map.of("page", page == 2 ? "" : String.valueOf(page - 1))) : null);
        model.put("next", (long) page * SIZE < shown.size() ? address(Map.of("page", String.valueOf(page + 1))) : null);
        show("console/completeness.jte", model);
    }

    private static void missing(List<VariantId> variants, Set<VariantId> there, String gap, List<String> gaps) {
        if (variants.stream().anyMatch(variant -> !there.contains(variant))) {
            gaps.add(gap);
        }
    }
}
