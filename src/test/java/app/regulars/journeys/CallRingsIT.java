package app.regulars.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Locator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A telephone system tells of a call: it rings on the page that is open, leads to the customer, and stands on her timeline with its note. */
class CallRingsIT {

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    private final String id = UUID.randomUUID().toString();
    private String key;

    @Test
    void ringsOnWhateverPageIsOpenAndOpensTheCustomer() throws Exception {
        var priya = browser.visitor("Priya", Look.DESKTOP).signsIn("priya@harbourline.example", "harbourline");
        var desk = priya.opens("/console/calls/extensions").page();
        var own = desk.locator(".ext-list li", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Priya"));
        own.locator("input").fill("204");
        own.locator("button").click();
        assertThat(desk.getByText("Saved for Priya Nair.").first()).isVisible();
        priya.findsPageAccessible();
        priya.opens("/console/channels");
        desk.locator("#keyName").fill("Telephone");
        desk.locator("#keyScope").selectOption("calls");
        desk.locator("form[data-action=make] button").click();
        key = desk.locator("#secret code").innerText().strip();

        priya.opens("/console/orders");
        tells("\"event\":\"ringing\",\"from\":\"+1 902-555-0121\",\"to\":\"204\"");
        var card = desk.locator(".call-card", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Amélie Cormier"));
        assertThat(card).isVisible();
        priya.findsPageAccessible();
        card.locator("a", new Locator.LocatorOptions().setHasText("Open customer")).click();
        desk.waitForURL("**/console/customers/C-*");
        assertThat(desk.locator("h1")).containsText("Amélie Cormier");

        tells("\"event\":\"answered\"");
        assertThat(card).containsText("On the phone");
        var said = "Wants her filter ground finer " + id.substring(0, 8);
        card.locator("textarea").fill(said);
        tells("\"event\":\"ended\",\"duration\":65,\"recording\":{\"url\":\"https://pbx.example/1.mp3\"}");
        assertThat(card).containsText("Hung up");
        assertThat(card.locator("textarea")).hasValue(said);
        card.locator("textarea").press("Control+Enter");
        assertThat(card).hasCount(0);
        assertThat(desk.locator("main")).containsText(said);
        priya.opens("/console/calls");
        desk.locator(".q a", new com.microsoft.playwright.Page.LocatorOptions().setHasText(said)).click();
        assertThat(desk.locator(".call-file")).containsText("without the caller’s consent");
        Visitor.live(desk);
        priya.findsPageAccessible();
    }

    private void tells(String what) throws Exception {
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(application.url() + "/api/v1/calls")).header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + id + "\"," + what + "}")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }
}
