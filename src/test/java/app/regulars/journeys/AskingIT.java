package app.regulars.journeys;

import static app.regulars.testing.Visitor.live;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A question that needs nobody, and a guest who finds hers in her account. */
class AskingIT {

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void anArticleAnswersBeforeTheQuestionIsSentAndAGuestFindsHersInHerAccount() {
        var guest = browser.visitor("Gaëlle", Look.PHONE);
        var page = open(guest, "/ask");
        page.locator("#ask-text").pressSequentially("When does my parcel arrive and how do I track it?");
        var solved = page.locator("[data-action=solved]").first();
        assertThat(solved).isVisible();
        guest.findsPageAccessible();
        solved.click();
        assertThat(page.locator("#ask-text")).hasCount(0);
        guest.findsPageAccessible();

        var email = "guest-" + UUID.randomUUID().toString().substring(0, 8) + "@journey.example";
        open(guest, "/ask");
        page.locator("#ask-text").fill("Do your lids fit cups of another make? Mine measure 88 mm.");
        page.locator("#ask-name").fill("Gaëlle Thibodeau");
        page.locator("#ask-email").fill(email);
        page.locator("form[data-action=ask] button[type=submit]").click();
        assertThat(page.locator(".asked")).containsText(email);
        var number = Pattern.compile("INQ-\\d+").matcher(page.locator(".asked").innerText()).results().findFirst().orElseThrow().group();

        open(guest, "/register");
        page.locator("input[name=name]").fill("Gaëlle Thibodeau");
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill("a lantern on the wharf");
        page.locator("main form button[type=submit], main form button:not([type])").last().click();
        assertThat(page.locator("main")).containsText(email);
        guest.goesTo(new OutboxOf(application, email).linkIn("account.confirm", "/confirm/[^\"]+"));
        page.waitForURL(Pattern.compile(".*/my(/.*)?"));
        assertThat(open(guest, "/my/inquiries").locator("main")).containsText("Do your lids fit cups");
        assertThat(open(guest, "/my/inquiries/" + number).locator("main")).containsText("Mine measure 88 mm.");
    }

    private static Page open(Visitor visitor, String path) {
        var page = visitor.goesTo(path).page();
        live(page);
        return page;
    }
}
