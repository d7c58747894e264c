package app.regulars.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A café whose buyer may not order everything alone: she asks, the owner decides, the staff see both. */
class CafeWithApprovalIT {

    /** Others of the same shop may have left something in her cart. */
    private static void empties(Visitor visitor) {
        var lines = visitor.opens("/cart").page().locator(".cart-lines [data-action=remove]");
        for (var left = lines.count(); left > 0; left--) {
            lines.first().click();
            assertThat(lines).hasCount(left - 1);
        }
    }

    private static final String PASSWORD = "harbourline";
    private static final String CAFE = "The Quiet Oar Café";
    private static final String BUYER = "amelie@cormier.example";

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void aBuyerAsksAndTheOwnerSaysYesOnce() {
        var buyers = new OutboxOf(application, BUYER);
        var owners = new OutboxOf(application, "maren@quietoar.example");
        var maren = signedIn("Maren", "maren@quietoar.example", Look.DESKTOP);
        var amelie = signedIn("Amélie", BUYER, Look.PHONE);
        letsIn(maren, amelie, buyers);

        var owner = maren.goesTo("/my/approvals/limits").page();
        owner.locator("input[name=perOrder]").first().fill("a lot");
        owner.locator(".limit-rows button").first().click();
        assertThat(owner.locator("#perOrder--error")).containsText("250.00", contains());
        owner.locator("input[name=perOrder]").first().fill("70");
        owner.locator(".limit-rows button").first().click();
        assertThat(owner.getByText("The limit holds").first()).isVisible(soon());
        maren.findsPageAccessible();

        empties(amelie);
        var page = amelie.goesTo("/p/guji-dawn").page();
        page.waitForFunction("() => !document.getElementById('static-page') && !!document.querySelector('#outlet main')");
        page.locator("label", new Page.LocatorOptions().setHasText("1 kg")).first().click();
        page.locator("#addform").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Add to cart"))).click();
        assertThat(page.getByText(Pattern.compile("In your cart")).first()).isVisible(soon());
        amelie.goesTo("/cart");
        page.locator(".cart-lines input.num").first().fill("3");
        page.locator(".cart-lines input.num").first().press("Enter");
        assertThat(page.locator(".ordersum .totals").first()).containsText("$145.80", contains());
        amelie.goesTo("/checkout");
        assertThat(page.locator("#co-line1")).not().hasValue("", new LocatorAssertions.HasValueOptions().setTimeout(15_000));
        page.locator(".co-wishes summary").click();
        page.locator("#co-instructions").fill("The kitchen door");
        page.locator("#co-terms:not(:checked)").all().forEach(Locator::check);
        amelie.findsPageAccessible();
        page.locator(".sticky-buy button").click();
        page.waitForURL(Pattern.compile(".*/my/approvals/[0-9a-f-]{36}"));
        assertThat(page.locator("main")).containsText("Nothing is ordered yet", contains());
        assertThat(page.locator("header")).not().containsText("$145.80", contains());
        amelie.findsPageAccessible();
        amelie.picture("asked");

        var link = owners.linkIn("approving.asked", "/my/approvals/[^\"]+");
        maren.goesTo(link);
        assertThat(owner.locator("main h1")).containsText("Amélie", contains());
        maren.findsPageAccessible();
        maren.picture("to decide");
        owner.locator(".approval-no summary").click();
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Decline with this reason")).click();
        assertThat(owner.locator("#reason-error")).containsText("why", contains());
        owner.locator("input[name^=q-]").first().fill("2");
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change the quantities")).click();
        assertThat(owner.locator("main")).containsText("The quantities are changed", contains());
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve and order")).dblclick();
        assertThat(owner.locator("main #said")).containsText(Pattern.compile("HL-\\d+"), contains());
        var number = Pattern.compile("HL-\\d+").matcher(owner.locator("main").innerText());
        assertThat(number.find()).isTrue();
        maren.findsPageAccessible();

        // it came by itself
        assertThat(page.locator("main")).containsText("Ordered as " + number.group(), contains());
        assertThat(buyers.await("approving.approved")).contains("approved");
        assertThat(buyers.await("order.confirmed")).contains(number.group());
        assertThat(amelie.goesTo("/my/orders/" + number.group()).page().locator("main")).containsText("The kitchen door", contains());

        var ellen = signedIn("Ellen", "ellen@harbourline.example", Look.DESKTOP);
        var desk = ellen.goesTo("/console/approvals?show=decided").page();
        assertThat(desk.locator("main table")).containsText(number.group(), contains());
        ellen.findsPageAccessible();
        showsOut(maren);
        assertThat(amelie.expectsProblem("404|403").goesTo(link).page().locator("main")).not().containsText("Guji Dawn");
    }

    private static void letsIn(Visitor maren, Visitor amelie, OutboxOf mailbox) {
        var page = maren.goesTo("/my/company").page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite somebody")).click();
        page.locator("#email").fill(BUYER);
        page.locator("input[value=buyer]").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the invitation")).click();
        assertThat(page.locator(".members .waits")).containsText(BUYER, contains());
        amelie.goesTo(mailbox.linkIn("customer.invited", "/join/[^\"]+"));
        amelie.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Act for " + CAFE)).click();
        assertThat(amelie.page().locator("h1")).hasText(CAFE, new LocatorAssertions.HasTextOptions().setTimeout(15_000));
    }

    private static void showsOut(Visitor maren) {
        var page = maren.goesTo("/my/approvals/limits").page();
        page.locator("input[name=perOrder]").first().fill("");
        page.locator(".limit-rows button").first().click();
        assertThat(page.getByText("The limit holds").first()).isVisible(soon());
        maren.goesTo("/my/company");
        page.locator(".members li").filter(new Locator.FilterOptions().setHasText(BUYER)).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove")).click();
        assertThat(page.locator(".members")).not().containsText(BUYER);
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);
    }

    private Visitor signedIn(String name, String email, Look look) {
        var visitor = browser.visitor(name, look);
        visitor.goesTo("/login");
        var page = visitor.page();
        page.locator("main input[name=username]").fill(email);
        page.locator("main input[name=password]").fill(PASSWORD);
        page.locator("main input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return visitor;
    }
}
