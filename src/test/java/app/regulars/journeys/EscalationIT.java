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
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A complaint that nobody answers in time goes to the manager, who is told, sees why, and answers. */
class EscalationIT {

    private static final String MANAGER = "priya@harbourline.example";

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void aComplaintThatNobodyAnswersGoesToTheManager() {
        var priya = browser.visitor("Priya", Look.DESKTOP).signsIn(MANAGER, "harbourline");
        OpenAllDay.from(priya);
        priya.findsPageAccessible();
        adds(priya, "goals", Map.of("first", "1", "next", "1", "resolution", "60"), Map.of("type", "Complaint", "priority", "High"));
        adds(priya, "escalation", Map.of("name", "To the manager", "percent", "100"), Map.of("target", "First answer", "raise", "Yes", "person", "Priya.*", "mail", "Yes"));

        var email = "complains-" + UUID.randomUUID().toString().substring(0, 8) + "@journey.example";
        var guest = browser.visitor("Guest", Look.PHONE);
        var page = guest.opens("/ask").page();
        page.locator("#ask-text").fill("For the third time half of my parcel is missing. This is not how one treats people.");
        page.locator("#ask-name").fill("Wren Lafford");
        page.locator("#ask-email").fill(email);
        page.locator(".ask-more summary").click();
        page.locator("#ask-type").selectOption("complaint");
        page.locator("form[data-action=ask] button[type=submit]").click();
        assertThat(page.locator(".asked")).containsText(email);
        var number = Pattern.compile("INQ-\\d+").matcher(page.locator(".asked").innerText()).results().findFirst().orElseThrow().group();

        // nobody does anything; whoever looks sees it happen
        var ellen = browser.visitor("Ellen", Look.DESKTOP).signsIn("ellen@harbourline.example", "harbourline");
        var desk = ellen.opens("/console/inquiries?queue=all-open&open=" + number).page();
        assertThat(desk.locator("#inq-priority option:checked")).hasText("High");
        var history = desk.locator(".msgs");
        assertThat(history).containsText("To the manager", new LocatorAssertions.ContainsTextOptions().setTimeout(150_000));
        assertThat(desk.locator("#inq-assignee option:checked")).hasText(Pattern.compile("Priya.*"));
        assertThat(desk.locator("#inq-priority option:checked")).hasText("Urgent");

        var hers = priya.opens(new OutboxOf(application, MANAGER, number).linkIn("serving.escalation", "/console/inquiries\\?[^\"]*" + number)).page();
        assertThat(hers.locator(".talk-h")).containsText(number);
        var why = hers.locator(".msgs .sys", new Page.LocatorOptions().setHasText("To the manager"));
        assertThat(why).containsText(Pattern.compile("first answer is late.*priority raised.*given to Priya.*told"));
        priya.findsPageAccessible();
        hers.locator("#answer-text").fill("The missing half left an hour ago, and the freight of all three is on its way back to you.");
        hers.locator("#answer-text").press("Control+Enter");
        assertThat(hers.locator(".msg.us").last()).containsText("missing half");
        assertThat(new OutboxOf(application, email).await("inquiry.answered")).contains("missing half");
        // late it stays, and the page of what was missed says so and who had it
        var missed = ellen.opens("/console/service?tab=missed&kind=first").page();
        assertThat(missed.locator(".setup-list li", new Page.LocatorOptions().setHasText(number))).isVisible();
        ellen.findsPageAccessible();
        takesBack(priya, "escalation"); // others use this shop as well
        takesBack(priya, "goals");
    }

    /** What a rule alone decided stands with its reasons where the customer reads it, and one press has a person look. */
    @Test
    void whoWasSortedByARuleHasAPersonLook() {
        var amelie = browser.visitor("Amélie", Look.PHONE).signsIn("amelie@cormier.example", "harbourline");
        var page = amelie.opens("/ask").page();
        var mark = "Spilt beans " + UUID.randomUUID();
        page.locator("#ask-text").fill(mark);
        page.locator(".ask-more summary").click();
        page.locator("#ask-type").selectOption("complaint");
        page.locator("form[data-action=ask] button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/my/inquiries/INQ-\\d+"));
        amelie.opens("/my/service");
        var decided = page.locator("li.card", new Page.LocatorOptions().setHasText(mark));
        assertThat(decided).containsText("Complaint");
        amelie.findsPageAccessible();
        decided.locator("[data-action=contest]").click();
        var looked = decided.locator("a[href^='/my/inquiries/']").last();
        assertThat(looked).containsText("INQ-");
        assertThat(decided.locator("[data-action=contest]")).hasCount(0);
        var number = looked.getAttribute("href").replaceFirst(".*/", "");
        var ellen = browser.visitor("Ellen", Look.DESKTOP).signsIn("ellen@harbourline.example", "harbourline");
        assertThat(ellen.opens("/console/inquiries?queue=all-open&open=" + number).page().locator("#inq-type option:checked")).hasText("Complaint");
    }

    /** One more row, last. */
    private static void adds(Visitor priya, String tab, Map<String, String> typed, Map<String, String> chosen) {
        var page = priya.opens("/console/service?tab=" + tab).page();
        var row = page.locator("fieldset.serving-row").last();
        typed.forEach((name, value) -> field(row, name).fill(value));
        chosen.forEach((name, label) -> {
            var select = field(row, name);
            var option = select.locator("option", new Locator.LocatorOptions().setHasText(Pattern.compile("^\\s*" + label + "\\s*$"))).first();
            select.selectOption(new SelectOption().setValue(option.getAttribute("value")));
        });
        field(row, "order").fill(String.valueOf(page.locator("fieldset.serving-row").count()));
        saves(page);
    }

    /** The row that was last before the empty one. */
    private static void takesBack(Visitor priya, String tab) {
        var page = priya.opens("/console/service?tab=" + tab).page();
        var rows = page.locator("fieldset.serving-row");
        var filled = rows.count() - 1;
        field(rows.nth(filled - 1), "order").fill("");
        saves(page);
        assertThat(rows).hasCount(filled);
    }

    private static Locator field(Locator row, String name) {
        return row.locator("[name^='" + name + "-']");
    }

    private static void saves(Page page) {
        var said = page.locator(".sec-h ~ p").first().innerText();
        page.locator("form[data-action=save] button.pri").last().click();
        assertThat(page.locator(".sec-h ~ p").first()).not().hasText(said);
    }
}
