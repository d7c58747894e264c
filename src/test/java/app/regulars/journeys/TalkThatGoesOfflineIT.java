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
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A live talk whose connection breaks in the middle: no line is lost or there twice, and all of it is an inquiry afterwards. */
class TalkThatGoesOfflineIT {

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void noLineIsLostOrTwiceAndSheFindsItAmongHerInquiries() {
        var priya = browser.visitor("Priya", Look.DESKTOP).signsIn("priya@harbourline.example", "harbourline");
        OpenAllDay.from(priya);
        var desk = priya.opens("/console/talks").page();
        desk.locator("#talk-here[aria-pressed=true]").click(); // the demonstration begins with her here
        desk.locator("#talk-here[aria-pressed=false]").click();
        assertThat(desk.locator("#talk-here[aria-pressed=true]")).isVisible();
        // what a browser without a connection writes into its console
        var amelie = browser.visitor("Amélie", Look.PHONE).expectsProblem("ERR_INTERNET_DISCONNECTED|ERR_NETWORK|Failed to load resource").signsIn("amelie@cormier.example", "harbourline");
        var hers = amelie.opens("/ask").page();
        hers.locator("a[href='/talk']").click();
        hers.waitForURL("**/talk");
        amelie.findsPageAccessible();
        hers.locator("#talk-text").fill("My kettle leaks at the lid.");
        hers.locator("#talk-begin button").click();
        assertThat(hers.locator("#talk-lines .line")).hasText(new Pattern[] {Pattern.compile("My kettle leaks at the lid\\.")});
        var number = hers.locator("#live-talk").getAttribute("data-number");

        // it appears on the desk without a reload
        desk.locator(".q a", new Page.LocatorOptions().setHasText("My kettle leaks")).click();
        desk.locator("[data-action=take]").click();
        assertThat(hers.locator("#talk-state")).containsText("Priya", slow());
        says(desk, "Is it the small one?");
        assertThat(hers.locator("#talk-lines .line").last()).containsText("Is it the small one?", slow());
        priya.findsPageAccessible();
        amelie.findsPageAccessible();

        amelie.context().setOffline(true);
        says(hers, "Yes, the small one.");
        says(hers, "I bought it in spring.");
        assertThat(hers.locator("#talk-lines .unsent")).hasCount(2);
        says(desk, "Then you get a new lid.");
        assertThat(desk.locator(".talk-lines .line").last()).containsText("new lid");
        assertThat(desk.locator(".talk-lines")).not().containsText("I bought it in spring.");
        amelie.context().setOffline(false);
        assertThat(hers.locator("#talk-lines .unsent")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
        assertThat(desk.locator(".talk-lines .line").last()).containsText("I bought it in spring.", slow());
        assertThat(hers.locator("#talk-lines")).containsText("Then you get a new lid.", slow());

        // the server has it, its answer is lost: the line is sent again with its key
        var lost = new int[2];
        hers.route("**/talk/say", route -> {
            if (lost[0]++ == 0) {
                lost[1] = route.fetch().status();
                route.abort();
            } else {
                route.resume();
            }
        });
        // nor does she hear in another way that it has come
        hers.route("**/talk/lines**", route -> {
            if (lost[0] < 2) {
                route.abort();
            } else {
                route.resume();
            }
        });
        says(hers, "Thank you, that is kind.");
        assertThat(hers.locator("#talk-lines .unsent")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
        assertThat(desk.locator(".talk-lines .line").last()).containsText("that is kind.", slow());

        assertThat(lost).as("it was sent twice, and taken the first time").satisfies(seen -> assertThat(seen[0]).isGreaterThan(1)).contains(200);

        // the same on both sides, each once
        var said = List.of("My kettle leaks at the lid.", "Is it the small one?", "Then you get a new lid.", "Yes, the small one.", "I bought it in spring.", "Thank you, that is kind.");
        for (var page : List.of(hers, desk)) {
            assertThat(page.locator(".talk-lines .spoken").allInnerTexts()).containsExactlyElementsOf(said);
        }
        hers.reload();
        assertThat(hers.locator(".talk-lines .spoken").allInnerTexts()).containsExactlyElementsOf(said);

        hers.locator("#talk-leave button").click();
        hers.locator("#talk-over a").click();
        hers.waitForURL("**/my/inquiries/**");
        Visitor.live(hers);
        assertThat(hers.locator("main .msgs")).containsText(number);
        said.forEach(line -> assertThat(hers.locator("main .msgs").innerText().split(Pattern.quote(line), -1)).as(line).hasSize(2));
        assertThat(amelie.opens("/my/inquiries").page().locator("main")).containsText("My kettle leaks at the lid.");
        assertThat(desk.locator(".talk .here")).containsText("INQ-");
    }

    private static LocatorAssertions.ContainsTextOptions slow() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);
    }

    /** On either side, by keyboard. */
    private static void says(Page page, String text) {
        Locator field = page.locator("#talk-text, #talk-answer");
        field.fill(text);
        field.press(page.url().contains("/console/") ? "Control+Enter" : "Enter");
        assertThat(field).hasValue("");
    }
}
