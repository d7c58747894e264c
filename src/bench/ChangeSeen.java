import app.regulars.RegularsApplication;
import app.regulars.catalog.Catalog;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * How long it takes until a change of price, name or options stands in search, category and product page, on a shop that is there already (its
 * database by SPRING_DATASOURCE_*, its folder as first argument). The pages were asked for just before, so that they are in the cache. Ends with 1 over a second.
 */
public class ChangeSeen {

    private static final int CHANGES = 20;
    private static final HttpClient client = HttpClient.newHttpClient();
    private static String base;
    private static long worst;

    public static void main(String[] args) throws Exception {
        var shop = new SpringApplication(RegularsApplication.class).run("--server.port=0", "--regulars.demo=false", "--regulars.data=" + args[0]);
        base = "http://127.0.0.1:" + shop.getEnvironment().getProperty("local.server.port");
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("bench", "", "ROLE_STAFF", "ROLE_CATALOG_CHANGE", "ROLE_CATALOG_SEE"));
        System.out.println("| " + CHANGES + " changes in a shop of " + shop.getBean(Catalog.class).countPublished() + " products | median | worst |\n| --- | --- | --- |");
        price(shop);
        name(shop);
        System.exit(worst > 1_000 ? 1 : 0);
    }

    private static void price(ConfigurableApplicationContext shop) throws Exception {
        var random = new Random(1);
        var handles = shop.getBean(Catalog.class).handles(0, 400);
        var search = new ArrayList<Long>();
        var sorted = new ArrayList<Long>();
        var page = new ArrayList<Long>();
        for (int n = 0; n < CHANGES; n++) {
            var product = shop.getBean(Catalog.class).product(handles.get(random.nextInt(handles.size()))).orElseThrow();
            var words = java.net.URLEncoder.encode(product.name().en(), java.nio.charset.StandardCharsets.UTF_8);
            var paths = List.of("/search?q=" + words, "/search?q=" + words + "&sort=price-down", "/p/" + product.handle());
            if (!get(paths.getFirst()).contains("/p/" + product.handle())) {
                // among so many of the same name it stands on another page
                n--;
                continue;
            }
            for (var path : paths) {
                get(path);
            }
            var price = "9%d%d.%02d".formatted(n / 10, n % 10, random.nextInt(100));
            var prices = new java.util.HashMap<app.regulars.catalog.VariantId, Money>();
            product.variants().forEach(variant -> prices.put(variant.id(), Money.of(price, "CAD")));
            var began = System.nanoTime();
            shop.getBean(Prices.class).setListPrices(prices);
            search.add(until(paths.get(0), price, began));
            sorted.add(until(paths.get(1), price, began));
            page.add(until(paths.get(2), price, began));
        }
        row("price, in the search", search);
        row("price, in the search sorted by price", sorted);
        row("price, on the product's page", page);
    }

    private static void name(ConfigurableApplicationContext shop) throws Exception {
        var random = new Random(2);
        var desk = shop.getBean(CatalogDesk.class);
        var handles = shop.getBean(Catalog.class).handles(0, 400);
        var found = new ArrayList<Long>();
        var filtered = new ArrayList<Long>();
        for (int n = 0; n < CHANGES; n++) {
            var form = desk.form(handles.get(random.nextInt(handles.size()))).orElseThrow();
            var word = "quixotic" + (char) ('a' + n) + (char) ('a' + random.nextInt(26));
            var paths = List.of("/search?q=" + word, "/c/" + form.category() + "?with=fact%3Aword%3D" + word);
            for (var path : paths) {
                get(path);
            }
            var specs = new ArrayList<>(form.specs());
            specs.add(new ProductForm.Spec(Localized.of("Word"), Localized.of(word)));
            var began = System.nanoTime();
            desk.save(changed(form, word, specs));
            found.add(until(paths.get(0), "/p/" + form.handle(), began));
            filtered.add(until(paths.get(1), "/p/" + form.handle(), began));
        }
        row("name, in the search", found);
        row("specification, as a filter of its category", filtered);
    }

    private static ProductForm changed(ProductForm form, String word, List<ProductForm.Spec> specs) {
        return new ProductForm(form.handle(), form.category(), form.alsoIn(), new Localized(form.name().en() + " " + word, form.name().fr()), form.tagline(), form.description(), form.art(),
                form.artAlt(), form.backdrop(), form.gallery(), form.taxClass(), form.options(), form.variants(), form.dials(), specs, form.relations(), form.keywords(), form.popular(),
                form.publishedAt(), form.rules(), form.inputs(), form.shipping(), form.groups(), form.retireAt());
    }

    private static void row(String what, List<Long> times) {
        var sorted = times.stream().sorted().toList();
        worst = Math.max(worst, sorted.getLast());
        System.out.printf("| %s | %d ms | %d ms |%n", what, sorted.get(sorted.size() / 2), sorted.getLast());
    }

    private static long until(String path, String text, long began) throws Exception {
        while (!get(path).contains(text)) {
            if (System.nanoTime() - began > 30_000_000_000L) {
                return 30_000;
            }
        }
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static String get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "en-CA").header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }
}
