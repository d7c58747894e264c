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
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first sale, told from both sides of the counter in one go: from the first look at the shop to the customer's file. */
class FirstSaleIT {

    private static final String PASSWORD = "a lantern on the wharf";
    private static final String DEMONSTRATION = "harbourline";

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    static Stream<Look> looks() {
        return Stream.of(Look.DESKTOP, Look.PHONE);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aStrangerBecomesARegular(Look look) {
        var name = "Robin " + (look.touch() ? "Small" : "Wide");
        var email = "robin." + look.name() + "@journey.example";
        var mailbox = new OutboxOf(application, email);
        var robin = browser.visitor("Robin", look);
        var ellen = browser.visitor("Ellen", look);
        ellen.signsIn("ellen@harbourline.example", DEMONSTRATION);
        ellen.opens("/console/orders").findsPageAccessible();

        findsAndChooses(robin);
        registers(robin, name, email, mailbox);
        var number = ordersWhatIsInTheCart(robin, name);
        assertThat(mailbox.await("order.confirmed")).contains(number);
        staffSeeItAndShipIt(ellen, number);
        followsTheParcelWithoutSigningIn(look, mailbox.linkIn("order.shipped", "/track/[^\"]+"));
        seesItUnderMyOrdersAndOrdersItAgain(robin, number);
        asksAndGetsAnAnswer(robin, ellen, number, mailbox, look);
        talksInTheForum(robin, ellen, look);
        staffSeeItAllOnOnePage(ellen, name, email, number);
    }

    private void findsAndChooses(Visitor robin) {
        var page = robin.opens("/").findsPageAccessible().page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
        page.locator("header input[type=search]").first().fill("gugi dawn cofee");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/search\\?.*"));
        live(page);
        robin.findsPageAccessible();
        page.evaluate("() => window.scrollTo(0, 60)");
        page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Guji Dawn").setExact(true)).first().click();
        page.waitForURL(Pattern.compile(".*/p/guji-dawn.*"));
        live(page);
        page.waitForFunction("() => window.scrollY === 0"); // wherever the link stood
        robin.findsPageAccessible();
        page.locator("label", new Page.LocatorOptions().setHasText("1 kg")).first().click();
        assertThat(page.locator("main")).containsText("$54.00");
        page.locator("#addform").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Add to cart"))).click();
        assertThat(page.getByText(Pattern.compile("In your cart")).first()).isVisible();
        robin.goesTo("/cart");
        live(page);
        assertThat(page.locator("main")).containsText("Guji Dawn");
        assertThat(page.locator("main")).containsText("1 kg");
        robin.findsPageAccessible();
    }

    private void registers(Visitor robin, String name, String email, OutboxOf mailbox) {
        var page = robin.goesTo("/register").page();
        live(page);
        robin.findsPageAccessible();
        var consents = page.getByRole(AriaRole.SWITCH);
        assertThat(consents.count()).isGreaterThanOrEqualTo(3);
        consents.all().forEach(consent -> assertThat(consent).not().isChecked());
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=email]").fill("robin at nowhere");
        page.locator("input[name=password]").fill("short");
        press(page, "Create my account");
        assertThat(page.locator("[aria-invalid=true]").first()).isVisible();
        assertThat(page.locator("input[name=name]")).hasValue(name);
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        consents.first().check();
        press(page, "Create my account");
        assertThat(page.locator("main")).containsText(email);
        robin.findsPageAccessible();
        robin.goesTo(mailbox.linkIn("account.confirm", "/confirm/[^\"]+"));
        live(page);
        if (page.locator("main input[name=password]").count() > 0) {
            robin.findsPageAccessible();
            page.locator("main input[name=password]").fill(PASSWORD);
            page.locator("main form button").first().click();
        }
        page.waitForURL(Pattern.compile(".*/(my|checkout|cart|login).*"));
        if (page.url().contains("/login")) {
            robin.signsIn(email, PASSWORD);
        }
    }

    private String ordersWhatIsInTheCart(Visitor robin, String name) {
        var page = robin.goesTo("/checkout").page();
        live(page);
        assertThat(page.locator("main")).containsText("Guji Dawn");
        place(page);
        assertThat(page.locator("[aria-invalid=true]").first()).isVisible();
        page.locator(".errsum a").first().click();
        assertThat(page.locator(":focus")).hasAttribute("aria-invalid", "true");
        page.locator("#co-recipient").fill(name);
        page.locator("#co-line1").fill("5 Lighthouse Lane <script>alert(1)</script> 🫖");
        page.locator("#co-city").fill("Halifax");
        page.locator("#co-province").selectOption("NS");
        page.locator("#co-postalCode").fill("b3h 1a1");
        assertThat(page.locator("#co-name")).hasValue(name);
        page.locator("label[for=ship-standard], label:has(#ship-standard)").first().click();
        assertThat(page.locator("#sums")).containsText("HST 14");
        robin.findsPageAccessible();
        place(page);
        page.waitForURL(Pattern.compile(".*/checkout/done/.*"));
        live(page);
        robin.findsPageAccessible();
        var number = Pattern.compile("HL-\\d+").matcher(page.locator("main").innerText());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private void staffSeeItAndShipIt(Visitor ellen, String number) {
        var page = ellen.page();
        // no reload: it came by itself
        var row = page.locator("main a", new Page.LocatorOptions().setHasText(number)).first();
        assertThat(row).isVisible();
        row.click();
        assertThat(page.locator("main")).containsText("Guji Dawn");
        ellen.findsPageAccessible();
        press(page, "Mark as packed");
        assertThat(page.getByText(number + " is packed.").first()).isVisible();
        var carrier = page.getByLabel("Carrier").first();
        carrier.selectOption("Canada Post");
        page.getByLabel("Tracking number").first().fill("7023 2105 1234 5678");
        press(page, "Mark as shipped");
        assertThat(page.getByText(Pattern.compile(number + " is on its way")).first()).isVisible();
    }

    private void followsTheParcelWithoutSigningIn(Look look, String link) {
        var somebody = browser.visitor("Somebody with the link", look);
        var page = somebody.goesTo(link).page();
        assertThat(page.locator("main")).containsText("Canada Post");
        assertThat(page.locator("main")).not().containsText("Lighthouse Lane");
        somebody.findsPageAccessible();
        assertThat(page.locator("main")).containsText("On its way");
    }

    private void seesItUnderMyOrdersAndOrdersItAgain(Visitor robin, String number) {
        var page = robin.goesTo("/my/orders").page();
        live(page);
        robin.findsPageAccessible();
        page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile(number))).first().click();
        page.waitForURL(Pattern.compile(".*/my/orders/" + number));
        live(page);
        assertThat(page.locator("main")).containsText("5 Lighthouse Lane <script>alert(1)</script>");
        robin.findsPageAccessible();
        page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Order this again")).first().click();
        page.waitForURL(Pattern.compile(".*/my/orders/" + number + "/reorder.*"));
        live(page);
        robin.findsPageAccessible();
        place(page);
        page.waitForURL(Pattern.compile(".*/checkout/done/.*"));
        live(page);
        assertThat(page.locator("main")).containsText("HL-");
        assertThat(page.locator("main")).not().containsText(number);
    }

    private void asksAndGetsAnAnswer(Visitor robin, Visitor ellen, String number, OutboxOf mailbox, Look look) {
        var customer = robin.goesTo("/my/orders/" + number).page();
        live(customer);
        customer.locator("#about-order-text").fill("Can the parcel stay with my neighbour? (" + look.name() + ")");
        customer.locator("form[data-action=ask] button[type=submit]").click();
        assertThat(customer.locator("#order-talk")).containsText("stay with my neighbour");

        var staff = ellen.goesTo("/console/inquiries?queue=unassigned").page();
        live(staff);
        ellen.findsPageAccessible();
        staff.locator("ul.q a", new Page.LocatorOptions().setHasText("Robin")).first().click();
        assertThat(staff.locator("main")).containsText("stay with my neighbour");
        assertThat(staff.locator("main")).containsText(number);
        ellen.findsPageAccessible();
        staff.locator("#answer-text").fill("Of course, Robin. I have told the carrier.");
        staff.locator("#answer-text").press("Control+Enter");
        assertThat(staff.locator("main")).containsText("I have told the carrier");

        var link = mailbox.linkIn("inquiry.answered", "/my/inquiries/[^\"]+");
        robin.goesTo(link);
        live(customer);
        assertThat(customer.locator("main")).containsText("I have told the carrier");
        robin.findsPageAccessible();
        customer.locator("#reply-text").fill("Thank you, that is kind.");
        customer.locator("form[data-action=reply] button[type=submit]").click();
        assertThat(customer.locator("#conversation")).containsText("that is kind");
        assertThat(staff.locator("main")).containsText("that is kind");
    }

    private void talksInTheForum(Visitor robin, Visitor ellen, Look look) {
        var title = "Which water for a light roast, " + look.name() + "?";
        var asker = robin.goesTo("/forum/new").page();
        live(asker);
        asker.locator("#new-title").fill(title);
        asker.locator("#new-text").fill("My tap water is **very** hard. <b>Does that matter?</b>");
        asker.locator("#new-category").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        robin.findsPageAccessible();
        asker.locator("button[value=send]").click();
        asker.waitForURL(Pattern.compile(".*/forum/t/.*"));
        live(asker);

        var maren = browser.visitor("Maren", look);
        maren.signsIn("maren@quietoar.example", DEMONSTRATION);
        var other = maren.goesTo(path(asker.url())).page();
        live(other);
        other.locator("form[data-action=reply] textarea").fill("It does. Half of it from a filter jug, and the flowers come back.");
        other.locator("form[data-action=reply] button[value=send]").click();
        assertThat(other.locator("main")).containsText("the flowers come back");
        // the asker sees it without a reload
        assertThat(asker.locator("main")).containsText("the flowers come back");
        asker.locator("button[data-action=solve]").first().click();
        assertThat(asker.locator(".post.solution")).containsText("the flowers come back");
        robin.findsPageAccessible();

        var staff = ellen.goesTo("/console/forum").page();
        live(staff);
        assertThat(staff.locator("main")).containsText("Forum");
    }

    private void staffSeeItAllOnOnePage(Visitor ellen, String name, String email, String number) {
        var page = ellen.goesTo("/console/customers?q=" + email).page();
        live(page);
        ellen.findsPageAccessible();
        page.locator("main a", new Page.LocatorOptions().setHasText(name)).first().click();
        page.waitForURL(Pattern.compile(".*/console/customers/C-.*"));
        live(page);
        var file = page.locator("main");
        assertThat(file).containsText(email);
        assertThat(file).containsText(number);
        assertThat(file).containsText("Which water for a light roast");
        assertThat(file).containsText("Letters about what is new: allowed");
        ellen.findsPageAccessible();
    }

    private static void press(Page page, String label) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(label))).first().click();
    }

    private static void place(Page page) {
        page.locator("#co-terms:not(:checked)").all().forEach(com.microsoft.playwright.Locator::check);
        page.locator("main button:visible", new Page.LocatorOptions().setHasText("Place order")).first().click();
    }

    private static String path(String url) {
        return url.replaceFirst("https?://[^/]+", "").replaceFirst("#.*", "");
    }
}
