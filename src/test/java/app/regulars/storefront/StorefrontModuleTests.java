package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.inventory.Inventory;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
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
    private Inventory inventory;
    @Autowired
    private Environment environment;
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
    void answersWhatIsNotThereWithARealNotFoundAndWithoutASession() throws Exception {
        for (var path : List.of("/p/none", "/c/none", "/nothing/here", "/art/none.svg", "/favicon.ico", "/art/..%2f..%2fapplication.properties")) {
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

    private void publish(String handle, String name) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("manager", "", "ROLE_STAFF", "ROLE_MANAGER"));
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
