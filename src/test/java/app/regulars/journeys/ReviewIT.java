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
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An order arrived, its customer is asked and says what she thinks; staff read it first, take it back, hear her, publish and answer it; everybody reads it. */
class ReviewIT {

    private static final String DEMONSTRATION = "harbourline";
    private static final String TITLE = "Strong & honest <i>tea</i>";

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @Test
    void fromTheInvitationToTheProductsPage() throws IOException {
        var invited = new OutboxOf(application, "greta.lund@post.example").linkIn("follow-up", "/my/reviews/[a-z0-9-]+");
        var amelie = browser.visitor("Amélie", Look.PHONE);
        amelie.signsIn("amelie@cormier.example", DEMONSTRATION);
        var customer = open(amelie, invited + "?stars=4");
        assertThat(customer.locator(".star-pick input:checked")).hasValue("4");
        customer = open(amelie, "/my/orders/" + new OrdersOf(application, "amelie@cormier.example").lastDelivered());
        assertThat(customer.locator("#order-reviews")).isVisible();
        amelie.findsPageAccessible();
        customer = open(amelie, "/my/reviews");
        amelie.findsPageAccessible();
        customer.locator(".return-rows a.btn").first().click();
        customer.waitForURL(Pattern.compile(".*/my/reviews/.+"));
        live(customer);
        var handle = customer.url().replaceFirst(".*/", "");
        amelie.findsPageAccessible();
        send(customer);
        assertThat(customer.locator("#review-stars")).hasAttribute("aria-invalid", "true");
        customer.locator(".star-pick input[value='4']").check();
        send(customer);
        assertThat(customer.locator("#review-title")).hasAttribute("aria-invalid", "true");
        customer.locator("#review-title").fill(TITLE);
        customer.locator("#review-text").fill("See www.example.com for how I make it.\n<script>alert(1)</script>");
        customer.locator("#picture-file").setInputFiles(new FilePayload("tea.png", "image/png", picture()));
        assertThat(customer.locator(".picture-upload .thumbs li")).hasCount(1);
        send(customer);
        customer.waitForURL(Pattern.compile(".*/my/reviews"));
        live(customer);
        assertThat(customer.locator(".my-reviews")).containsText("Being looked at");
        amelie.findsPageAccessible();

        var somebody = browser.visitor("Somebody", Look.DESKTOP.dark());
        var product = open(somebody, "/p/" + handle);
        assertThat(product.locator("#reviews")).not().containsText("Strong & honest");

        var priya = browser.visitor("Priya", Look.DESKTOP);
        priya.signsIn("priya@harbourline.example", DEMONSTRATION);
        var staff = open(priya, "/console/reviews");
        staff.locator(".queue a").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Strong & honest")).click();
        assertThat(staff.locator(".talk")).containsText("<script>alert(1)</script>");
        priya.findsPageAccessible();
        staff.locator(".review-acts summary").click();
        press(staff, "Do not publish it");
        assertThat(staff.locator("#review-reason")).hasAttribute("aria-invalid", "true");
        staff.locator("#review-reason").fill("We do not print code.");
        press(staff, "Do not publish it");
        assertThat(staff.locator(".talk .badge.bad")).hasText("Not published");

        customer = open(amelie, "/my/reviews/" + handle);
        assertThat(customer.locator("main")).containsText("We do not print code.");
        amelie.findsPageAccessible();
        customer.locator("#review-appeal").fill("It was a joke about tea.");
        press(customer, "Ask to look again");
        assertThat(customer.locator("main")).containsText("We are looking at this review");

        staff = open(priya, staff.url().replaceFirst("https?://[^/]+", ""));
        assertThat(staff.locator(".talk")).containsText("It was a joke about tea.");
        press(staff, "Publish");
        assertThat(staff.locator(".talk .badge.ok").first()).hasText("Published");
        staff.locator("#review-reply").fill("We laughed, and we drink it like that too.");
        press(staff, "Save answer");
        assertThat(staff.locator("#review-reply")).hasValue("We laughed, and we drink it like that too.");

        product = open(somebody, "/p/" + handle);
        assertThat(product.locator("#reviews")).containsText(TITLE);
        assertThat(product.locator("#reviews")).containsText("We laughed");
        assertThat(product.locator("#reviews article").first()).containsText("Bought here");
        assertThat(product.locator("#reviews article").first().locator(".thumbs img")).hasCount(1);
        somebody.findsPageAccessible();
        org.assertj.core.api.Assertions.assertThat(product.content()).contains("AggregateRating");
        product.locator(".review-spread a").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("2 stars")).click();
        product.waitForURL(Pattern.compile(".*stars=2.*"));
        live(product);
        assertThat(product.locator("#reviews")).not().containsText(TITLE);

        var maren = browser.visitor("Maren", Look.DESKTOP);
        maren.signsIn("maren@quietoar.example", DEMONSTRATION);
        var reader = open(maren, "/p/" + handle);
        var mark = reader.locator("#reviews article").first().locator("[data-action=review-helpful]");
        mark.click();
        assertThat(mark.locator(".num")).hasText("1");
        mark.click();
        assertThat(mark.locator(".num")).hasText("");
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static void send(Page page) {
        page.locator("button[type=submit][form=review-form]").click();
    }

    private static Page open(Visitor visitor, String path) {
        var page = visitor.goesTo(path).page();
        live(page);
        return page;
    }

    private static void press(Page page, String label) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true)).first().click();
    }
}
