package app.regulars.journeys;

import static app.regulars.testing.Visitor.live;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.staff.Authenticator;
import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the invitation to the last day: a member of staff, her second step, her roles, and what is left when she goes. */
class StaffLifeIT {

    private static final String PASSWORD = "nine gulls over the quay";

    private final RunningApplication application = RunningApplication.shared();
    private final String email = "nadia-" + UUID.randomUUID().toString().substring(0, 8) + "@harbourline.example";
    private final OutboxOf mailbox = new OutboxOf(application, email);

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void isTakenOnSecuredGivenAnotherRoleAndLetGoWhileHerPagesAreOpen() {
        var priya = browser.visitor("Priya", Look.DESKTOP);
        signIn(priya, "priya@harbourline.example", "harbourline");
        var desk = open(priya, "/console/staff?open=new");
        desk.locator("#name").fill("Nadia Arsenault");
        desk.locator("#email").fill(email);
        desk.locator("button:has-text('Create and mail the link')").click();
        assertThat(desk.locator(".side-panel h2")).hasText("Nadia Arsenault");
        priya.findsPageAccessible().picture("staff-panel");

        var nadia = browser.visitor("Nadia", Look.DESKTOP).expectsProblem("40[13]");
        var page = open(nadia, mailbox.linkIn("account.invite", "/reset/[^\"]+"));
        page.locator("main #password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/console");
        open(nadia, "/console/staff");
        assertThat(page.locator("#outlet main")).containsText("not for you");

        open(nadia, "/console/me");
        page.locator("[data-action=set-up]").click();
        var phone = new Authenticator(page.locator(".secret").innerText());
        nadia.findsPageAccessible().picture("second-step-set-up");
        page.locator("#code").fill(phone.code());
        page.keyboard().press("Enter");
        assertThat(page.locator(".codes li")).hasCount(10);
        var recovery = page.locator(".codes code").first().innerText();
        nadia.findsPageAccessible();

        // whoever has the password has nothing yet
        var thief = browser.visitor("Thief", Look.PHONE).expectsProblem("40[13]");
        signIn(thief, email, PASSWORD);
        var stolen = thief.page();
        stolen.waitForURL("**/second-step**");
        live(stolen);
        thief.findsPageAccessible().picture("second-step");
        for (var address : new String[] {"/console", "/console/customers", "/console/staff", "/my", "/console/audit.csv"}) {
            var answer = thief.context().request().get(application.url() + address, RequestOptions.create().setMaxRedirects(0));
            assertThat(answer.status()).as(address).isIn(302, 303, 403);
            assertThat(answer.headers().getOrDefault("location", "/second-step")).as(address).contains("/second-step");
        }
        stolen.locator("#code").fill("000000");
        stolen.keyboard().press("Enter");
        assertThat(stolen.locator("#code")).hasAttribute("aria-invalid", "true");
        stolen.locator("#code").fill(phone.again());
        stolen.keyboard().press("Enter");
        assertThat(stolen.locator("#code-error")).containsText("used already");
        stolen.locator("[data-action=other]").click();
        stolen.locator("#code[inputmode=text]").fill(recovery);
        stolen.keyboard().press("Enter");
        stolen.waitForURL("**/console");

        // another role counts on the page that is open
        open(nadia, "/console");
        assertThat(page.locator(".rail a[href$='console/inquiries']")).hasCount(1);
        open(priya, "/console/staff");
        desk.locator("a.whole:has-text('Nadia Arsenault')").first().click();
        desk.locator("input[name=roles][value=agent]").uncheck();
        desk.locator("input[name=roles][value=warehouse]").check();
        desk.locator("form[data-action=assign] button").click();
        assertThat(page.locator(".rail a[href$='console/inquiries']")).hasCount(0);
        assertThat(page.locator(".rail a[href$='console/orders']")).hasCount(1);
        open(nadia, "/console/inquiries");
        assertThat(page.locator("#outlet main")).containsText("not for you");

        // and letting go ends what is open, at once
        desk.locator("details.suspend summary").click();
        desk.locator("#reason").fill("left for the sea");
        desk.locator("form[data-action=suspend] button").click();
        assertThat(desk.locator(".side-panel")).containsText("Suspended");
        page.waitForURL("**/login**", new Page.WaitForURLOptions().setTimeout(10_000));
        stolen.waitForURL("**/login**", new Page.WaitForURLOptions().setTimeout(10_000));
        open(nadia, "/console");
        assertThat(page).hasURL(Pattern.compile(".*/login.*"));
        var later = browser.visitor("Nadia, later", Look.PHONE);
        signIn(later, email, PASSWORD);
        assertThat(later.page()).hasURL(Pattern.compile(".*/login\\?wrong.*"));

        open(priya, "/console/audit?q=left%20for%20the%20sea");
        assertThat(desk.locator(".audit-rows tbody tr")).hasCount(1);
        assertThat(desk.locator(".audit-rows")).containsText("left for the sea");
        priya.findsPageAccessible().picture("history");
        desk.locator("[data-action=check]").click();
        assertThat(desk.locator(".audit-check .ok")).isVisible();
        var file = priya.context().request().get(application.url() + "/console/audit.csv?q=sea");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).contains("left for the sea");
    }

    @Test
    void signsInByAPasskeyThatCountsForTwoStepsUntilItIsRemoved() {
        var priya = browser.visitor("Priya", Look.DESKTOP);
        signIn(priya, "priya@harbourline.example", "harbourline");
        var desk = open(priya, "/console/staff?open=new");
        desk.locator("#name").fill("Odile Vautour");
        desk.locator("#email").fill(email);
        desk.locator("button:has-text('Create and mail the link')").click();
        var odile = browser.visitor("Odile", Look.PHONE);
        var page = open(odile, mailbox.linkIn("account.invite", "/reset/[^\"]+"));
        page.locator("main #password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/console");
        open(odile, "/console/me");
        page.locator("[data-action=set-up]").click();
        page.locator("#code").fill(new Authenticator(page.locator(".secret").innerText()).code());
        page.keyboard().press("Enter");
        assertThat(page.locator(".codes li")).hasCount(10);

        PasskeyDevice.isHeldBy(odile);
        open(odile, "/console/security?do=passkey");
        page.locator("#label").fill("Desk key");
        page.keyboard().press("Enter");
        assertThat(page.locator(".safe-list input")).hasValue("Desk key");
        odile.findsPageAccessible().picture("staff-security");

        odile.context().clearCookies();
        open(odile, "/login?continue=/console/security");
        if (page.url().contains("/login")) {
            // the list under the address may have answered by itself already
            page.waitForTimeout(1500);
            if (page.url().contains("/login")) {
                page.locator("#passkey").click();
            }
        }
        page.waitForURL("**/console/security");
        live(page);
        page.locator("[data-action=remove]").click();
        assertThat(page.locator("[data-action=remove]")).hasCount(0);

        odile.context().clearCookies();
        signIn(odile, email, PASSWORD);
        page.waitForURL("**/second-step**");
        open(priya, "/console/audit?q=odile");
        priya.findsPageAccessible();
    }

    private static void signIn(Visitor visitor, String email, String password) {
        var page = open(visitor, "/login");
        page.locator("#username").fill(email);
        page.locator("#password").fill(password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.endsWith("/login"));
    }

    private static Page open(Visitor visitor, String path) {
        visitor.goesTo(path);
        live(visitor.page());
        return visitor.page();
    }
}
