package app.regulars.journeys;

import static app.regulars.testing.Visitor.live;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Getting in, staying in and getting out, as people do it: by keyboard, by mail, by passkey. */
class SigningInIT {

    private static final String PASSWORD = "a lantern on the wharf";

    private final RunningApplication application = RunningApplication.shared();
    private final String email = "pat-" + UUID.randomUUID().toString().substring(0, 8) + "@journey.example";
    private final OutboxOf mailbox = new OutboxOf(application, email);

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    /** F003: no staff action, and no hand on the mouse. */
    @Test
    void registersSignsInForgetsThePasswordAndClosesTheAccountByKeyboardOnly() {
        var pat = browser.visitor("Pat", Look.DESKTOP);
        var page = registers(pat);
        keysTo(page, page.locator(".sidenav .leave")).press("Enter");
        page.waitForURL(url -> !url.contains("/my"));

        pat.opens("/login").findsPageAccessible();
        keysTo(page, page.locator("#username")).pressSequentially(email);
        keysTo(page, page.locator("#password")).pressSequentially(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/my");
        live(page);
        keysTo(page, page.locator(".sidenav .leave")).press("Enter");
        page.waitForURL(url -> !url.contains("/my"));

        pat.opens("/login");
        keysTo(page, page.locator("a[href='/forgot']").first()).press("Enter");
        page.waitForURL("**/forgot");
        keysTo(page, page.locator("main #email")).pressSequentially(email);
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText(email);
        pat.opens(mailbox.linkIn("account.reset", "/reset/[^\"]+")).findsPageAccessible();
        keysTo(page, page.locator("main #password")).pressSequentially("qwertyuiop123");
        page.keyboard().press("Enter");
        assertThat(page.locator("main #password")).hasAttribute("aria-invalid", "true");
        page.locator("main #password").press("Control+a");
        page.locator("main #password").pressSequentially("a kettle on the quay");
        page.keyboard().press("Enter");
        page.waitForURL("**/my");

        pat.opens("/my/security").findsPageAccessible();
        keysTo(page, page.locator("[data-action=open][data-what=close]")).press("Enter");
        keysTo(page, page.locator("[data-action=close-account]"));
        pat.findsPageAccessible();
        page.keyboard().press("Enter");
        page.waitForURL("**/login?closed");
        live(page);
        pat.findsPageAccessible();
        assertThat(page.locator("main")).containsText("closed");
        page.locator("#username").fill(email);
        page.locator("#password").fill("a kettle on the quay");
        page.locator("#password").press("Enter");
        page.waitForURL("**/login?wrong");
    }

    @Test
    void signsInByAPasskeyThatWasAddedAfterAFreshProof() {
        var pat = browser.visitor("Pat", Look.DESKTOP);
        var page = registers(pat);
        PasskeyDevice.isHeldBy(pat);

        pat.opens("/my/security?do=passkey");
        page.locator("#label").fill("Kitchen laptop");
        page.keyboard().press("Enter");
        assertThat(page.locator(".safe-list input")).hasValue("Kitchen laptop");
        pat.findsPageAccessible();
        pat.picture("my-security");
        mailbox.await("account.passkey");

        pat.context().clearCookies();
        pat.opens("/login?continue=/my/security");
        if (page.url().contains("/login")) {
            // the list under the address may have answered by itself already
            page.waitForTimeout(1500);
            if (page.url().contains("/login")) {
                page.locator("#passkey").click();
            }
        }
        page.waitForURL("**/my/security");
        live(page);
        assertThat(page.locator("main")).containsText(email);
        page.locator("[data-action=remove]").click();
        assertThat(page.locator("[data-action=remove]")).hasCount(0);
    }

    @Test
    void signsInByMailAndIsSignedOutFromElsewhereWhileThePageIsOpen() {
        var phone = browser.visitor("Pat’s phone", Look.PHONE);
        registers(phone);
        var laptop = browser.visitor("Pat’s laptop", Look.DESKTOP);
        var page = laptop.opens("/login").page();
        page.locator("a[href='/sign-in']").click();
        page.locator("main #email").fill(email);
        page.keyboard().press("Enter");
        laptop.findsPageAccessible();
        laptop.opens(mailbox.linkIn("account.sign-in", "/sign-in/[^\"]+")).findsPageAccessible();
        assertThat(page.locator("main")).containsText(email);
        page.locator("[data-action=use]").click();
        page.waitForURL("**/my");
        laptop.opens("/my/security");
        assertThat(page.locator(".safe-list li")).hasCount(2);
        laptop.picture("my-security-places");

        // the phone shows a page and asks for nothing: it is told, and has nothing any more
        phone.opens("/my/orders");
        page.locator("[data-action=end-others]").click();
        phone.page().waitForURL("**/login?ended");
        assertThat(page.locator(".safe-list li")).hasCount(1);
        assertThat(phone.goesTo("/my").page().url()).contains("/login");
    }

    @Test
    void movesToANewAddressWithBothMailboxesAndTakesTheOldOneBack() {
        var pat = browser.visitor("Pat", Look.PHONE.in("fr-CA"));
        var page = registers(pat);
        var next = "new-" + email;
        var nextMailbox = new OutboxOf(application, next);
        pat.opens("/my/security?do=email");
        page.locator("main #email").fill(email);
        page.keyboard().press("Enter");
        assertThat(page.locator("main #email")).hasAttribute("aria-invalid", "true");
        page.locator("main #email").fill(next);
        page.keyboard().press("Enter");
        assertThat(page.locator(".safe-waiting")).containsText(next);
        pat.findsPageAccessible();

        pat.opens(nextMailbox.linkIn("account.email-new", "/email/[^\"]+")).findsPageAccessible();
        page.locator("[data-action=follow]").click();
        assertThat(page.locator("[data-action=follow]")).hasCount(0);
        var owner = browser.visitor("Pat’s old mailbox", Look.DESKTOP);
        owner.opens(mailbox.linkIn("account.email-old", "/email/[^\"]+")).findsPageAccessible();
        owner.page().locator("[data-action=follow]").click();
        assertThat(owner.page().locator("main")).containsText("Your address is changed");
        // everywhere, without a click: sessions speak of the address that was left
        page.waitForURL("**/login?moved");

        pat.opens("/login");
        page.locator("#username").fill(next);
        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/my");
        owner.opens(mailbox.linkIn("account.email-changed", "/email/[^\"]+")).findsPageAccessible();
        owner.page().locator("[data-action=follow]").click();
        owner.page().waitForURL("**/reset/**");
        live(owner.page());
        owner.page().locator("main #password").fill("a kettle on the quay");
        owner.page().keyboard().press("Enter");
        owner.page().waitForURL("**/my");
        live(owner.page());
        assertThat(owner.opens("/my/security").page().locator(".safe-email")).containsText(email);
    }

    @Test
    void asksForAProofAgainWhereABrowserIsOnlyRemembered() {
        var pat = browser.visitor("Pat", Look.DESKTOP);
        var page = registers(pat);
        pat.context().clearCookies();
        pat.opens("/login");
        page.locator("#username").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("input[name=remember-me]").check();
        page.keyboard().press("Enter");
        page.waitForURL("**/my");
        var kept = pat.context().cookies().stream().filter(cookie -> cookie.name.equals("remember-me")).findFirst().orElseThrow();
        pat.context().clearCookies();
        pat.context().addCookies(java.util.List.of(kept));

        pat.opens("/my/security");
        page.locator("[data-action=open][data-what=password]").click();
        page.waitForURL("**/prove?**");
        live(page);
        pat.findsPageAccessible();
        page.locator("main #password").fill("not the password");
        page.keyboard().press("Enter");
        assertThat(page.locator("main #password")).hasAttribute("aria-invalid", "true");
        page.locator("main #password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/my/security?do=password");
        live(page);
        pat.findsPageAccessible();
        page.locator("main #password").fill("a kettle on the quay");
        page.keyboard().press("Enter");
        assertThat(page.locator(".safe-form")).hasCount(0);
    }

    private Page registers(Visitor pat) {
        var page = pat.opens("/register").page();
        keysTo(page, page.locator("main #name")).pressSequentially("Pat Keys");
        keysTo(page, page.locator("main #email")).pressSequentially(email);
        keysTo(page, page.locator("main #password")).pressSequentially(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText(email);
        pat.goesTo(mailbox.linkIn("account.confirm", "/confirm/[^\"]+"));
        page.waitForURL("**/my");
        live(page);
        return page;
    }

    /** Goes there by the keyboard alone. */
    private static Locator keysTo(Page page, Locator place) {
        place.waitFor();
        for (int i = 0; i < 120; i++) {
            if (Boolean.TRUE.equals(place.evaluate("element => element === document.activeElement"))) {
                return place;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by the keyboard: " + place);
    }
}
