package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.CollectionDesk;
import app.regulars.catalog.ProductCollection;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.catalog.Viewers;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerGroups;
import app.regulars.customer.GroupDesk;
import app.regulars.customer.GroupId;
import app.regulars.inventory.Inventory;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.ordering.Companions;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicRequest;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;

/** A product that is limited to groups shows to their members and does not exist for anybody else, wherever it is asked for. */
@RegularsTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class VisibilityModuleTests {

    private static final String RUN = "v" + UUID.randomUUID().toString().substring(0, 6);
    private static final StaffId BY = new StaffId(UUID.randomUUID());
    private static final List<String> NAMES = List.of("one", "two", "three");
    private static final int PRODUCTS = 24;
    private static final int PEOPLE = 12;
    private static final int PAIRS = Integer.getInteger("visibility.pairs", 250);

    @Autowired
    private CatalogDesk desk;
    @Autowired
    private Catalog catalog;
    @Autowired
    private Viewers viewers;
    @Autowired
    private CollectionDesk collections;
    @Autowired
    private GroupDesk groupDesk;
    @Autowired
    private CustomerGroups groups;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Prices prices;
    @Autowired
    private Inventory inventory;
    @Autowired
    private Carts carts;
    @Autowired
    private Companions companions;
    @Autowired
    private HomePage home;
    @Autowired
    private CategoryPages categoryPages;
    @Autowired
    private SearchPages searchPages;
    @Autowired
    private ProductPages productPages;
    @Autowired
    private CollectionPages collectionPages;
    @Autowired
    private ComparePages comparePages;
    @Autowired
    private Environment environment;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(20_261_122);

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private record Made(String handle, String word, VariantId variant, Set<GroupId> groups) {
    }

    private record Person(CustomerId id, Set<GroupId> groups) {

        boolean sees(Made product) {
            return product.groups().isEmpty() || product.groups().stream().anyMatch(groups::contains);
        }
    }

    @Test
    void showsNobodyWhatIsNotForHer() throws Exception {
        asStaff();
        var all = NAMES.stream().map(this::group).toList();
        var products = products(all);
        var people = people(all);
        collections.save(BY, new ProductCollection(RUN, new Localized("All", "Tout"), Localized.of(""),
                new ProductCollection.Rule("c" + RUN, null, null, null, null, null, false), true, 1, true));
        SecurityContextHolder.clearContext();
        var shown = 0;
        for (int i = 0; i < PAIRS; i++) {
            var person = people.get(random.nextInt(people.size()));
            var shopper = person.id() == null ? Shopper.ANYBODY : new Shopper(person.id(), viewers.of(person.id()));
            var product = products.get(random.nextInt(products.size()));
            var other = products.get(random.nextInt(products.size()));
            var asked = List.of(asked("/", Map.of()), asked("/c/c" + RUN, Map.of()), asked("/search", Map.of()), asked("/search", Map.of("q", product.word())),
                    asked("/search", Map.of("q", "every" + RUN)), asked("/collection/" + RUN, Map.of()),
                    asked("/compare", Map.of("p", product.handle() + "," + other.handle())), asked("/p/" + product.handle(), Map.of()));
            for (var request : asked) {
                var html = page(request, shopper).map(found -> found.title() + found.html()).orElse("");
                for (var hidden : products) {
                    if (!person.sees(hidden)) {
                        assertThat(html).as("%s must not stand on %s %s", hidden.handle(), request.path(), request.parameters())
                                .doesNotContain("/p/" + hidden.handle() + "\"").doesNotContain(hidden.handle() + "-name");
                    }
                }
            }
            assertThat(page(asked.getLast(), shopper).isPresent()).as("by direct address").isEqualTo(person.sees(product));
            assertThat(catalog.category("c" + RUN, shopper.viewer()).orElseThrow().products()).isEqualTo(products.stream().filter(person::sees).count());
            if (person.sees(product)) {
                shown++;
                assertThat(page(asked.get(3), shopper).orElseThrow().html()).contains("/p/" + product.handle() + "\"");
            } else {
                var owner = person.id() == null ? CartOwner.visitor(UUID.randomUUID().toString()) : CartOwner.of(person.id());
                assertThatExceptionOfType(Refused.class).isThrownBy(() -> carts.add(owner, product.variant(), 1));
            }
        }
        assertThat(shown).as("both happen often").isBetween(PAIRS / 10, PAIRS * 9 / 10);
        anonymously(products);
        inTheCart(people, products);
    }

    private Optional<PublicPage> page(PublicRequest request, Shopper shopper) {
        var pages = List.of(home, categoryPages, searchPages, collectionPages, comparePages, productPages).stream().filter(some -> some.serves(request.path())).findFirst();
        return pages.orElseThrow().page(request, shopper);
    }

    /** What is kept for everybody is made with nobody's eyes, and looks as if it never was. */
    private void anonymously(List<Made> products) throws IOException, InterruptedException {
        var sitemap = get("/sitemap.xml").body();
        for (var product : products) {
            var open = product.groups().isEmpty();
            assertThat(get("/p/" + product.handle()).statusCode()).as(product.handle()).isEqualTo(open ? 200 : 404);
            assertThat(sitemap.contains("/p/" + product.handle() + "<")).as(product.handle()).isEqualTo(open);
        }
        var hidden = products.stream().filter(product -> !product.groups().isEmpty()).findFirst().orElseThrow().handle();
        var never = "x".repeat(hidden.length());
        assertThat(plain(get("/p/" + hidden).body()).replace(hidden, never)).as("the same page as for what never was").isEqualTo(plain(get("/p/" + never).body()));
    }

    /** Without the marks by which the browser knows that a painted part is the same: they follow from the address. */
    private static String plain(String html) {
        return html.replaceAll("data-hash=\"[0-9a-f]+\"", "");
    }

    /** Who is no member any more cannot buy what she had put in, and is shown no companions of it. */
    private void inTheCart(List<Person> people, List<Made> products) {
        var member = people.stream().filter(person -> person.id() != null && person.groups().size() == 1).findFirst().orElseThrow();
        var group = member.groups().iterator().next();
        var product = products.stream().filter(some -> some.groups().equals(Set.of(group))).findFirst().orElseThrow();
        var owner = CartOwner.of(member.id());
        carts.add(owner, product.variant(), 1);
        assertThat(carts.of(owner).lines()).anyMatch(line -> line.handle().equals(product.handle()) && line.isSold());
        asStaff();
        groupDesk.leave(groups.all().stream().filter(some -> some.id().equals(group)).findFirst().orElseThrow().code(), member.id(), BY);
        SecurityContextHolder.clearContext();
        var cart = carts.of(owner);
        assertThat(cart.isReady()).isFalse();
        assertThat(cart.lines()).filteredOn(line -> line.handle().equals(product.handle())).noneMatch(line -> line.isSold());
        assertThat(companions.of(cart, member.id(), 20, 20)).noneMatch(companion -> products.stream()
                .anyMatch(some -> some.handle().equals(companion.handle()) && !some.groups().isEmpty()));
    }

    private static void asStaff() {
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication());
    }

    private GroupId group(String name) {
        groupDesk.add(new GroupDesk.Form(RUN + "-" + name, name, name), BY);
        return groups.find(RUN + "-" + name).orElseThrow().id();
    }

    private List<Made> products(List<GroupId> all) {
        desk.saveCategory(new CategoryForm("c" + RUN, null, "sand", 1, Localized.of("Things"), Localized.of("")));
        var made = new ArrayList<Made>();
        var listed = new HashMap<VariantId, Money>();
        var there = new HashMap<VariantId, Integer>();
        for (int number = 0; number < PRODUCTS; number++) {
            var handle = RUN + "-" + number;
            var word = "zq" + RUN + (char) ('a' + number);
            var only = number % 4 == 0 ? Set.<GroupId>of() : number % 4 == 3 ? Set.of(all.get(number % 3), all.get((number + 1) % 3)) : Set.of(all.get(number % 3));
            var relations = List.of(new ProductForm.Relation("goes-with", RUN + "-" + (number + 1) % PRODUCTS, Localized.of("beside")),
                    new ProductForm.Relation("instead-of", RUN + "-" + (number + 5) % PRODUCTS, Localized.of("instead")));
            var name = Localized.of(handle + "-name " + word + " every" + RUN);
            var variant = desk.save(new ProductForm(handle, "c" + RUN, List.of(), name, name, name, null, null, "sand", List.of(), "standard", List.of(),
                    List.of(new ProductForm.Variant(handle, Map.of(), null, 100, false)), Map.of(), List.of(), relations, null, true,
                    Instant.parse("2026-01-01T00:00:00Z")).limitedTo(only)).values().iterator().next();
            listed.put(variant, Money.of("10.00", "CAD"));
            there.put(variant, 5);
            made.add(new Made(handle, word, variant, only));
        }
        prices.setListPrices(listed);
        inventory.adjustAll(there, "test");
        return made;
    }

    private List<Person> people(List<GroupId> all) {
        var people = new ArrayList<Person>();
        people.add(new Person(null, Set.of()));
        for (int i = 0; i < PEOPLE; i++) {
            var id = customers.obtain(RUN + i + "@people.example", "Person " + (char) ('A' + i), null, null, Locale.CANADA, "test");
            var mine = new HashSet<GroupId>();
            for (int g = 0; g < all.size(); g++) {
                if (i < all.size() ? i == g : random.nextBoolean()) {
                    mine.add(all.get(g));
                    groupDesk.join(RUN + "-" + NAMES.get(g), customers.find(id).orElseThrow().number(), BY);
                }
            }
            people.add(new Person(id, mine));
        }
        return people;
    }

    private static PublicRequest asked(String path, Map<String, String> parameters) {
        return new PublicRequest(path, parameters, Locale.CANADA);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path);
        return client.send(HttpRequest.newBuilder(address).header("Accept-Language", "en-CA").header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
    }
}
