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
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A day's queue worked with the keyboard only, and what two agents and a customer see of each other meanwhile. */
class DeskByKeyboardIT {

    private static final String PASSWORD = "harbourline";
    private static final byte[] DOT = Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void aDaysQueueWithTheKeyboardOnly() {
        var ellen = signedIn("Ellen", "ellen@harbourline.example");
        var page = ellen.goesTo("/console/inquiries?queue=all-open").page();
        live(page);
        press(page, "?");
        assertThat(page.locator("#inq-keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#inq-keys")).isHidden();

        // the next one, taken, noted, answered with a ready answer
        press(page, "n");
        page.waitForURL(Pattern.compile(".*open=INQ-\\d+.*"));
        var first = opened(page);
        if (page.locator("[data-key='a']").count() > 0) {
            press(page, "a");
            assertThat(page.locator("[data-key='a']")).hasCount(0);
        }
        assertThat(page.locator("#inq-assignee option:checked")).hasText(Pattern.compile("Ellen.*"));
        press(page, "i");
        assertThat(page.locator("#note-text")).isFocused();
        var secret = "secret " + UUID.randomUUID();
        page.keyboard().type(secret);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".msg.note").last()).containsText(secret);
        press(page, "c");
        assertThat(page.locator("#canned")).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#answer-text")).not().isEmpty();
        assertThat(page.locator("#answer-text")).isFocused();
        page.keyboard().press("Control+End");
        page.keyboard().type(" Until soon.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".msg.us").last()).containsText("Until soon.");

        // on to the next: type and priority by their first letters, put away, taken back, settled
        press(page, "n");
        page.waitForFunction("was => !location.href.includes('open=' + was) && location.href.includes('open=INQ-')", first);
        assertThat(page.locator(".talk-h .ln > .xs:first-child")).not().hasText(first); // others of the same customer are offered beside
        press(page, "p");
        assertThat(page.locator("#inq-priority")).isFocused();
        page.keyboard().press("u");
        assertThat(page.locator("#inq-priority option:checked")).hasText("Urgent");
        page.keyboard().press("Escape");
        press(page, "t");
        assertThat(page.locator("#inq-type")).isFocused();
        page.keyboard().press("d");
        assertThat(page.locator(".msgs")).containsText("set the type: Delivery");
        page.keyboard().press("Escape");
        press(page, "s");
        assertThat(page.locator("[data-action='wake']")).isVisible();
        press(page, "z");
        assertThat(page.locator("[data-action='wake']")).hasCount(0);
        press(page, "e");
        assertThat(page.locator("[data-key='o']")).isVisible();
        var second = opened(page);
        press(page, "n");
        page.waitForFunction("was => !location.href.includes('open=' + was)", second);
        ellen.findsPageAccessible();
    }

    @Test
    void twoInquiriesBecomeOneAndTwoAgainWhileAColleagueAndTheCustomerLookOn() {
        var amelie = signedIn("Amélie", "amelie@cormier.example");
        var one = asks(amelie, "My slate mug arrived chipped " + UUID.randomUUID());
        var other = asks(amelie, "And the saucer is missing " + UUID.randomUUID());
        var ellen = signedIn("Ellen", "ellen@harbourline.example");
        var priya = signedIn("Priya", "priya@harbourline.example");
        var ellens = opens(ellen, one);
        var priyas = opens(priya, one);
        assertThat(ellens.locator("#here")).containsText("Priya");

        // whoever is slower is shown what came in between, and nothing typed is lost
        priyas.locator("#answer-text").fill("Keep it, a new one leaves today.");
        ellens.locator("#answer-text").fill("Please send a picture.");
        ellens.locator("#answer-text").press("Control+Enter");
        assertThat(ellens.locator(".msg.us").last()).containsText("Please send a picture.");
        priyas.locator("#answer-text").press("Control+Enter");
        assertThat(priyas.locator("#answer-text-error")).not().isEmpty();
        assertThat(priyas.locator(".msg.us").last()).containsText("Please send a picture.");
        assertThat(priyas.locator("#answer-text")).hasValue("Keep it, a new one leaves today.");

        // a note with a file, which no page, search or address shows to the customer
        var secret = "grumbles-" + UUID.randomUUID();
        ellens.locator("[name=kind][value=note]").check(new Locator.CheckOptions().setForce(true));
        ellens.locator("#note-text").fill(secret);
        ellens.locator("#desk-files").setInputFiles(new FilePayload("seen-before.png", "image/png", DOT));
        assertThat(ellens.locator("#desk-files-list")).containsText("seen-before.png");
        ellens.locator("#note-text").press("Control+Enter");
        var noted = ellens.locator(".msg.note .files-l a").last();
        assertThat(noted).isVisible();
        var address = noted.getAttribute("href");
        var theirs = amelie.page().context().request();
        assertThat(theirs.get(application.url() + address).status()).isEqualTo(404);
        var own = ellen.page().context().request().get(application.url() + address);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.headers().get("content-disposition")).startsWith("attachment");
        assertThat(own.headers().get("x-content-type-options")).isEqualTo("nosniff");

        ellens.locator("#inq-more summary").click();
        ellens.locator("#merge-into").selectOption(other);
        ellens.locator("form[data-action='merge'] button").click();
        assertThat(ellens.locator(".talk")).containsText(other);
        var hers = amelie.goesTo("/my/inquiries/" + one).page();
        live(hers);
        assertThat(hers.locator(".msgs")).containsText("saucer");
        assertThat(hers.locator(".msgs")).containsText("Please send a picture.");
        assertThat(hers.content()).doesNotContain(secret).doesNotContain("seen-before");
        assertThat(theirs.get(application.url() + "/search/suggest?q=" + secret).text()).doesNotContain(secret.substring(0, 20) + "</");
        hers.locator("#my-files").setInputFiles(new FilePayload("mug.png", "image/png", DOT));
        assertThat(hers.locator("#my-files-list")).containsText("mug.png");
        hers.locator("#reply-text").fill("Here it is.");
        hers.locator("#reply-text").press("Control+Enter");
        assertThat(hers.locator(".msg").last()).containsText("mug.png");
        amelie.findsPageAccessible();

        // without a reload the answer stands on the desk, in the one it became part of
        ellens.locator("[data-action='take-out']").first().click();
        assertThat(ellens.locator("[data-action='take-out']")).hasCount(0);
        hers.reload();
        live(hers);
        assertThat(hers.locator(".msgs")).not().containsText("saucer");
        ellen.findsPageAccessible();
    }

    private String asks(Visitor customer, String text) {
        var page = customer.goesTo("/ask").page();
        live(page);
        page.locator("#ask-text").fill(text);
        page.locator(".ask-form button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/my/inquiries/INQ-\\d+"));
        return page.url().replaceFirst(".*/", "");
    }

    private static Page opens(Visitor staff, String number) {
        var page = staff.goesTo("/console/inquiries?queue=all-open&open=" + number).page();
        live(page);
        assertThat(page.locator("#answer-text")).isVisible();
        return page;
    }

    private static String opened(Page page) {
        return page.url().replaceFirst(".*open=(INQ-\\d+).*", "$1");
    }

    /** A key of the desk, pressed where nobody types. */
    private static void press(Page page, String key) {
        page.waitForFunction("() => !document.activeElement?.matches('input:not([type=radio]):not([type=checkbox]), textarea, select')");
        page.keyboard().press(key);
    }

    private Visitor signedIn(String name, String email) {
        return browser.visitor(name, Look.DESKTOP).signsIn(email, PASSWORD);
    }
}
