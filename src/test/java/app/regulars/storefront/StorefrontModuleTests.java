package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.web.PublicRequest;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.Statements;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The public pages through HTTP, as visitors, previews and search engines get them. */
@RegularsTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StorefrontModuleTests {

    @Autowired
    private CatalogDesk desk;
    @Autowired
    private Prices prices;
    @Autowired
    private app.regulars.catalog.Catalog catalog;
    @Autowired
    private Inventory inventory;
    @Autowired
    private Environment environment;
    @Autowired
    private CategoryPages categories;
    @Autowired
    private SearchPages search;
    @Autowired
    private JdbcTemplate jdbc;
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsAProductWithItsPriceEscapedAndWithoutASession() throws Exception {
        publish("cup", "Cup <b>\"Tide\"</b> & more");
        var page = get("/p/cup");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("ETag")).isPresent();
        assertThat(page.body()).contains("Cup &lt;b>", "$24.00", "application/ld+json", "\"availability\":\"https://schema.org/InStock\"", "rel=\"canonical\"")
                .doesNotContain("<b>\"Tide\"");
        assertThat(get("/p/cup?lang=fr").body()).contains("24,00");
        assertThat(get("/c/cups").body()).contains("/p/cup");
        assertThat(get("/search?q=cup").body()).contains("/p/cup");
        assertThat(get("/").body()).contains("/c/cups");
        assertThat(get("/sitemap.xml").body()).contains("/p/cup</loc>", "/c/cups</loc>");
    }

    @Test
    void showsWhatAnotherNodeHasChanged() throws Exception {
        shelve("pennant", 1, 1);
        assertThat(get("/p/pennant-1").body()).contains("pennant 1");
        // as another node leaves it: the rows, and word of it
        jdbc.update("update product set name_en = 'Oriflamme', version = version + 1 where handle = 'pennant-1'");
        jdbc.update("update search_document set title = 'Oriflamme', version = version + 1 where ref = 'pennant-1'");
        jdbc.update("insert into product_news (id, node, handles, at) values (?, ?, 'pennant-1', ?)", Columns.bytes(Ids.next()), Columns.bytes(Ids.next()),
                Columns.utc(Instant.now()));
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(get("/p/pennant-1").body()).contains("Oriflamme").doesNotContain("pennant 1");
            assertThat(get("/search?q=oriflamme").body()).contains("/p/pennant-1");
        });
    }

    @Test
    void showsAChangedPriceInTheFinishedPagesAtOnce() throws Exception {
        shelve("beacon", 1, 2);
        var pages = List.of("/p/beacon-1", "/c/beacons", "/search?q=beacon");
        for (var page : pages) {
            assertThat(get(page).body()).as(page).contains("$1,590.00");
        }
        prices.setListPrice(catalog.bySku("BEACON1").orElseThrow().id(), Money.of("3.21", "CAD"));
        for (var page : pages) {
            assertThat(get(page).body()).as(page).contains("$3.21").doesNotContain("$1,590.00");
        }
    }

    @Test
    void answersWhatIsNotThereWithARealNotFoundAndWithoutASession() throws Exception {
        for (var path : List.of("/p/none", "/c/none", "/nothing/here", "/art/none.svg", "/art/..%2f..%2fapplication.properties")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
        }
        assertThat(get("/nothing/here").body()).contains("<h1>");
    }

    @Test
    void repeatsWhatWasLookedForEscapedAndOffersAWayOnWhenNothingIsFound() throws Exception {
        var page = get("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "noindex").doesNotContain("<script>alert(1)");
    }

    @Test
    void changesTheLanguageAndGoesBackWithinTheShopOnly() throws Exception {
        var home = get("/language?to=fr&back=/c/cups");
        assertThat(home.headers().firstValue("Location")).hasValue("/c/cups");
        assertThat(home.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("lang=fr");
        for (var evil : List.of("https://evil.example", "//evil.example", "/%5Cevil.example")) {
            assertThat(get("/language?to=fr&back=" + evil).headers().firstValue("Location")).as(evil).hasValue("/");
        }
    }

    @Test
    void readsACategoryAndASearchWithTheSameStatementsHoweverManyProductsTheyShow() {
        shelve("lamp", 1, 3);
        var few = Statements.of(() -> categories.page(asked("/c/lamps", Map.of())));
        shelve("lantern", 1, 5);
        var fewFound = Statements.of(() -> found("lantern"));
        shelve("lamp", 4, 60);
        var many = Statements.of(() -> categories.page(asked("/c/lamps", Map.of())));
        assertThat(many).hasSameSizeAs(few).hasSizeLessThan(12);
        shelve("lantern", 6, 60);
        var manyFound = Statements.of(() -> found("lantern"));
        assertThat(manyFound).hasSameSizeAs(fewFound).hasSizeLessThan(12);
        assertThat(Statements.of(() -> found("lantern"))).as("everything is in memory").isEmpty();
    }

    @Test
    void sortsAndNarrowsAllHitsAndNotOnlyTheBestOnes() {
        // the last to be put is the cheapest, and ranks no better than any other
        shelve("zebra", 1, 150);
        var byPrice = found("zebra", Map.of("sort", "price"));
        assertThat(byPrice.total()).isEqualTo(150);
        assertThat(byPrice.shown()).extracting(view -> view.card().handle()).startsWith("zebra-150", "zebra-149", "zebra-148");
        assertThat(byPrice.bands().stream().mapToLong(Listing.Band::count).sum()).isEqualTo(150);
        var band = byPrice.bands().getFirst();
        assertThat(found("zebra", Map.of("price", band.code())).total()).isEqualTo(band.count());
        assertThat(found("zebra", Map.of("page", "7")).shown()).hasSize(150 - 6 * Listing.SIZE);
        assertThat(found("zebra").shown().getFirst().highlighted()).startsWith("\u0001");
    }

    @Test
    void saysHowMuchWasFoundAndLeadsNumbersStraightToTheirPage() {
        shelve("quokka", 1, 2);
        assertThat(search.answer(asked("/search", Map.of("q", "  quokka ")), Shopper.ANYBODY).found()).isEqualTo(2);
        assertThat(search.answer(asked("/search", Map.of("q", "qzxqzx")), Shopper.ANYBODY).found()).isZero();
        var led = search.answer(asked("/search", Map.of("q", "quokka2")), Shopper.ANYBODY).page();
        assertThat(led.isMoved()).isTrue();
        assertThat(led.canonicalPath()).isEqualTo("/p/quokka-2");
    }

    private Listing found(String text) {
        return found(text, Map.of());
    }

    private Listing found(String text, Map<String, String> more) {
        var parameters = new HashMap<>(more);
        parameters.put("q", text);
        return search.listing(search.products(text, "", List.of(), Locale.CANADA, Shopper.ANYBODY), asked("/search", parameters), Shopper.ANYBODY);
    }

    private static PublicRequest asked(String path, Map<String, String> parameters) {
        return new PublicRequest(path, parameters, Locale.CANADA);
    }

    /** Products of that name in a category of that name, each ten dollars cheaper than the one before. */
    private void shelve(String name, int from, int to) {
        asManager();
        var category = name + "s";
        desk.saveCategory(new CategoryForm(category, null, "sand", 2, Localized.of(name + "s"), Localized.of("All")));
        var listPrices = new HashMap<VariantId, Money>();
        for (int number = from; number <= to; number++) {
            var sku = (name + number).toUpperCase(Locale.ROOT);
            var variants = desk.save(new ProductForm(name + "-" + number, category, List.of(), Localized.of(name + " " + number), Localized.of("One"), Localized.of("One."),
                    null, null, "sand", List.of(), "standard", List.of(), List.of(new ProductForm.Variant(sku, Map.of(), null, 300, true)), Map.of(),
                    List.of(), List.of(), Localized.of(""), true, Instant.parse("2026-01-01T00:00:00Z")));
            listPrices.put(variants.get(sku), Money.of(String.valueOf(1_600 - 10 * number), "CAD"));
        }
        prices.setListPrices(listPrices);
        SecurityContextHolder.clearContext();
    }

    private static void asManager() {
        SecurityContextHolder.getContext().setAuthentication(app.regulars.testing.WithStaff.Factory.authentication());
    }

    private void publish(String handle, String name) {
        asManager();
        desk.saveCategory(new CategoryForm("cups", null, "sand", 1, new Localized("Cups", "Tasses"), new Localized("All cups.", "Toutes.")));
        var variants = desk.save(new ProductForm(handle, "cups", List.of(), new Localized(name, name), Localized.of("Stoneware"), Localized.of("One.\n\nTwo."),
                null, null, "sand", List.of(), "standard", List.of(), List.of(new ProductForm.Variant("CUP-1", Map.of(), null, 300, false)), Map.of(),
                List.of(), List.of(), Localized.of(""), true, Instant.parse("2026-01-01T00:00:00Z")));
        prices.setListPrices(Map.of(variants.get("CUP-1"), Money.of("24.00", "CAD")));
        inventory.adjust(variants.get("CUP-1"), 8, "test");
        SecurityContextHolder.clearContext();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path);
        return client.send(HttpRequest.newBuilder(address).header("Accept-Language", "en-CA").header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
