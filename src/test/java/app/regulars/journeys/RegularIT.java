package app.regulars.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who comes back: from the link in the reminder to the confirmation, at a human pace; and who rather calls. */
class RegularIT {

    private static final String PASSWORD = "harbourline";
    private static final String REGULAR = "amelie@cormier.example";
    /** A person reads before she clicks. */
    private static final int READS = 3_000;
    private static final int CLICKS = 1_000;

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void fromTheMailsLinkToTheConfirmationInHalfAMinute() throws SQLException {
        var mailbox = new OutboxOf(application, REGULAR);
        var amelie = signedIn("Amélie", REGULAR, Look.PHONE);
        var page = amelie.goesTo("/my/lists").page();
        page.locator(".again-more summary").first().click();
        page.locator(".again-form select").first().selectOption("28");
        page.locator(".again-form button").first().click();
        assertThat(page.locator("#h-rem")).isVisible(soon());
        amelie.findsPageAccessible();
        itsDayHasCome();
        var link = mailbox.linkIn("reordering.article", "/basket/[^\"]+");

        var began = Instant.now();
        amelie.goesTo(link);
        assertThat(page.locator("form[data-action=go] button.primary")).isVisible(soon());
        page.waitForTimeout(READS);
        page.locator("form[data-action=go] button.primary").click();
        page.waitForURL(Pattern.compile(".*/(cart|checkout).*"));
        if (page.url().contains("/cart")) {
            page.waitForTimeout(CLICKS);
            page.locator(".cart-go a").click();
            page.waitForURL(Pattern.compile(".*/checkout.*"));
        }
        assertThat(page.locator("#co-line1")).not().hasValue("", new LocatorAssertions.HasValueOptions().setTimeout(15_000));
        assertThat(page.locator("#co-name")).not().hasValue("");
        // she agreed with an order of before
        assertThat(page.locator("#co-terms")).hasCount(0);
        page.waitForTimeout(READS);
        page.locator(".sticky-buy button").click();
        page.waitForURL(Pattern.compile(".*/checkout/done/.*"));
        assertThat(page.locator("main h1")).isVisible(soon());
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(30));
        amelie.findsPageAccessible();
    }

    /** The reminder's day, and the job that looks for it, now. */
    private void itsDayHasCome() throws SQLException {
        var schema = application.schema();
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password()); var statement = connection.createStatement()) {
            statement.executeUpdate("update reorder_reminder set next_on = '2020-01-06' where stopped_at is null");
            statement.executeUpdate("update scheduled_tasks set execution_time = '2020-01-06 00:00:00' where task_name = 'reorder-reminders' and picked = false");
        }
    }

    @Test
    void whoCallsIsServedByTheSameRules() {
        var mailbox = new OutboxOf(application, REGULAR);
        var amelie = signedIn("Amélie", REGULAR, Look.DESKTOP);
        var ellen = signedIn("Ellen", "ellen@harbourline.example", Look.DESKTOP);
        // who calls says a name, not a number
        var page = ellen.goesTo("/console/order-entry").page();
        page.locator("#customer").fill(REGULAR);
        page.locator("#customer").press("Enter");
        assertThat(page.locator(".entry-found li")).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
        ellen.findsPageAccessible();
        page.locator(".entry-found a").click();
        page.locator("#reference").fill("said on the phone");
        page.locator(".entry .chips .chip").first().click();
        assertThat(page.locator("#lines")).not().hasValue("", new LocatorAssertions.HasValueOptions().setTimeout(15_000));
        // nothing typed is lost by what is chosen
        assertThat(page.locator("#reference")).hasValue("said on the phone");
        page.locator("input[name=channel][value=phone]").check();
        ellen.findsPageAccessible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Place the order").setExact(false)).last().dblclick();
        assertThat(page.locator("#entry-said")).containsText("HL-", contains());
        var order = Pattern.compile("HL-\\d+").matcher(page.locator("#entry-said").innerText());
        assertThat(order.find()).isTrue();
        assertThat(mailbox.await("order.confirmed")).contains(order.group());
        assertThat(amelie.goesTo("/my/orders/" + order.group()).page().locator("main")).containsText("HL-", contains());
        ellen.goesTo("/console/reorder-report");
        assertThat(page.locator("main")).containsText("on the phone", contains());
        ellen.findsPageAccessible();
    }

    @Test
    void pastesArticleNumbersFromASpreadsheetAndReadsAFile() {
        var visitor = browser.visitor("A visitor", Look.PHONE);
        var page = visitor.goesTo("/quick-order").page();
        page.locator("#lines").fill("Article number\tQuantity\nC-101-1000-WB\t2\nNOTHING-AT-ALL\t1");
        page.locator("form[data-action=read] button").last().click();
        assertThat(page.locator("#read")).isVisible(soon());
        assertThat(page.locator("main")).containsText("NOTHING-AT-ALL", contains());
        visitor.findsPageAccessible();
        assertThat(page.locator("input[type=file]")).hasCount(1);
        page.locator("input[type=file]").setInputFiles(new com.microsoft.playwright.options.FilePayload("order.csv", "text/csv", "sku;quantity\nNOTHING-EITHER;3\n".getBytes()));
        assertThat(page.locator("#lines")).hasValue(Pattern.compile("[\\s\\S]*NOTHING-EITHER[\\s\\S]*"), new LocatorAssertions.HasValueOptions().setTimeout(15_000));
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);
    }

    private Visitor signedIn(String name, String email, Look look) {
        var visitor = browser.visitor(name, look);
        visitor.goesTo("/login");
        var page = visitor.page();
        page.locator("main input[name=username]").fill(email);
        page.locator("main input[name=password]").fill(PASSWORD);
        page.locator("main input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return visitor;
    }
}
