package app.regulars.journeys;

import static app.regulars.testing.Visitor.live;
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
    private static final String OWN = "a lantern on the wharf";
    private static RunningApplication east;
    private static RunningApplication west;

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(() -> east.url());

    @BeforeAll
    static void start() {
        east = RunningApplication.shared();
        west = RunningApplication.start(east.schema());
    }

    @AfterAll
    static void stop() {
        west.close();
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
        var email = registered();
        var phone = browser.visitor("Pat’s phone", Look.PHONE);
        signIn(phone.page(), east, email, OWN, false);
        open(phone, east, "/my/orders");
        var laptop = browser.visitor("Pat’s laptop", Look.DESKTOP);
        signIn(laptop.page(), west, email, OWN, false);
        open(laptop, west, "/my/security");
        laptop.page().locator("[data-action=end-others]").click();
        phone.page().waitForURL("**/login?ended");
        assertThat(laptop.page().locator(".safe-list li")).hasCount(1);
    }

    @Test
    void aRememberedBrowserIsKnownAtTheOtherNodeAndForgottenWhereItSignsOut() {
        var visitor = browser.visitor("Pat", Look.DESKTOP);
        signIn(visitor.page(), east, registered(), OWN, true);
        open(visitor, west, "/my");
        assertThat(visitor.page()).hasURL(west.url() + "/my");
        visitor.page().locator(".sidenav .leave").click();
        visitor.page().waitForURL(url -> !url.contains("/my"));
        visitor.page().navigate(east.url() + "/my");
        assertThat(visitor.page().url()).contains("/login");
    }

    @Test
    void whoIsLetGoAtOneNodeHasNothingOpenAtTheOther() {
        var email = "nils-" + UUID.randomUUID().toString().substring(0, 8) + "@harbourline.example";
        var priya = browser.visitor("Priya", Look.DESKTOP);
        signIn(priya.page(), east, "priya@harbourline.example", PASSWORD, false);
        var desk = open(priya, east, "/console/staff?open=new");
        desk.locator("#name").fill("Nils Doucette");
        desk.locator("#email").fill(email);
        desk.locator("button:has-text('Create and mail the link')").click();
        assertThat(desk.locator(".side-panel h2")).hasText("Nils Doucette");
        var nils = browser.visitor("Nils", Look.DESKTOP).expectsProblem("40[13]");
        var page = open(nils, west, new OutboxOf(east, email).linkIn("account.invite", "/reset/[^\"]+"));
        page.locator("main #password").fill("nine gulls over the quay");
        page.keyboard().press("Enter");
        page.waitForURL("**/console");
        open(nils, west, "/console/orders");
        desk.locator("details.suspend summary").click();
        desk.locator("#reason").fill("moved to another harbour");
        desk.locator("form[data-action=suspend] button").click();
        assertThat(desk.locator(".side-panel")).containsText("Suspended");
        page.waitForURL("**/login**", new Page.WaitForURLOptions().setTimeout(10_000));
        page.navigate(west.url() + "/console");
        assertThat(page.url()).contains("/login");
    }

    /** Somebody of her own, so that no other journey is signed out with her. */
    private String registered() {
        var email = "pat-" + UUID.randomUUID().toString().substring(0, 8) + "@two-nodes.example";
        var pat = browser.visitor("Pat registers", Look.DESKTOP);
        var page = open(pat, west, "/register");
        page.locator("#name").fill("Pat MacEachern");
        page.locator("main #email").fill(email);
        page.locator("main #password").fill(OWN);
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText(email);
        page.navigate(west.url() + new OutboxOf(east, email).linkIn("account.confirm", "/confirm/[^\"]+"));
        page.waitForURL("**/my");
        return email;
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
}
