package app.regulars.journeys;

import static app.regulars.testing.Visitor.live;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One of four mugs comes back: asked for on a desktop, settled with a part of the money at the desk, followed on a phone by link. */
class ReturnIT {

    private static final String DEMONSTRATION = "harbourline";

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void aPartOfAnOrderComesBackAndAPartOfTheMoney() throws IOException {
        var amelie = browser.visitor("Amélie", Look.DESKTOP);
        amelie.signsIn("amelie@cormier.example", DEMONSTRATION);
        var mailbox = new OutboxOf(application, "amelie@cormier.example");
        var hers = new OrdersOf(application, "amelie@cormier.example").lastDelivered();
        var customer = open(amelie, "/my/orders/" + hers);
        amelie.findsPageAccessible();
        customer.locator(".problem-link").first().click();
        customer.waitForURL(Pattern.compile(".*/my/orders/" + hers + "/return\\?line=0.*"));
        live(customer);
        customer.locator("label:has(#kind-complaint)").click();
        assertThat(customer.getByText("What is wrong?")).isVisible();
        amelie.findsPageAccessible();
        customer.locator("#return-quantity").fill("9");
        customer.locator("#return-reason").selectOption(new SelectOption().setIndex(1));
        customer.locator("#return-words").fill("The handle is cracked. <b>Both</b> of them?");
        customer.locator("label:has(input[name=wish][value=refund])").click();
        send(customer);
        assertThat(customer.locator("#return-quantity")).hasAttribute("aria-invalid", "true");
        customer.locator("#return-quantity").fill("1");
        customer.locator("#picture-file").setInputFiles(new FilePayload("cup.png", "image/png", picture()));
        assertThat(customer.locator(".thumbs li")).hasCount(1);
        customer.locator("#picture-file").setInputFiles(new FilePayload("cup.png", "image/png", "<script>alert(1)</script>".getBytes()));
        assertThat(customer.locator("#picture-file-error")).containsText("not taken");
        send(customer);
        customer.waitForURL(Pattern.compile(".*/my/returns/RT-\\d+"));
        live(customer);
        var number = customer.url().replaceFirst(".*/", "");
        assertThat(customer.locator("main")).containsText("The handle is cracked. <b>Both</b> of them?");
        amelie.findsPageAccessible();

        var ellen = browser.visitor("Ellen", Look.DESKTOP);
        ellen.signsIn("ellen@harbourline.example", DEMONSTRATION);
        var staff = open(ellen, "/console/returns?return=" + number);
        ellen.findsPageAccessible();
        press(staff, "Approve, it comes back");
        // no reload: the other side sees it
        assertThat(customer.getByText("Open the slip")).isVisible();
        amelie.findsPageAccessible();
        var desktop = customer.viewportSize();
        customer.setViewportSize(390, 844);
        org.assertj.core.api.Assertions.assertThat(customer.evaluate("document.documentElement.scrollWidth")).as("nothing to push sideways on a phone").isEqualTo(390);
        customer.setViewportSize(desktop.width, desktop.height);
        customer.locator("#sent-tracking").fill("7023 2105");
        press(customer, "I have sent it");
        assertThat(customer.locator("h2#st")).containsText("On its way back");
        press(staff, "It has arrived");
        staff.locator("#r-condition").selectOption("damaged");
        press(staff, "Keep what was found");
        assertThat(staff.locator("#r-amount")).hasValue("27.36");
        ellen.findsPageAccessible();
        press(staff, "Settle it");
        assertThat(staff.locator("main, aside").last()).containsText("$27.36");
        assertThat(customer.locator("main")).containsText("You get $27.36 back");
        amelie.findsPageAccessible();

        var link = mailbox.linkIn("return.settled", "/returns/[^\"]+");
        var somebody = browser.visitor("Somebody with the link", Look.PHONE.dark());
        var phone = somebody.goesTo(link.replace("&amp;", "&")).page();
        live(phone);
        assertThat(phone.locator("main")).containsText("$27.36");
        assertThat(phone.locator("main")).not().containsText("Birmingham");
        somebody.findsPageAccessible();

        var causes = open(ellen, "/console/returns/causes");
        ellen.findsPageAccessible();
        causes.locator("main").getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Arrived broken")).first().click();
        assertThat(causes.locator(".og")).containsText(number);
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static void send(Page page) {
        page.locator("button[type=submit][form=return-form]").click();
    }

    private static Page open(Visitor visitor, String path) {
        var page = visitor.goesTo(path).page();
        live(page);
        return page;
    }

    private static void press(Page page, String label) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label)).first().click();
    }
}
