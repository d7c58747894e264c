package app.regulars.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one database: what is said at one holds at the other. */
class TwoNodesIT {

    private static final String PASSWORD = "harbourline";
    private static RunningApplication east;
    private static RunningApplication west;

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(() -> east.url());

    @BeforeAll
    static void start() {
        east = RunningApplication.start();
        west = RunningApplication.start(east.schema());
    }

    @AfterAll
    static void stop() {
        west.close();
        east.close();
    }

    @Test
    void triesAtAPasswordCountTogether() {
        var email = "guessed-" + UUID.randomUUID() + "@nowhere.example";
        var page = browser.visitor("Guesser", Look.DESKTOP).page();
        for (int i = 0; i < 5; i++) {
            signIn(page, i % 2 == 0 ? east : west, email, "not the password", false);
            assertThat(page.url()).as("try " + i).contains("/login?wrong");
        }
        for (var node : new RunningApplication[] {west, east}) {
            signIn(page, node, email, "not the password", false);
            assertThat(page.url()).contains("/login?wait=");
        }
    }

    @Test
    void whoeverSignsOutEverywhereIsSignedOutAtTheOtherNodeAsWell() {
        var phone = browser.visitor("Maren’s phone", Look.PHONE);
        signIn(phone.page(), east, "maren@quietoar.example", PASSWORD, false);
        open(phone, east, "/my/orders");
        var laptop = browser.visitor("Maren’s laptop", Look.DESKTOP);
        signIn(laptop.page(), west, "maren@quietoar.example", PASSWORD, false);
        open(laptop, west, "/my/security");
        assertThat(laptop.page().locator(".safe-list li")).hasCount(2);
        laptop.page().locator("[data-action=end-others]").click();
        phone.page().waitForURL("**/login?ended");
        assertThat(laptop.page().locator(".safe-list li")).hasCount(1);
    }

    @Test
    void aRememberedBrowserIsKnownAtTheOtherNodeAndForgottenWhereItSignsOut() {
        var visitor = browser.visitor("Amélie", Look.DESKTOP);
        signIn(visitor.page(), east, "amelie@cormier.example", PASSWORD, true);
        open(visitor, west, "/my");
        assertThat(visitor.page()).hasURL(west.url() + "/my");
        visitor.page().locator(".sidenav .leave").click();
        visitor.page().waitForURL(url -> !url.contains("/my"));
        visitor.page().navigate(east.url() + "/my");
        assertThat(visitor.page().url()).contains("/login");
    }

    @Test
    void whoIsLetGoAtOneNodeHasNothingOpenAtTheOther() {
        var ellen = browser.visitor("Ellen", Look.DESKTOP).expectsProblem("40[13]");
        signIn(ellen.page(), west, "ellen@harbourline.example", PASSWORD, false);
        open(ellen, west, "/console/orders");
        var priya = browser.visitor("Priya", Look.DESKTOP);
        signIn(priya.page(), east, "priya@harbourline.example", PASSWORD, false);
        var desk = open(priya, east, "/console/staff");
        desk.locator("a.whole:has-text('Ellen')").first().click();
        desk.locator("details.suspend summary").click();
        desk.locator("#reason").fill("moved to another harbour");
        desk.locator("form[data-action=suspend] button").click();
        assertThat(desk.locator(".side-panel")).containsText("Suspended");
        ellen.page().waitForURL("**/login**", new Page.WaitForURLOptions().setTimeout(10_000));
        ellen.page().navigate(west.url() + "/console");
        assertThat(ellen.page().url()).contains("/login");
    }

    private static void signIn(Page page, RunningApplication node, String email, String password, boolean remember) {
        page.navigate(node.url() + "/login");
        live(page);
        page.locator("#username").fill(email);
        page.locator("#password").fill(password);
        if (remember) {
            page.locator("input[name=remember-me]").check();
        }
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private static Page open(Visitor visitor, RunningApplication node, String path) {
        visitor.page().navigate(node.url() + path);
        live(visitor.page());
        return visitor.page();
    }

    private static void live(Page page) {
        page.waitForFunction("() => !document.getElementById('static-page') && !!document.querySelector('#outlet main')");
    }
}
