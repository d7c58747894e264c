package app.regulars.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A café pays what was agreed, everywhere; staff agree it, see why, and take it back; nobody else sees it. */
class PricesIT {

    private static final String PASSWORD = "harbourline";
    private static final String LAMPLIGHT = "/p/lamplight?v=C-101-1000-WB";

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void aCafePaysItsOwnPriceAndStaffSeeWhy() {
        var stranger = browser.visitor("Stranger", Look.DESKTOP);
        assertThat(stranger.goesTo(LAMPLIGHT).page().locator(".pricebox .now")).hasText("$48.00", soon());
        assertThat(stranger.page().locator(".price-breaks")).hasCount(0);

        var maren = signedIn("Maren", "maren@quietoar.example", Look.PHONE);
        var page = maren.goesTo(LAMPLIGHT).page();
        assertThat(page.locator(".pricebox .now")).hasText("$42.00", soon());
        assertThat(page.locator(".price-breaks li")).hasCount(2);
        page.locator("details.why-price summary").first().click();
        assertThat(page.locator("details.why-price dl").first()).containsText("Café price");
        maren.findsPageAccessible();
        page.locator("#quantity").fill("6");
        page.locator("#addform button.primary").click();
        assertThat(page.locator("#added")).containsText("6", contains());

        page = maren.goesTo("/cart").page();
        assertThat(page.locator(".cart-lines li").first()).containsText("$39.50", contains());
        page.locator("#code").fill("market 5");
        page.locator(".code-form button").click();
        assertThat(page.locator(".till-list")).containsText("MARKET5", contains());
        page.locator("#code").fill("no-such");
        page.locator(".code-form button").click();
        assertThat(page.locator(".till-list")).containsText("is not known here", contains());
        assertThat(page.locator(".ordersum .totals dd.sum")).hasText("$232.00");
        maren.findsPageAccessible();

        page = maren.goesTo("/checkout").page();
        assertThat(page.locator("#sums")).containsText("−$5.00", contains());
        maren.findsPageAccessible();
        page.locator("#co-terms:not(:checked)").all().forEach(com.microsoft.playwright.Locator::check);
        page.locator(".sticky-buy button").click();
        page.waitForURL("**/checkout/done/**");
        var number = page.url().substring(page.url().lastIndexOf('/') + 1);
        assertThat(maren.goesTo("/my/orders/" + number).page().locator(".totals").first()).containsText("From the farmers’ market", contains());

        var priya = signedIn("Priya", "priya@harbourline.example", Look.DESKTOP);
        var desk = priya.goesTo("/console/orders?status=all&order=" + number).page();
        desk.locator("details.why-tree summary").first().click();
        assertThat(desk.locator(".why-lines").first()).containsText("Farmers’ market", contains());
        desk = priya.goesTo("/console/why-price?sku=C-101-1000-WB&quantity=12").page();
        assertThat(desk.locator(".why-sum").first()).containsText("$48.00", contains());
        for (var path : new String[] {"/console/prices", "/console/promotions", "/console/price-exceptions", "/console/price-terms", "/console/why-price"}) {
            assertThat(priya.goesTo(path).page().locator("h1")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
            priya.findsPageAccessible();
        }
        agrees(priya, number);
        assertThat(maren.goesTo(LAMPLIGHT).page().locator(".pricebox .now")).hasText("$30.00", soon());
        assertThat(maren.page().locator("main")).not().containsText("after the flood");
        assertThat(stranger.goesTo(LAMPLIGHT).page().locator(".pricebox .now")).hasText("$48.00", soon());
        priya.page().locator("button[data-action=end]").first().click();
        assertThat(priya.page().locator("button[data-action=end]")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
        assertThat(maren.goesTo(LAMPLIGHT).page().locator(".pricebox .now")).hasText("$42.00", soon());
    }

    /** An exception needs a reason and an end. */
    private static void agrees(Visitor priya, String order) {
        var desk = priya.goesTo("/console/orders?status=all&order=" + order).page();
        desk.locator(".draw-h h2 a").click();
        desk.locator("a.btn", new Page.LocatorOptions().setHasText("Prices")).click();
        assertThat(desk.locator("#ex-whose")).containsText("The Quiet Oar Café", contains());
        desk.locator("#target").fill("c-101-1000-wb");
        desk.locator("#amount").fill("30");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record it")).click();
        assertThat(desk.locator("#reason-error")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        priya.findsPageAccessible();
        desk.locator("#reason").fill("We promised it after the flood.");
        desk.locator("#until").fill("2199-12-31");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record it")).click();
        assertThat(desk.locator("table")).containsText("after the flood", contains());
    }

    private Visitor signedIn(String name, String email, Look look) {
        var visitor = browser.visitor(name, look);
        var page = visitor.goesTo("/login").page();
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return visitor;
    }

    private static LocatorAssertions.HasTextOptions soon() {
        return new LocatorAssertions.HasTextOptions().setTimeout(15_000);
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);
    }
}
