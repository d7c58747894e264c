package app.regulars.assortment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.assortment.GridDesk.Cell;
import app.regulars.catalog.Catalog;
import app.regulars.inventory.Inventory;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.SystemWork;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@RegularsTest
class AssortmentModuleTests {

    @Autowired
    private AssortmentDesk desk;
    @Autowired
    private GridDesk grid;
    @Autowired
    private Catalog catalog;
    @Autowired
    private Prices prices;
    @Autowired
    private Inventory inventory;
    @Autowired
    private SystemWork work;

    private final StaffId nora = new StaffId(Ids.next());

    private Map<String, String> mug(String handle, String sku) {
        var fields = new HashMap<>(ProductFields.empty());
        fields.putAll(Map.of("name-en", "Mug " + handle, "name-fr", "Tasse " + handle, "handle", handle, "category", "new", "category-en", "Mugs " + handle, "category-fr",
                "Tasses " + handle, "v0-sku", sku, "v0-price", "24,50", "v0-stock", "5"));
        fields.putAll(Map.of("v0-grams", "400", "s0-name-en", "Capacity", "s0-value-en", "300 ml", "state", "now"));
        return fields;
    }

    @Test
    void anEmptyShopSellsWhatWasTypedIntoOneForm() {
        work.run(() -> {
            var saved = desk.save(nora, null, null, mug("first-mug", "fm-1"));
            assertThat(saved.problems()).isEmpty();
            var page = catalog.product("first-mug").orElseThrow();
            var article = page.variants().getFirst().id();
            assertThat(page.path()).extracting(link -> link.slug()).containsExactly("mugs-first-mug");
            assertThat(page.specs()).hasSize(1);
            assertThat(prices.of(List.of(article), null).get(article).each().amount()).isEqualByComparingTo("24.50");
            assertThat(inventory.available(List.of(article))).containsEntry(article, 5);
            assertThat(desk.history("first-mug")).extracting(done -> done.action()).contains("product.added", "price.changed", "stock.adjusted");
        }, all());
    }

    @Test
    void savesNothingWhenOneFieldIsWrongAndNamesEachOfThem() {
        work.run(() -> {
            var fields = mug("wrong-mug", "W-1");
            fields.putAll(Map.of("v0-price", "twenty", "name-en", " ", "r0-other", "nothing", "r0-why-en", "", "from", "soon", "state", "at"));
            assertThat(desk.save(nora, null, null, fields).problems().keySet()).contains("v0-price", "name-en", "r0-why-en", "r0-why-fr", "from");
            assertThat(catalog.bySku("W-1")).isEmpty();
            assertThat(desk.categories()).noneMatch(category -> category.slug().equals("mugs-wrong-mug"));
        }, all());
    }

    @Test
    void theFieldsOfAProductReadBackAsTheSameProduct() {
        work.run(() -> {
            desk.save(nora, null, null, mug("same-mug", "S-1"));
            var sheet = desk.sheet("same-mug").orElseThrow();
            assertThat(desk.save(nora, "same-mug", sheet.token(), sheet.fields()).problems()).isEmpty();
            assertThat(desk.sheet("same-mug").orElseThrow().form()).isEqualTo(sheet.form());
        }, all());
    }

    @Test
    void tellsWhoeverSavesOverAnothersChange() {
        work.run(() -> {
            desk.save(nora, null, null, mug("stale-mug", "ST-1"));
            var first = desk.sheet("stale-mug").orElseThrow();
            grid.save(nora, List.of(new Cell("stale-mug", "ST-1", "price", "24.50", "26")));
            assertThatThrownBy(() -> desk.save(nora, "stale-mug", first.token(), first.fields())).isInstanceOfSatisfying(Refused.class,
                    refused -> assertThat(refused.key()).isEqualTo("assortment.stale"));
        }, all());
    }

    @Test
    void makesAnArticleOfEachCombinationAndKeepsWhatWasTyped() {
        var fields = mug("many", "m-1");
        fields.putAll(Map.of("o0-en", "Colour", "o0v0-en", "Blue", "o0v1-en", "White"));
        var made = ProductSheet.withVariants(fields, null);
        assertThat(List.of(made.get("v0-sku"), made.get("v1-sku"), made.get("v1-price"), made.get("v1-stock"))).containsExactly("M-1-BLUE", "M-1-WHITE", "24,50", "");
        made.put("v1-sku", "OWN-2");
        made.put("o0v2-en", "Red");
        assertThat(ProductSheet.withVariants(made, null)).containsEntry("v1-sku", "OWN-2").containsEntry("v2-choice", "colour=red");
    }

    @Test
    void savesOnlyChangedCellsTellsStaleOnesAndTakesThemBackTogether() {
        work.run(() -> {
            desk.save(nora, null, null, mug("grid-mug", "G-1"));
            var outcome = grid.save(nora, List.of(new Cell("grid-mug", "G-1", "price", "24.50", "27"), new Cell("grid-mug", "G-1", "stock", "5", "5"),
                    new Cell("grid-mug", "G-1", "grams", "999", "300")));
            assertThat(outcome.saved()).isEqualTo(1);
            assertThat(outcome.problems().values()).singleElement().satisfies(problem -> assertThat(problem.key()).isEqualTo("assortment.grid.stale"));
            grid.save(nora, List.of(new Cell("grid-mug", "", "status", "shown", "retired")));
            assertThat(catalog.product("grid-mug")).isEmpty();
            grid.undo(nora, grid.batches().getFirst().id());
            assertThat(catalog.product("grid-mug")).isPresent();
            grid.undo(nora, grid.batches().get(1).id());
            assertThat(desk.sheet("grid-mug").orElseThrow().fields()).containsEntry("v0-price", "24.50");
        }, all());
    }

    @Test
    void opensNoDoorWithoutItsPermission() {
        work.run(() -> {
            assertThatThrownBy(() -> desk.save(nora, null, null, mug("shut", "SH-1"))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> grid.save(nora, List.of())).isInstanceOf(AccessDeniedException.class);
        }, Permissions.CATALOG_SEE);
        work.run(() -> {
            desk.save(nora, null, null, mug("no-price", "NP-1"));
            var article = catalog.bySku("NP-1").orElseThrow().id();
            assertThat(prices.of(List.of(article), null)).isEmpty();
        }, Permissions.CATALOG_SEE, Permissions.CATALOG_CHANGE);
    }

    private static String[] all() {
        return Permissions.codes().toArray(String[]::new);
    }
}
