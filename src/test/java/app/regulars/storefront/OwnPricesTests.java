package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.web.PublicRequest;
import app.regulars.pricing.PriceLineForm;
import app.regulars.pricing.PriceListDesk;
import app.regulars.pricing.PriceListForm;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.Statements;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who has own prices sees them on every page; what is made for everybody stays everybody's; a change is seen at once. */
@RegularsTest
@WithStaff
class OwnPricesTests {

    private static final StaffId BY = StaffId.next();

    @Autowired CatalogDesk catalog;
    @Autowired Prices prices;
    @Autowired PriceListDesk lists;
    @Autowired CustomerDirectory customers;
    @Autowired Inventory inventory;
    @Autowired CategoryPages categories;
    @Autowired ProductPages products;
    @Autowired JdbcTemplate jdbc;
    @Autowired Clock clock;
    @Autowired Catalog window;
    @Autowired Offers offers;
    @Autowired app.regulars.review.Reviews reviews;

    private final String run = Ids.next().toString().substring(28);

    @Test
    void showsEachHerOwnPriceAndEverybodyThatOfTheShopWindow() {
        var lamp = shelve("lamp", 1, 3);
        var maren = customer();
        var list = list(maren, "20");
        for (var path : List.of("/c/lamp-" + run, "/p/lamp-1-" + run)) {
            assertThat(html(path, maren)).as(path).contains("$80.00").contains("<s");
            assertThat(html(path, null)).as(path).contains("$100.00").doesNotContain("$80.00");
            assertThat(html(path, customer())).as(path).contains("$100.00").doesNotContain("$80.00");
        }
        lists.set(list, new PriceLineForm("VARIANT", "LAMP-1-" + run.toUpperCase(Locale.ROOT), "", "79.00", ""), BY);
        assertThat(html("/p/lamp-1-" + run, maren)).contains("$79.00");
        prices.setListPrice(lamp.get(1), Money.of("60.00", "CAD"));
        assertThat(html("/p/lamp-1-" + run, null)).contains("$60.00").doesNotContain("$100.00");
        assertThat(html("/c/lamp-" + run, null)).contains("$60.00");
        assertThat(html("/p/lamp-1-" + run, maren)).as("nobody pays more than the shop window").contains("$60.00").doesNotContain("$79.00");
    }

    @Test
    void noticesByItselfThatAListEnds() {
        shelve("lantern", 1, 2);
        var list = lists.add(new PriceListForm("Sale " + run, "Sale", "Solde", "", "", true), BY);
        lists.give(list, "EVERYBODY", "", BY);
        lists.set(list, new PriceLineForm("CATEGORY", "lantern-" + run, "", "", "50"), BY);
        assertThat(html("/c/lantern-" + run, null)).contains("$50.00").contains("$100.00");
        jdbc.update("update price_list set valid_until = ? where id = ?", Columns.utc(clock.instant().plusMillis(700)), Columns.bytes(list));
        lists.set(list, new PriceLineForm("PRODUCT", "lantern-1-" + run, "", "", "50"), BY);
        assertThat(html("/c/lantern-" + run, null)).contains("$50.00");
        Awaitility.await().untilAsserted(() -> assertThat(html("/c/lantern-" + run, null)).doesNotContain("$50.00").contains("$100.00"));
    }

    @Test
    void readsOwnPricesWithTheSameStatementsHoweverManyProducts() {
        shelve("few", 1, 3);
        shelve("many", 1, 60);
        var maren = customer();
        list(maren, "20");
        html("/c/few-" + run, maren);
        html("/c/many-" + run, maren);
        var few = Statements.of(() -> html("/c/few-" + run, maren));
        var many = Statements.of(() -> html("/c/many-" + run, maren));
        assertThat(many).hasSameSizeAs(few).hasSizeLessThan(8);
        assertThat(Statements.of(() -> html("/c/many-" + run, null))).as("everybody's are in memory").isEmpty();
    }

    @Test
    void sortsALongShelfByHerOwnPrices() {
        var shelved = shelve("crate", 1, 505);
        prices.setListPrice(shelved.get(7), Money.of("90.00", "CAD"));
        var maren = customer();
        var list = list(maren, "1");
        lists.set(list, new PriceLineForm("VARIANT", "CRATE-400-" + run.toUpperCase(Locale.ROOT), "", "12.00", ""), BY);
        assertThat(cheapest(maren)).isEqualTo("crate-400-" + run);
        assertThat(cheapest(null)).isEqualTo("crate-7-" + run);
        lists.set(list, new PriceLineForm("VARIANT", "CRATE-300-" + run.toUpperCase(Locale.ROOT), "", "11.00", ""), BY);
        assertThat(cheapest(maren)).as("a change is seen at once").isEqualTo("crate-300-" + run);
    }

    @Test
    void saysSoWhereAListIsTooLongForHerOwnPrices() {
        var shelved = shelve("vase", 1, 4);
        prices.setListPrice(shelved.get(2), Money.of("90.00", "CAD"));
        var maren = customer();
        var list = list(maren, "1");
        lists.set(list, new PriceLineForm("VARIANT", "VASE-3-" + run.toUpperCase(Locale.ROOT), "", "12.00", ""), BY);
        var handles = shelved.keySet().stream().map(number -> "vase-" + number + "-" + run).toList();
        var byPrice = new PublicRequest("/search", Map.of("sort", "price"), Locale.CANADA, maren);
        var sorts = List.of("match", "price");
        var own = new Cards(window, offers, reviews, 4);
        assertThat(own.listing(byPrice, new Shelf(own.named(handles, Shopper.ANYBODY)), sorts))
                .satisfies(few -> assertThat(few.shown().getFirst().card().handle()).isEqualTo("vase-3-" + run))
                .satisfies(few -> assertThat(few.byEverybodysPrice()).isFalse());
        var tooMany = new Cards(window, offers, reviews, 3);
        var shelf = new Shelf(tooMany.named(handles, Shopper.ANYBODY));
        var bounded = tooMany.listing(byPrice, shelf, sorts);
        assertThat(bounded.byEverybodysPrice()).isTrue();
        assertThat(bounded.shown().getFirst().card().handle()).isEqualTo("vase-2-" + run);
        assertThat(bounded.shown()).as("each at her own price").filteredOn(view -> view.card().handle().equals("vase-3-" + run))
                .allMatch(view -> view.offer().each().compareTo(Money.of("12.00", "CAD")) == 0);
        assertThat(tooMany.listing(new PublicRequest("/search", Map.of(), Locale.CANADA, maren), shelf, sorts).byEverybodysPrice()).as("the order has nothing to do with prices").isFalse();
        assertThat(tooMany.listing(new PublicRequest("/search", Map.of("sort", "price"), Locale.CANADA), shelf, sorts).byEverybodysPrice()).as("of somebody without own prices").isFalse();
    }

    private String cheapest(CustomerId customer) {
        var html = categories.page(new PublicRequest("/c/crate-" + run, Map.of("sort", "price"), Locale.CANADA, customer)).orElseThrow().html();
        var at = html.indexOf("/p/crate-");
        return html.substring(at + 3, html.indexOf('"', at));
    }

    private String html(String path, CustomerId customer) {
        var request = new PublicRequest(path, Map.of(), Locale.CANADA, customer);
        return (path.startsWith("/c/") ? categories.page(request) : products.page(request)).orElseThrow().html();
    }

    private UUID list(CustomerId customer, String percent) {
        var list = lists.add(new PriceListForm("Own " + customer, "Yours", "La vôtre", "", "", true), BY);
        lists.give(list, "CUSTOMER", customers.find(customer).orElseThrow().number(), BY);
        lists.set(list, new PriceLineForm("ALL", "", "", "", percent), BY);
        return list;
    }

    private CustomerId customer() {
        return customers.obtain(UUID.randomUUID() + "@own.example", "Maren", null, null, Locale.CANADA, "test");
    }

    private Map<Integer, VariantId> shelve(String name, int from, int to) {
        var words = Localized.of(name);
        catalog.saveCategory(new CategoryForm(name + "-" + run, null, "sand", 2, words, words));
        var ids = new HashMap<Integer, VariantId>();
        var cost = new HashMap<VariantId, Money>();
        var forms = new ArrayList<ProductForm>();
        for (int number = from; number <= to; number++) {
            var sku = (name + "-" + number + "-" + run).toUpperCase(Locale.ROOT);
            forms.add(new ProductForm(name + "-" + number + "-" + run, name + "-" + run, List.of(), words, words, words, null, null, "sand", List.of(), "standard",
                    List.of(), List.of(new ProductForm.Variant(sku, Map.of(), null, 300, true)), Map.of(), List.of(), List.of(), words, false, Instant.parse("2026-01-01T00:00:00Z")));
        }
        var bySku = catalog.saveAll(forms);
        for (int number = from; number <= to; number++) {
            var variant = bySku.get((name + "-" + number + "-" + run).toUpperCase(Locale.ROOT));
            ids.put(number, variant);
            cost.put(variant, Money.of("100.00", "CAD"));
        }
        prices.setListPrices(cost);
        return ids;
    }
}
