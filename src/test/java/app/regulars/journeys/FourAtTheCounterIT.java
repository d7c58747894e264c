package app.regulars.journeys;

import static app.regulars.testing.Visitor.live;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two customers and two of staff at once, and a customer with two tabs: everybody sees their own, and one order stays one. */
class FourAtTheCounterIT {

    private static final String PASSWORD = "harbourline";
    private static final String NOT_HERE = "This page is not here";
    private static final Pattern NUMBER = Pattern.compile("HL-\\d+");

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void everybodySeesTheirOwn() {
        var maren = signedIn("Maren", "maren@quietoar.example");
        var amelie = signedIn("Amélie", "amelie@cormier.example");
        var ellen = signedIn("Ellen", "ellen@harbourline.example");
        var priya = signedIn("Priya", "priya@harbourline.example");
        var marens = ordersOf(maren);
        var amelies = ordersOf(amelie);
        assertThat(marens).isNotEmpty().doesNotContainAnyElementsOf(amelies);
        assertThat(amelies).isNotEmpty();

        for (var path : new String[] {"/my/orders/" + amelies.getFirst(), "/my/orders/" + amelies.getFirst() + "/reorder", "/my/orders/HL-99999999"}) {
            var page = maren.expectsProblem("404|403").goesTo(path).page();
            live(page);
            assertThat(page.locator("main h1")).hasText(NOT_HERE);
            assertThat(page.locator("main")).not().containsText(amelies.getFirst());
        }
        assertThat(maren.page().context().request().get(application.url() + "/console/orders?order=" + amelies.getFirst()).status()).isEqualTo(403);
        assertThat(maren.page().context().request().get(application.url() + "/track/" + amelies.getFirst()).status()).isEqualTo(404);
        for (var staff : List.of(ellen, priya)) {
            for (var number : List.of(marens.getFirst(), amelies.getFirst())) {
                var page = staff.goesTo("/console/orders?order=" + number).page();
                assertThat(page.locator(".draw h2")).containsText(number);
            }
        }

        putsIntoTheCart(maren, "lamplight");
        assertThat(amelie.goesTo("/cart").page().locator("main h2").first()).not().containsText("Lamplight");
        assertThat(amelie.page().locator(".cart-lines")).hasCount(0);
    }

    @Test
    void twoTabsAndADoubleClickAreOneOrder() {
        var visitor = browser.visitor("Visitor", Look.DESKTOP);
        var ellen = signedIn("Ellen", "ellen@harbourline.example");
        ellen.goesTo("/console/orders");
        putsIntoTheCart(visitor, "lamplight");
        var first = filledCheckout(visitor.page());
        var second = filledCheckout(visitor.context().newPage());
        first.locator("#co-terms:not(:checked)").all().forEach(com.microsoft.playwright.Locator::check);
        first.locator("main button[form=co]:visible").first().dblclick();
        first.waitForURL(Pattern.compile(".*/checkout/done/.*"));
        var number = first.url().replaceFirst(".*/", "");
        // in the same second, without anybody asking for it
        assertThat(ellen.page().locator(".og")).containsText(number, new LocatorAssertions.ContainsTextOptions().setTimeout(3_000));

        second.locator("#co-terms:not(:checked)").all().forEach(com.microsoft.playwright.Locator::check);
        second.locator("main button[form=co]:visible").first().click();
        second.waitForURL(Pattern.compile(".*/(checkout/done/.*|cart)"));
        if (second.url().contains("/done/")) {
            assertThat(second.url()).endsWith(number);
        }
        var numbers = new HashSet<String>();
        var found = ellen.goesTo("/console/orders?status=all&q=two-tabs%40journey.example").page();
        assertThat(found.locator(".og tr.r")).hasCount(1);
        NUMBER.matcher(found.locator(".og").textContent()).results().forEach(match -> numbers.add(match.group()));
        assertThat(numbers).containsExactly(number);
    }

    private static Page filledCheckout(Page page) {
        page.navigate("/checkout");
        live(page);
        page.locator("#co-name").fill("Two Tabs");
        page.locator("#co-email").fill("two-tabs@journey.example");
        page.locator("#co-recipient").fill("<b>Two</b> Tabs 🫖");
        page.locator("#co-line1").fill("1 Lighthouse Lane");
        page.locator("#co-city").fill("Summerside");
        page.locator("#co-province").selectOption("PE");
        page.locator("#co-postalCode").fill("c1n 1a7");
        assertThat(page.locator("#ship-van")).isVisible();
        return page;
    }

    private static void putsIntoTheCart(Visitor visitor, String handle) {
        var page = visitor.goesTo("/p/" + handle).page();
        live(page);
        page.locator("#addform button.primary").first().click();
        assertThat(page.locator("header .count")).isVisible();
    }

    private static List<String> ordersOf(Visitor customer) {
        var page = customer.goesTo("/my/orders").page();
        live(page);
        assertThat(page.locator(".order-rows")).isVisible();
        return page.locator(".order-row-head a").allTextContents().stream().map(String::strip).toList();
    }

    private Visitor signedIn(String name, String email) {
        return browser.visitor(name, Look.DESKTOP).signsIn(email, PASSWORD);
    }
}
