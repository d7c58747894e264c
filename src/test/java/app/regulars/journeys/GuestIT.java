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
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody without an account: her card is declined first, and what she ordered comes in two parcels, each with a message of its own. */
class GuestIT {

    private static final Pattern NUMBER = Pattern.compile("HL-\\d+");

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void paysWithAnotherCardAndFollowsBothParcelsByHerLink() {
        var email = "guest-" + UUID.randomUUID().toString().substring(0, 8) + "@journey.example";
        var mailbox = new OutboxOf(application, email);
        var guest = browser.visitor("Guest", Look.PHONE);
        var page = guest.goesTo("/p/lamplight").page();
        live(page);
        page.locator("#addform button.primary").first().click();
        assertThat(page.locator("header .count")).isVisible();
        guest.goesTo("/cart");
        page.locator(".cart-lines input.num").first().fill("2");
        page.locator(".cart-lines input.num").first().press("Enter");
        guest.goesTo("/checkout");
        live(page);
        page.locator("#co-name").fill("Wren Guest");
        page.locator("#co-email").fill(email);
        page.locator("#co-recipient").fill("Wren Guest");
        page.locator("#co-line1").fill("1 Lighthouse Lane");
        page.locator("#co-city").fill("Summerside");
        page.locator("#co-province").selectOption("PE");
        page.locator("#co-postalCode").fill("C1N 1A7");
        page.locator("#pay-card").check();
        page.locator("#co-terms:not(:checked)").all().forEach(Locator::check);
        page.locator("main button[form=co]:visible").first().click();

        page.waitForURL(Pattern.compile(".*/demo-bank/.*"));
        page.locator("#card-refused").check();
        page.locator("button.go").click();
        page.waitForURL(Pattern.compile(".*/pay/.*"));
        assertThat(page.locator(".co-notice[role=alert]")).isVisible(soon());
        guest.findsPageAccessible();
        page.locator("[data-action=card]").first().click();
        page.waitForURL(Pattern.compile(".*/demo-bank/.*"));
        page.locator("button.go").click();
        page.waitForURL(Pattern.compile(".*/pay/.*"));
        assertThat(page.locator(".done-mark")).isVisible(soon());
        var found = NUMBER.matcher(page.locator("main").innerText());
        assertThat(found.find()).isTrue();
        var number = found.group();
        assertThat(mailbox.await("order.confirmed")).contains(number);

        var ellen = signedIn();
        var desk = ellen.goesTo("/console/orders?order=" + number).page();
        desk.locator("#pack-0").fill("1");
        ship(desk, "7023210100001111");
        guest.goesTo(mailbox.linkIn("order.shipped", "/track/[^\"]+"));
        assertThat(page.locator("main")).containsText("7023210100001111", contains());
        assertThat(page.locator("main")).not().containsText("7023210100002222");
        guest.findsPageAccessible();
        ship(desk, "7023210100002222");
        // both, and without anybody asking for it
        assertThat(page.locator("main")).containsText("7023210100002222", contains());
        assertThat(page.locator("main")).containsText("7023210100001111");
    }

    private static void ship(Page desk, String tracking) {
        desk.locator("button[form=pack-form]").click();
        desk.locator("#ship-number").fill(tracking);
        desk.locator("button[form=ship-form]").click();
        assertThat(desk.locator("#ship-number")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
    }

    private Visitor signedIn() {
        return browser.visitor("Ellen", Look.DESKTOP).signsIn("ellen@harbourline.example", "harbourline");
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(15_000);
    }

    private static LocatorAssertions.ContainsTextOptions contains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }
}
