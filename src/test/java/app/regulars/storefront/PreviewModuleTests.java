package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.account.Registration;
import app.regulars.arranging.ArrangingDesk;
import app.regulars.arranging.Audience;
import app.regulars.arranging.BlockForm;
import app.regulars.arranging.BlockKind;
import app.regulars.arranging.ListStyle;
import app.regulars.arranging.Section;
import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerGroups;
import app.regulars.customer.GroupDesk;
import app.regulars.customer.MyProfile;
import app.regulars.inventory.Inventory;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.SignedIn;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Roles;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.web.PublicCache;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.io.Serializable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A group's block is its members' alone, the cache gives it to nobody, and staff see it with a member's eyes without being her. */
@RegularsTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PreviewModuleTests {

    private static final StaffId BY = StaffId.next();
    private final String run = "p" + Ids.next().toString().substring(26);

    @Autowired
    private ArrangingDesk arranging;
    @Autowired
    private GroupDesk groupDesk;
    @Autowired
    private CustomerGroups groups;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Registration registration;
    @Autowired
    private CatalogDesk catalog;
    @Autowired
    private Prices prices;
    @Autowired
    private Inventory inventory;
    @Autowired
    private PublicCache cache;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;
    @Autowired
    private Environment environment;
    @Autowired
    private PreviewController controller;
    @Autowired
    private MyProfile profile;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<UUID> blocks = new ArrayList<>();
    private CustomerCard member;
    private CustomerCard other;
    private String remembered;

    private record Person(SignedIn signedIn) implements CurrentUser.Principal, Serializable {
    }

    @BeforeEach
    void aShopWithSomethingForSome() {
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication());
        groupDesk.add(new GroupDesk.Form(run, "Cafés " + run, "Cafés " + run), BY);
        member = member("Quillon Petitpas");
        groupDesk.join(run, member.number(), BY);
        catalog.saveCategory(new CategoryForm("c" + run, null, "sand", 90, Localized.of("C " + run), Localized.of("")));
        product("open" + run, "10.00");
        product("secret" + run, "20.00");
        catalog.limit(BY, "secret" + run, Set.of(groups.find(run).orElseThrow().id()));
        blocks.add(arranging.add(new BlockForm(BlockKind.NOTICE, Audience.GROUPS, Set.of(run), null, null, "For cafés " + run, "Aux cafés " + run,
                "Come **early** <script>alert(1)</script> [x](javascript:alert(1))", "Venez **tôt**", null), BY));
        arranging.lay(run, ListStyle.LIST, null, Map.of(Section.FORUM, false), 0, BY);
        SecurityContextHolder.clearContext();
        cache.changed();
    }

    @AfterEach
    void leaveTheHomePageAsItWas() {
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication());
        blocks.forEach(id -> {
            arranging.show(id, false, BY);
            arranging.remove(id, BY);
        });
        arranging.forget(run, BY);
        SecurityContextHolder.clearContext();
        cache.changed();
    }

    @Test
    void nobodyElseGetsTheBlockNotEvenFromMemory() throws Exception {
        assertThat(body("/", null)).doesNotContain("For cafés " + run);
        for (int i = 0; i < 3; i++) {
            var hers = fetched(remembered, "/");
            assertThat(hers.body()).contains("For cafés " + run, "Come <strong>early</strong>").doesNotContain("<script>alert", "javascript:alert").doesNotContain("href=\"/forum\"");
            assertThat(hers.headers().firstValue("Cache-Control")).hasValue("private, no-store");
            var nobodys = fetched(null, "/");
            assertThat(nobodys.body()).doesNotContain("For cafés " + run).contains("href=\"/forum\"");
            assertThat(nobodys.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(nobodys.headers().firstValue("ETag")).isPresent();
        }
        assertThat(body("/?for=" + run + "&group=" + run, null)).doesNotContain("For cafés " + run);
        assertThat(body("/c/c" + run, null)).contains("class=\"cards three \"").doesNotContain("secret" + run);
        assertThat(body("/c/c" + run, remembered)).contains("class=\"cards three as-list\"", "secret" + run);
        assertThat(body("/c/c" + run + "?view=list", null)).contains("class=\"cards three as-list\"");
        assertThat(body("/c/c" + run, null)).contains("class=\"cards three \"");
    }

    @Test
    void aGroupReadsInItsLanguageUntilSheChooses() throws Exception {
        asStaff(() -> arranging.lay(run, ListStyle.LIST, Languages.FRENCH, Map.of(Section.FORUM, false), 1, BY));
        var hers = fetched(remembered, "/");
        assertThat(hers.headers().firstValue("Content-Language")).hasValue("fr-CA");
        assertThat(hers.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("lang-account=fr") && cookie.contains("HttpOnly") && !cookie.contains("Max-Age"));
        assertThat(language(remembered + "; lang=en", "/")).isEqualTo("en-CA");
        assertThat(language(remembered, "/?lang=en")).isEqualTo("en-CA");
        assertThat(language(remembered + "; lang-account=fr", "/help")).as("ahead of the rules of signing in").isEqualTo("fr-CA");
        assertThat(language("lang-account=fr", "/help")).as("after she has signed out").isEqualTo("en-CA");
        assertThat(language(null, "/")).isEqualTo("en-CA");
        assertThat(look(staff(Permissions.CUSTOMERS_PREVIEW), new MockHttpSession(), "").getContentAsString(StandardCharsets.UTF_8)).contains("lang=\"fr-CA\"", "Aux cafés " + run);
    }

    @Test
    void whatSheSaysOfHerLanguageGoesBeforeHerGroup() throws Exception {
        asStaff(() -> arranging.lay(run, ListStyle.LIST, Languages.ENGLISH, Map.of(), 1, BY));
        assertThat(language(remembered, "/")).isEqualTo("en-CA");
        other = member("Perrine Haché");
        profile.change(other.id(), new MyProfile.ProfileForm("Perrine Haché", null, Languages.FRENCH));
        asStaff(() -> groupDesk.join(run, other.number(), BY));
        assertThat(language(remembered, "/")).isEqualTo("fr-CA");
    }

    @Test
    void aSectionThatIsNotOfferedIsNeitherSuggestedNorInTheSiteMap() throws Exception {
        assertThat(body("/sitemap.xml", null)).contains("/forum</loc>", "/help</loc>");
        asStaff(() -> arranging.lay(null, ListStyle.GRID, null, Map.of(Section.FORUM, false), faceOfAll(), BY));
        assertThat(body("/sitemap.xml", null)).doesNotContain("/forum").contains("/help</loc>");
        asStaff(() -> arranging.lay(null, ListStyle.GRID, null, Map.of(), faceOfAll(), BY));
        assertThat(body("/sitemap.xml", null)).contains("/forum</loc>");
    }

    private int faceOfAll() {
        return arranging.faces().stream().filter(face -> face.group() == null).findFirst().orElseThrow().version();
    }

    private void asStaff(Runnable deed) {
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication());
        deed.run();
        SecurityContextHolder.clearContext();
    }

    private String language(String cookie, String path) throws Exception {
        return fetched(cookie, path).headers().firstValue("Content-Language").orElse(null);
    }

    @Test
    void staffSeeTheShopWithHerEyesAndCannotActAsHer() throws Exception {
        var may = staff(Permissions.CUSTOMERS_PREVIEW);
        var session = new MockHttpSession();
        var searches = count("search_log");
        var home = look(may, session, "");
        assertThat(home.getStatus()).isEqualTo(200);
        assertThat(home.getHeader("Content-Security-Policy")).contains("script-src 'none'");
        var html = home.getContentAsString(StandardCharsets.UTF_8);
        assertThat(html).contains("For cafés " + run, "You see the shop as Quillon Petitpas", "Quillon.").doesNotContain("<script", "data-action", "href=\"/cart\"", "href=\"/my\"", "href=\"/forum\"");
        for (var path : List.of("/c/c" + run, "/p/secret" + run, "/p/open" + run, "/search?q=Words", "/search")) {
            var page = look(may, session, path);
            assertThat(page.getStatus()).as(path).isEqualTo(200);
            var parsed = Jsoup.parse(page.getContentAsString(StandardCharsets.UTF_8));
            assertThat(parsed.select("button, input, select, textarea").stream().filter(control -> control.closest("form[role=search]") == null)
                    .filter(control -> !control.hasAttr("disabled"))).as("open controls on " + path).isEmpty();
            assertThat(parsed.select("a[href]").eachAttr("href")).as("ways out of " + path).allMatch(href -> href.startsWith("/console/customers/" + member.number()));
            assertThat(parsed.select("form[action]").eachAttr("action")).allMatch(action -> action.equals("/console/customers/" + member.number() + "/shop/search"));
            assertThat(parsed.select("script")).isEmpty();
        }
        for (var path : List.of("/cart", "/checkout", "/my", "/my/orders", "/my/privacy", "/ask", "/login", "/newsletter", "/forum")) {
            assertThat(look(may, session, path).getStatus()).as(path).isEqualTo(403);
        }
        var straight = look(may, session, "/search?q=open" + run);
        assertThat(straight.getStatus()).as("an article number leads to the product, within the look").isEqualTo(302);
        assertThat(straight.getHeader("Location")).startsWith("/console/customers/" + member.number() + "/shop/p/open" + run);
        assertThat(look(may, session, "/p/none" + run).getStatus()).isEqualTo(404);
        assertThat(java.util.Arrays.stream(PreviewController.class.getDeclaredMethods()).filter(method -> method.getAnnotations().length > 0))
                .as("there is nothing to send to").allMatch(method -> method.isAnnotationPresent(org.springframework.web.bind.annotation.GetMapping.class));
        assertThat(jdbc.queryForObject("select count(*) from cart where owner_key like ?", Long.class, "%" + member.id() + "%")).isZero();
        assertThat(jdbc.queryForObject("select count(*) from sales_order where customer_id = ?", Long.class, Columns.bytes(member.id().value()))).isZero();
        assertThat(count("search_log")).as("nothing was looked for in her name").isEqualTo(searches);
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where action = 'shop.viewed' and customer_id = ?", Long.class,
                Columns.bytes(member.id().value()))).as("one look, however many pages").isEqualTo(1);
    }

    @Test
    void whoMayNotLookSeesNothing() throws Exception {
        for (var nobody : new Authentication[] {staff(Permissions.CUSTOMERS_SEE, Permissions.CUSTOMERS_CHANGE), customer()}) {
            assertThatExceptionOfType(AuthorizationDeniedException.class).isThrownBy(() -> look(nobody, new MockHttpSession(), ""));
        }
        for (var cookie : new String[] {null, remembered}) {
            for (var path : List.of("", "/cart", "/p/secret" + run)) {
                var answer = fetched(cookie, place(path));
                assertThat(answer.statusCode()).as(path).isIn(302, 401, 403);
                assertThat(answer.body()).doesNotContain("For cafés " + run).doesNotContain("Quillon");
                var sent = HttpRequest.newBuilder(URI.create("http://localhost:" + environment.getProperty("local.server.port") + place(path)))
                        .POST(HttpRequest.BodyPublishers.ofString("quantity=1"));
                assertThat(client.send((cookie == null ? sent : sent.header("Cookie", cookie)).build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isIn(302, 401, 403, 405);
            }
        }
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where action = 'shop.viewed' and customer_id = ?", Long.class,
                Columns.bytes(member.id().value()))).isZero();
    }

    private MockHttpServletResponse look(Authentication who, MockHttpSession session, String path) throws Exception {
        var uri = URI.create(place(path));
        var request = new MockHttpServletRequest("GET", uri.getPath());
        request.setServletPath(uri.getPath());
        request.setSession(session);
        request.addHeader("Accept-Language", "en");
        if (uri.getQuery() != null) {
            request.addParameter("q", uri.getQuery().substring(2));
        }
        var response = new MockHttpServletResponse();
        SecurityContextHolder.getContext().setAuthentication(who);
        try {
            controller.show(member.number(), request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
        return response;
    }

    private String place(String path) {
        return "/console/customers/" + member.number() + "/shop" + path;
    }

    private static Authentication staff(String... permissions) {
        return UsernamePasswordAuthenticationToken.authenticated(new Person(new SignedIn(UUID.randomUUID(), null, BY, "Ellen", "ellen@shop.example")), null,
                Stream.concat(Stream.of(Roles.STAFF), Stream.of(permissions)).map(each -> new SimpleGrantedAuthority("ROLE_" + each)).toList());
    }

    private Authentication customer() {
        return UsernamePasswordAuthenticationToken.authenticated(new Person(new SignedIn(UUID.randomUUID(), member.id(), null, "Quillon", member.email())), null,
                List.of(new SimpleGrantedAuthority("ROLE_" + Roles.CUSTOMER)));
    }

    private long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    private void product(String handle, String price) {
        var variant = catalog.save(new ProductForm(handle, "c" + run, List.of(), Localized.of(handle), Localized.of(handle), Localized.of("Words"), null, null, "sand", List.of(),
                "standard", List.of(), List.of(new ProductForm.Variant(handle, Map.of(), null, 100, false)), Map.of(), List.of(), List.of(), null, false,
                Instant.parse("2026-01-01T00:00:00Z"))).values().iterator().next();
        prices.setListPrices(Map.of(variant, Money.of(price, "CAD")));
        inventory.adjustAll(Map.of(variant, 5), "test");
    }

    private CustomerCard member(String name) {
        var email = UUID.randomUUID() + "@preview.example";
        var id = customers.obtain(email, name, null, null, Locale.CANADA, "registration");
        registration.openAccount(id, "four grey gulls", clock.instant());
        var account = jdbc.queryForObject("select id from account where email = ?", byte[].class, email);
        var series = UUID.randomUUID().toString();
        var secret = Secrets.next();
        Instant now = clock.instant();
        jdbc.update("insert into remembered_browser (series, account_id, secret_hash, browser, created_at, last_used_at, expires_at) values (?, ?, ?, '', ?, ?, ?)", series,
                account, Secrets.hash(secret), Columns.utc(now), Columns.utc(now), Columns.utc(now.plus(Duration.ofDays(1))));
        remembered = "remember-me=" + Base64.getEncoder().encodeToString((series + ":" + secret).getBytes(StandardCharsets.UTF_8)).replaceAll("=+$", "");
        return customers.find(id).orElseThrow();
    }

    private String body(String path, String cookie) throws Exception {
        return fetched(cookie, path).body();
    }

    private HttpResponse<String> fetched(String cookie, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + environment.getProperty("local.server.port") + path)).header("Accept", "text/html");
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
