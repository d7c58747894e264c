package app.regulars.journeys;

import static app.regulars.testing.Visitor.live;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The twelve things that customers do with nobody of the staff there, each from its beginning to its end, each counted as finished in
 * the staff's report; and from every page a person can be asked.
 */
class WithoutStaffIT {

    private static final String AMELIE = "amelie@cormier.example";

    private final RunningApplication application = RunningApplication.shared();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String hers = new OrdersOf(application, AMELIE).lastDelivered();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void registers() {
        var before = finished("register");
        var email = "nobody-there-" + mark + "@journey.example";
        var somebody = browser.visitor("Somebody new", Look.PHONE);
        var page = open(somebody, "/register");
        page.locator("input[name=name]").fill("Nora Without");
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill("a lantern on the wharf");
        press(page, "Create my account");
        assertThat(page.locator("main")).containsText(email);
        somebody.goesTo(new OutboxOf(application, email).linkIn("account.confirm", "/confirm/[^\"]+"));
        page.waitForURL(Pattern.compile(".*/my(/.*)?"));
        isCounted("register", before);
    }

    @Test
    void findsAnArticleByItsMistypedName() {
        var before = finished("find");
        var page = open(browser.visitor("Somebody", Look.PHONE), "/");
        page.locator("header input[type=search]").first().fill("gugi dawn");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/search\\?.*"));
        live(page);
        page.locator("main a[href='/p/guji-dawn']").first().click();
        page.waitForURL(Pattern.compile(".*/p/guji-dawn"));
        isCounted("find", before);
    }

    @Test
    void ordersAndOrdersAgain() {
        var ordered = finished("order");
        var page = open(signedIn(Look.DESKTOP), "/p/guji-dawn");
        page.locator("#addform").getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(Pattern.compile("Add to cart"))).click();
        assertThat(page.getByText(Pattern.compile("In your cart")).first()).isVisible();
        go(page, "/checkout");
        place(page);
        page.waitForURL(Pattern.compile(".*/checkout/done/.*"));
        isCounted("order", ordered);
        var again = finished("reorder");
        go(page, "/my/orders/" + hers + "/reorder");
        place(page);
        page.waitForURL(Pattern.compile(".*/checkout/done/.*"));
        isCounted("reorder", again);
    }

    @Test
    void seesWhereTheParcelIsByNumberAndAddress() {
        var before = finished("track");
        var page = open(browser.visitor("Somebody", Look.PHONE), "/track");
        page.locator("main input[name=number]").fill(hers);
        page.locator("main input[name=email]").fill("somebody@else.example");
        page.locator("main form button").click();
        // the same page for everybody; the code goes to the order's own address alone
        page.locator("#code").fill("000 000");
        page.locator("main form[data-action=code] button").click();
        assertThat(page.locator("#code-error")).not().isEmpty();
        page.locator("button[data-action=again]").click();
        page.locator("main input[name=number]").fill(hers);
        page.locator("main input[name=email]").fill(AMELIE);
        page.locator("main form button").click();
        var code = Pattern.compile(">(\\d{3} \\d{3})<").matcher(new OutboxOf(application, AMELIE).await("order.code"));
        org.assertj.core.api.Assertions.assertThat(code.find()).isTrue();
        page.locator("#code").fill(code.group(1));
        page.locator("main form[data-action=code] button").click();
        page.waitForURL(Pattern.compile(".*/track/.+"));
        assertThat(page.locator("main")).containsText(hers);
        assertThat(page.locator("a[data-person]")).hasAttribute("href", "/ask?from=/track");
        isCounted("track", before);
    }

    @Test
    void announcesAReturn() {
        var before = finished("return");
        var page = open(signedIn(Look.DESKTOP), "/my/orders/" + hers + "/return?line=0&kind=complaint");
        page.locator("#return-quantity").fill("1");
        page.locator("#return-reason").selectOption(new SelectOption().setIndex(1));
        page.locator("#return-words").fill("A crack, " + mark);
        page.locator("label:has(input[name=wish][value=refund])").click();
        page.locator("button[type=submit][form=return-form]").click();
        page.waitForURL(Pattern.compile(".*/my/returns/RT-\\d+"));
        assertThat(page.locator("main")).containsText(mark);
        isCounted("return", before);
    }

    @Test
    void takesACopyOfAnInvoice() {
        var before = finished("invoice");
        var page = open(signedIn(Look.DESKTOP), "/my/orders");
        var orders = EveryPageIT.links(page).stream().filter(link -> link.matches("/my/orders/HL-\\d+")).distinct().toList();
        assertThat(orders).isNotEmpty();
        var copy = orders.stream().map(order -> {
            go(page, order);
            return page.locator("main a[href^='/my/invoices/']");
        }).filter(link -> link.count() > 0).map(link -> link.first().getAttribute("href")).findFirst().orElseThrow(() -> new AssertionError("no invoice in " + orders));
        var answer = page.request().get(copy);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        isCounted("invoice", before);
    }

    @Test
    void changesAnAddress() {
        var before = finished("address");
        var page = open(signedIn(Look.PHONE), "/my/profile");
        page.locator("#add-address").click();
        page.locator("main #line1").fill("7 Quay Street " + mark);
        page.locator("main #city").fill("Souris");
        page.locator("main #province").selectOption("PE");
        page.locator("main #postalCode").fill("c0a 2b0");
        page.locator("form[data-action=save-address] button.solid").click();
        assertThat(page.locator(".addresses")).containsText("7 Quay Street " + mark);
        isCounted("address", before);
    }

    @Test
    void changesWhatIsAllowed() {
        var before = finished("consent");
        var page = open(signedIn(Look.DESKTOP), "/my/privacy");
        var one = page.locator(".permissions input[role=switch]").first();
        var was = one.isChecked();
        one.press("Space");
        assertThat(page.locator("vaadin-notification-card, [role=status]").first()).isVisible();
        go(page, "/my/privacy");
        assertThat(page.locator(".permissions input[role=switch]").first()).isChecked(new com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions().setChecked(!was));
        isCounted("consent", before);
    }

    @Test
    void asksFromAProductAndThePageComesAlong() {
        var before = finished("ask");
        var page = open(browser.visitor("Somebody", Look.PHONE), "/p/guji-dawn");
        page.locator("a[data-person]").click();
        page.waitForURL(Pattern.compile(".*/ask\\?from=/p/guji-dawn"));
        live(page);
        assertThat(page.locator(".about")).containsText("Guji Dawn");
        page.locator("#ask-text").fill(mark + " Is it roasted on Mondays?");
        page.locator("#ask-name").fill("Nora");
        page.locator("#ask-email").fill("nora-" + mark + "@journey.example");
        press(page, "Send");
        assertThat(page.locator(".asked")).isVisible();
        assertThat(one("select asked_from from inquiry where product_handle = 'guji-dawn' and subject like ?", "%" + mark + "%")).isEqualTo("/p/guji-dawn");
        isCounted("ask", before);
    }

    @Test
    void followsHerOwnQuestion() {
        var before = finished("follow");
        var page = open(signedIn(Look.PHONE), "/checkout");
        go(page, "/ask?from=/my/orders/" + hers + "/return");
        assertThat(page.locator(".about")).containsText(hers);
        page.locator("#ask-text").fill(mark + " Which box shall I take?");
        press(page, "Send");
        page.waitForURL(Pattern.compile(".*/my/inquiries/INQ-.*"));
        go(page, "/my/inquiries");
        page.locator("main .inq-list a", new Page.LocatorOptions().setHasText(mark)).first().click();
        page.waitForURL(Pattern.compile(".*/my/inquiries/INQ-.*"));
        live(page);
        page.locator("#reply-text").fill("A small one, I think.");
        page.locator("form[data-action=reply] button[type=submit]").click();
        assertThat(page.locator("#conversation")).containsText("A small one");
        isCounted("follow", before);
        assertThat(one("select order_number from inquiry where subject like ?", "%" + mark + "%")).isEqualTo(hers);
    }

    @Test
    void writesInTheForum() {
        var before = finished("forum");
        var page = open(signedIn(Look.DESKTOP), "/forum/new");
        page.locator("#new-title").fill("Which scale for small doses? " + mark);
        page.locator("#new-text").fill("Mine jumps by half a gram.");
        page.locator("#new-category").selectOption(new SelectOption().setIndex(1));
        page.locator("button[value=send]").click();
        page.waitForURL(Pattern.compile(".*/forum/t/.*"));
        assertThat(page.locator("main")).containsText("Mine jumps by half a gram.");
        isCounted("forum", before);
    }

    static List<Look> looks() {
        return List.of(Look.DESKTOP.in("fr-CA"), Look.PHONE.dark());
    }

    /** Every customer's page has a visible way to a person that says where she comes from, and no secret with it. */
    @ParameterizedTest
    @MethodSource("looks")
    void fromEveryPageAPersonCanBeAsked(Look look) {
        var problems = new ArrayList<String>();
        var links = new LinkedHashSet<String>();
        var visitor = browser.visitor("Somebody", look);
        var amelie = signedIn(look);
        visitor.expectsProblem("40[34]");
        amelie.expectsProblem("40[34]");
        var routes = EveryPageIT.routes().stream().filter(route -> !route.startsWith("console") && !List.of("ask", "second-step").contains(route)).toList();
        assertThat(routes).hasSizeGreaterThan(35);
        for (var route : routes) {
            var path = EveryPageIT.address(route, links);
            if (path == null) {
                problems.add("no page links to " + route);
                continue;
            }
            var page = open(route.startsWith("my") ? amelie : visitor, path);
            page.waitForFunction("() => !!document.querySelector('#outlet main h1')");
            links.addAll(EveryPageIT.links(page));
            var way = page.locator("a[data-person]");
            if (way.count() != 1 || !way.isVisible()) {
                problems.add(path + " has no way to a person");
                continue;
            }
            var from = URLDecoder.decode(way.getAttribute("href"), StandardCharsets.UTF_8).replaceFirst("^/ask(\\?from=)?", "");
            var here = Pattern.compile("https?://[^/]+(/[^?#]*).*").matcher(page.url()).replaceFirst("$1");
            if (!("/".equals(here) ? from.isEmpty() : here.startsWith(from) && !from.isEmpty()) || from.contains("nonsense") && !path.startsWith("/my/")) {
                problems.add(path + " says it comes from " + from);
            }
        }
        assertThat(problems).isEmpty();
    }

    private Visitor signedIn(Look look) {
        return browser.visitor("Amélie", look).signsIn(AMELIE, "harbourline");
    }

    private void isCounted(String flow, long before) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(finished(flow)).as(flow + " is counted as finished").isGreaterThan(before));
    }

    private long finished(String flow) {
        return Long.parseLong(one("select coalesce(sum(walks), 0) from self_service_count where finished = true and flow = ?", flow));
    }

    private String one(String sql, String value) {
        var schema = application.schema();
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password()); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            var row = statement.executeQuery();
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Page open(Visitor visitor, String path) {
        var page = visitor.goesTo(path).page();
        live(page);
        return page;
    }

    private static void go(Page page, String path) {
        page.navigate(path);
        live(page);
    }

    private static void press(Page page, String label) {
        page.locator("main").getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(Pattern.compile(label))).first().click();
    }

    private static void place(Page page) {
        page.locator("#co-terms:not(:checked)").all().forEach(com.microsoft.playwright.Locator::check);
        page.locator("main button:visible", new Page.LocatorOptions().setHasText("Place order")).first().click();
    }
}
