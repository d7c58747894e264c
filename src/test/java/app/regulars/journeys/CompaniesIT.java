package app.regulars.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An owner lets somebody in and shows her out again; who is not a member reaches nothing, whatever the browser sends. */
class CompaniesIT {

    private static final String PASSWORD = "harbourline";
    private static final String CAFE = "The Quiet Oar Café";

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void aViewerLooksAndIsShownOut() {
        var mailbox = new OutboxOf(application, "amelie@cormier.example");
        var maren = signedIn("Maren", "maren@quietoar.example");
        var amelie = signedIn("Amélie", "amelie@cormier.example");

        var page = maren.goesTo("/my/company").page();
        assertThat(page.locator("h1")).hasText(CAFE);
        var cafe = page.locator(".acting button").last().getAttribute("data-id");
        maren.findsPageAccessible();

        // a stranger sends the café's id by hand
        var theirs = amelie.goesTo("/my/company").page();
        assertThat(theirs.locator("h1")).hasText("Company");
        send(theirs, "act", cafe);
        assertThat(theirs.locator("vaadin-notification-card").first()).isVisible(soon());
        assertThat(amelie.goesTo("/act?continue=/my/company").page().locator("h1")).hasText("Company");
        assertThat(theirs.locator("main")).not().containsText(CAFE);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite somebody")).click();
        page.locator("#email").fill("amelie@cormier.example");
        page.locator("input[value=viewer]").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the invitation")).click();
        assertThat(page.locator(".members .waits")).containsText("amelie@cormier.example", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));

        var link = mailbox.linkIn("customer.invited", "/join/[^\"]+");
        assertThat(maren.goesTo(link).page().locator("main")).containsText("another address");
        amelie.goesTo(link);
        assertThat(theirs.locator("main h1")).isVisible(soon());
        amelie.findsPageAccessible();
        theirs.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Act for " + CAFE)).click();
        assertThat(theirs.locator("h1")).hasText(CAFE, new LocatorAssertions.HasTextOptions().setTimeout(15_000));
        assertThat(theirs.locator(".members")).containsText("maren@quietoar.example");
        assertThat(theirs.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite somebody"))).hasCount(0);
        assertThat(amelie.goesTo("/my/orders").page().locator(".order-rows li").first()).isVisible(soon());
        var order = theirs.locator(".order-rows a").first().getAttribute("href");

        maren.goesTo("/my/company");
        page.locator(".members li").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("amelie@cormier.example"))
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Remove")).click();
        assertThat(page.locator(".members")).not().containsText("amelie@cormier.example");

        // her session began before: it acts for herself from the next look on
        assertThat(amelie.expectsProblem("404|403").goesTo(order).page().locator("main h1")).hasText("This page is not here");
        assertThat(amelie.goesTo("/my/company").page().locator("main")).not().containsText(CAFE);
    }

    private static void send(Page page, String action, String id) {
        page.evaluate("([action, id]) => [...document.querySelectorAll('*')].filter(e => e.tagName === 'REGULARS-FRAGMENT').forEach(e => e.dispatchEvent("
                + "new CustomEvent('fragment-action', {detail: {action, values: JSON.stringify({id})}})))", java.util.List.of(action, id));
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);
    }

    private Visitor signedIn(String name, String email) {
        var visitor = browser.visitor(name, Look.DESKTOP);
        visitor.goesTo("/login");
        var page = visitor.page();
        page.locator("main input[name=username]").fill(email);
        page.locator("main input[name=password]").fill(PASSWORD);
        page.locator("main input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return visitor;
    }
}
