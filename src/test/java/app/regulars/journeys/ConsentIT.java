package app.regulars.journeys;

import static app.regulars.testing.Visitor.live;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A yes from its first moment to its end: given, proved, asked for again in new words, and taken back from the mail without signing in. */
class ConsentIT {

    private static final String PASSWORD = "a lantern on the wharf";
    private static final HttpClient PLAIN = HttpClient.newHttpClient();

    private final RunningApplication application = RunningApplication.shared();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String email = "fern-" + mark + "@journey.example";
    private final OutboxOf mailbox = new OutboxOf(application, email);

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void aYesIsProvedAskedForAgainAndTakenBackFromTheMail() throws IOException, InterruptedException {
        var fern = browser.visitor("Fern", Look.PHONE.in("fr-CA"));
        var page = registersAndAllows(fern);

        fern.opens("/my/privacy").findsPageAccessible();
        assertThat(page.locator("#s-newsletter")).isChecked();
        assertThat(page.locator("#s-forum")).not().isChecked();
        fern.picture("my-privacy-fr");
        var today = LocalDate.now(ZoneId.of("America/Halifax"));
        fern.opens("/my/privacy/proof?on=" + today).findsPageAccessible();
        assertThat(page.locator(".proof-state.yes")).hasCount(1);
        assertThat(page.locator(".proof-state.yes blockquote")).hasAttribute("lang", "fr");
        assertThat(page.locator(".proof-state.yes .seal")).hasText(Pattern.compile("[0-9a-f]{64}"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".proof-form")).isHidden();
        assertThat(page.locator("#proof-lines")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        fern.opens("/my/privacy/proof?on=" + today.minusDays(1));
        assertThat(page.locator(".proof-state.yes")).hasCount(0);

        var priya = browser.visitor("Priya", Look.DESKTOP);
        priya.signsIn("priya@harbourline.example", "harbourline");
        newWordsInSubstance(priya);

        fern.opens("/my").findsPageAccessible();
        assertThat(page.locator("#again-newsletter")).isVisible();
        page.locator(".asked-again", new Page.LocatorOptions().setHas(page.locator("#again-newsletter"))).locator("[data-action=allow]").press("Enter");
        assertThat(page.locator("#again-newsletter")).isHidden();
        fern.opens("/my");
        assertThat(page.locator("#again-newsletter")).hasCount(0);

        fern.opens("/my/privacy");
        page.locator("#s-forum").press("Space");
        assertThat(page.locator("#s-forum")).isChecked();
        fern.findsPageAccessible();
        var topic = asks(fern);
        var amelie = browser.visitor("Amélie", Look.DESKTOP);
        amelie.signsIn("amelie@cormier.example", "harbourline");
        answers(amelie, topic, "Soft water, not too hot.");
        var stop = mailbox.linkIn("forum.answered", "/unsubscribe/[^\"]+");

        var stranger = browser.visitor("Whoever holds the letter", Look.PHONE);
        stranger.opens(stop).findsPageAccessible();
        assertThat(stranger.page().locator("main form")).isVisible();
        assertThat(post(stop.substring(0, stop.length() - 3) + "AAA")).as("forged").isEqualTo(404);
        fern.opens("/my/privacy");
        assertThat(page.locator("#s-forum")).isChecked();
        assertThat(post(stop)).as("one click of a mail program").isEqualTo(200);
        assertThat(post(stop)).as("clicked again").isEqualTo(200);
        stranger.opens(stop).findsPageAccessible();
        assertThat(stranger.page().locator("main [role=status]")).isVisible();

        answers(amelie, topic, "And grind it coarser.");
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(states()).containsExactly("KEPT:null", "REFUSED:withdrawn"));
        fern.opens("/my/privacy");
        assertThat(page.locator("#s-forum")).not().isChecked();
        priya.opens("/console/consents/ledger");
        priya.page().locator("[data-action=check]").click();
        assertThat(priya.page().locator("#check-result")).isVisible();
        priya.findsPageAccessible();
    }

    private Page registersAndAllows(Visitor fern) {
        var page = fern.opens("/register").page();
        page.locator("main #name").fill("Fern Ouellet");
        page.locator("main #email").fill(email);
        page.locator("main #password").fill(PASSWORD);
        assertThat(page.locator("main input[name=agree]:checked")).hasCount(0);
        page.locator("input[name=agree][aria-labelledby=w-newsletter]").press("Space");
        page.locator("main #email").press("Enter");
        assertThat(page.locator("main")).containsText(email);
        fern.goesTo(mailbox.linkIn("account.confirm", "/confirm/[^\"]+"));
        page.waitForURL("**/my");
        live(page);
        return page;
    }

    private static void newWordsInSubstance(Visitor priya) {
        var page = priya.opens("/console/consents?open=newsletter").page();
        priya.findsPageAccessible();
        page.locator("[name=sentence-en]").fill("You may e-mail me about new products and about what happens at the roastery, about twice a month.");
        page.locator("[name=sentence-fr]").fill("Vous pouvez m’écrire au sujet des nouveautés et de la vie du torréfacteur, environ deux fois par mois.");
        page.locator("[name=substance]").check();
        page.locator("form[data-action=publish] .btn.pri").click();
        assertThat(page.locator(".agree").first()).containsText("happens at the roastery");
    }

    private String asks(Visitor fern) {
        var page = fern.opens("/forum/new").page();
        page.locator("#new-title").fill("Which water for the cone, asks " + mark);
        page.locator("#new-text").fill("Mine tastes flat since we moved. What do you use?");
        page.locator("#new-category").selectOption(new SelectOption().setIndex(1));
        page.locator("[name=do][value=send]").click();
        page.waitForURL("**/forum/t/**");
        return URI.create(page.url()).getPath();
    }

    private static void answers(Visitor amelie, String topic, String text) {
        var page = amelie.opens(topic).page();
        page.locator("form[data-action=reply] textarea").fill(text);
        page.locator("form[data-action=reply] button.primary, form[data-action=reply] [value=send]").first().click();
        assertThat(page.locator("main")).containsText(text);
    }

    /** As a mail program does it: no cookie, no page. */
    private int post(String path) throws IOException, InterruptedException {
        return PLAIN.send(HttpRequest.newBuilder(URI.create(application.url() + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private List<String> states() throws SQLException {
        var schema = application.schema();
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password());
             var statement = connection.prepareStatement("select state, refusal from outbox_message where recipient = ? and kind = 'forum.answered' order by posted_at")) {
            statement.setString(1, email);
            var row = statement.executeQuery();
            while (row.next()) {
                found.add(row.getString(1) + ":" + row.getString(2));
            }
        }
        return found;
    }
}
