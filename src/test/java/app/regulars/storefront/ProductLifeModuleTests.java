package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.Configuration;
import app.regulars.catalog.MyConfigurations;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.Quantities;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.merchant.PageDesk;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

/** A product's way through the shop: its addresses, what goes together, what its customers say, and the pages that compare and explain. */
@RegularsTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithStaff
class ProductLifeModuleTests {

    private static final String RUN = "l" + UUID.randomUUID().toString().substring(0, 6);
    private static final StaffId BY = new StaffId(UUID.randomUUID());

    @Autowired
    private CatalogDesk desk;
    @Autowired
    private MyConfigurations configurations;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Carts carts;
    @Autowired
    private PageDesk pages;
    @Autowired
    private Prices prices;
    @Autowired
    private Inventory inventory;
    @Autowired
    private Environment environment;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void leadsFormerAddressesOn() throws Exception {
        save("old");
        save("next");
        desk.rename(BY, h("old"), h("moved"));
        moved("old", "/p/" + h("moved"));
        assertThat(get("/p/" + h("moved")).statusCode()).isEqualTo(200);
        desk.rename(BY, h("moved"), h("third"));
        moved("old", "/p/" + h("third"));
        moved("moved", "/p/" + h("third"));
        assertThatExceptionOfType(Refused.class).as("an address is not given away").isThrownBy(() -> save("old"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.rename(BY, h("next"), h("old")));
        desk.retire(BY, h("third"), h("next"));
        moved("old", "/p/" + h("next"));
        desk.retire(BY, h("next"), "");
        moved("old", "/c/" + RUN);
        assertThat(get("/p/" + h("never")).statusCode()).isEqualTo(404);
        desk.schedule(BY, h("next"), Instant.parse("2026-01-01T00:00:00Z"), null);
        assertThat(get("/p/" + h("next")).statusCode()).as("it came back").isEqualTo(200);
        desk.schedule(BY, h("next"), Instant.parse("2099-01-01T00:00:00Z"), null);
        assertThat(get("/p/" + h("next")).statusCode()).as("not yet").isEqualTo(404);
        assertThat(desk.standing(h("third")).orElseThrow().before()).hasSize(2);
    }

    @Test
    void saysWhyAChoiceIsImpossible() throws Exception {
        price(desk.save(form("beans").configured(List.of(new ProductForm.Rule(Map.of("weight", "1kg", "grind", "moka"),
                new Localized("It fades <too> fast", "Il s’évente"))), List.of())));
        var page = get("/p/" + h("beans") + "?v=" + h("beans") + "-2").body();
        assertThat(page).contains("It fades &lt;too&gt; fast").containsPattern("(?s)id=\"o-grind-moka\"[^>]*disabled|disabled[^>]*id=\"o-grind-moka\"");
        assertThat(get("/p/" + h("beans") + "?v=" + h("beans") + "-1").body()).doesNotContain("It fades");
    }

    @Test
    void sellsPiecesAsTheyAreWantedAndInTheirNumbers() {
        var inputs = List.of(new ProductForm.Input("engraving", "text", Localized.of("Engraving"), null, true, 10, null, null, null));
        var form = form("flask");
        var ids = price(desk.save(form.configured(List.of(), inputs).withVariants(form.variants().stream().map(variant -> new ProductForm.Variant(variant.sku(),
                variant.options(), null, 100, false, new Quantities(2, 2, 6), 3)).toList())));
        var variant = ids.get((h("flask") + "-1").toUpperCase(Locale.ROOT));
        var me = customers.obtain(RUN + "me@people.example", "Mira Cole", null, null, Locale.CANADA, "test");
        var other = customers.obtain(RUN + "other@people.example", "Ole Cole", null, null, Locale.CANADA, "test");
        var owner = CartOwner.of(me);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> carts.add(owner, variant, 2)).matches(refused -> "input-engraving".equals(refused.field()));
        carts.add(owner, variant, new Configuration(Map.of("engraving", "Mira")), 2);
        carts.add(owner, variant, new Configuration(Map.of("engraving", "Ole")), 2);
        assertThat(carts.of(owner).lines()).hasSize(2).allMatch(line -> line.options().en().contains("Engraving"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> carts.add(owner, variant, new Configuration(Map.of("engraving", "Ole")), 1))
                .matches(refused -> "quantity".equals(refused.field()));
        assertThatExceptionOfType(Refused.class).as("six of all kinds at most").isThrownBy(() -> carts.add(owner, variant, new Configuration(Map.of("engraving", "Ole")), 4));
        configurations.add(me, variant, new Configuration(Map.of("engraving", "Mira")), "Mine");
        configurations.add(me, variant, new Configuration(Map.of("engraving", "Mira")), "Mine again");
        var saved = configurations.list(me);
        assertThat(saved).hasSize(1).first().matches(one -> one.name().equals("Mine") && one.configuration().values().equals(Map.of("engraving", "Mira")));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> configurations.rename(other, saved.getFirst().id(), "Theirs"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> configurations.remove(other, saved.getFirst().id()));
        assertThat(configurations.list(other)).isEmpty();
    }

    @Test
    void comparesWithoutASession() throws Exception {
        save("a");
        save("b");
        var page = get("/compare?p=" + h("a") + "," + h("b") + ",nothing");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).contains("/p/" + h("a") + "\"", "/p/" + h("b") + "\"", "role=\"table\"", "class=\"differs\"");
        assertThat(get("/compare?p=%3Cscript%3E,..%2F").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsEveryVersionOfAPage() throws Exception {
        var first = pages.publish(BY, "delivery", new Localized("## Soon " + RUN, "## Bientôt"), "first", latest());
        assertThat(get("/delivery").body()).contains("Soon " + RUN);
        assertThatExceptionOfType(Refused.class).as("somebody was faster").isThrownBy(() -> pages.publish(BY, "delivery", new Localized("a", "b"), "", first - 1));
        assertThatExceptionOfType(Refused.class).as("one language only").isThrownBy(() -> pages.publish(BY, "delivery", new Localized("a", ""), "", first));
        pages.publish(BY, "delivery", new Localized("Later " + RUN + " <script>alert(1)</script>", "Plus tard"), "second", first);
        assertThat(get("/delivery").body()).contains("Later " + RUN).doesNotContain("<script>alert(1)", "Soon " + RUN);
        assertThat(pages.versions("delivery")).extracting(version -> version.number()).contains(first, first + 1);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pages.versions("nowhere"));
    }

    private int latest() {
        var versions = pages.versions("delivery");
        return versions.isEmpty() ? 0 : versions.getFirst().number();
    }

    private void moved(String from, String to) throws IOException, InterruptedException {
        var answer = get("/p/" + h(from));
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue(to);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static String h(String name) {
        return RUN + "-" + name;
    }

    private void save(String name) {
        desk.saveCategory(new CategoryForm(RUN, null, "sand", 1, Localized.of("Things"), Localized.of("")));
        price(desk.save(form(name)));
    }

    private Map<String, VariantId> price(Map<String, VariantId> ids) {
        ids.values().forEach(id -> {
            prices.setListPrice(id, Money.of("10.00", "CAD"));
            inventory.adjust(id, 50, "test");
        });
        return ids;
    }

    private static ProductForm form(String name) {
        var handle = h(name);
        var title = Localized.of(name);
        var options = List.of(new ProductForm.Option("weight", Localized.of("Weight"), List.of(value("340g"), value("1kg"))),
                new ProductForm.Option("grind", Localized.of("Grind"), List.of(value("whole"), value("moka"))));
        return new ProductForm(handle, RUN, List.of(), title, title, title, null, null, "sand", List.of(), "standard", options,
                List.of(new ProductForm.Variant(handle + "-1", Map.of("weight", "340g", "grind", "whole"), null, 100, false),
                        new ProductForm.Variant(handle + "-2", Map.of("weight", "1kg", "grind", "whole"), null, 100, false)), Map.of(),
                List.of(new ProductForm.Spec(Localized.of("Origin"), Localized.of("From " + name))), List.of(), null, false, Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static ProductForm.Value value(String code) {
        return new ProductForm.Value(code, Localized.of(code));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path);
        return client.send(HttpRequest.newBuilder(address).header("Accept-Language", "en-CA").header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
    }
}
