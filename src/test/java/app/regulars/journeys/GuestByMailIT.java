package app.regulars.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.Post;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A guest who only ever writes by mail, through a real mail server, and the person who answers her in the browser. */
class GuestByMailIT {

    private static final String GUEST = "zoe@guest.example";
    private static final String STRANGER = "sly@stranger.example";
    private static final String SECRET = "only among ourselves, third broken cup";
    private static final Post POST = new Post();

    private static RunningApplication application;

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(() -> application.url());

    @BeforeAll
    static void start() {
        POST.start();
        application = RunningApplication.start("--regulars.demo=false");
    }

    @AfterAll
    static void stop() {
        application.close();
        POST.stop();
    }

    @Test
    void fiveRepliesEachWayAndAStrangerWhoGetsIntoNone() throws IOException, MessagingException {
        var nora = browser.visitor("Nora", Look.DESKTOP);
        HelpDesk.begins(nora, application);
        HelpDesk.addsMailbox(nora, POST);
        assertThat(nora.page().locator(".mail-box-list .badge.ok")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));

        // she waits before an empty queue, and it comes
        var page = nora.opens("/console/inquiries?queue=all-open").page();
        nora.findsPageAccessible();
        POST.comes("Zoé <" + GUEST + ">", "My cup", "Message-ID: <first@guest.example>\r\n", "Where is my cup?");
        var line = page.locator(".queue a", new Page.LocatorOptions().setHasText("My cup"));
        assertThat(line).isVisible(soon());
        assertThat(came(GUEST, 1).getHeader("In-Reply-To")).containsExactly("<first@guest.example>");
        line.click();
        assertThat(page.locator(".msgs")).containsText("Where is my cup?");
        var number = page.url().replaceFirst(".*open=(INQ-\\d+).*", "$1");
        page.locator("[name=kind][value=note]").check(new Locator.CheckOptions().setForce(true));
        page.locator("#note-text").fill(SECRET);
        page.locator("#note-text").press("Control+Enter");
        assertThat(page.locator(".msg.note")).hasCount(1);

        for (var turn = 1; turn <= 5; turn++) {
            page.locator("#answer-text").fill("Our answer " + turn);
            page.locator("#answer-text").press("Control+Enter");
            assertThat(page.locator(".msgs .msg.us")).hasCount(turn);
            var ours = came(GUEST, 1 + turn);
            assertThat(ours.getReplyTo()[0].toString()).contains("+" + number.toLowerCase());
            POST.answers(ours, GUEST, "answer-" + turn + "@guest.example", "Her answer " + turn + "\r\n\r\nOn Sunday, Petit Port wrote:\r\n> Our answer " + turn);
            // without a reload
            assertThat(page.locator(".msgs .msg:not(.us):not(.note)")).hasCount(1 + turn, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
            assertThat(page.locator(".msgs .msg:not(.us):not(.note) .said").last()).hasText("Her answer " + turn);
        }
        assertThat(page.locator("#answer-text-error")).isEmpty();
        // what she quoted is there, folded
        var quoted = page.locator(".msgs .quoted-l");
        assertThat(quoted).hasCount(5);
        assertThat(quoted.last().locator("p")).isHidden();
        quoted.last().locator("summary").click();
        assertThat(quoted.last().locator("p")).containsText("> Our answer 5");
        nora.findsPageAccessible();

        // she saw what came, so nothing was quicker than she
        page.locator("[data-key='e']").click();
        assertThat(page.locator("[data-key='o']")).isVisible();

        // the mark and the ids of the last letter, sent by somebody else
        POST.answers(POST.at(GUEST).get(5), STRANGER, "sly@stranger.example", "Send the cup to me instead.");
        var other = page.locator(".queue a", new Page.LocatorOptions().setHasText("sly"));
        assertThat(other).isVisible(soon());
        assertThat(page.locator(".msgs")).not().containsText("Send the cup to me instead.");
        other.click();
        assertThat(page.locator(".msgs")).containsText("Send the cup to me instead.");
        assertThat(page.locator(".msgs")).containsText(number);
        assertThat(page.locator(".msgs")).not().containsText("Our answer 5");
        assertThat(came(STRANGER, 1).getSubject()).isNotBlank();
        for (var address : new String[] {GUEST, STRANGER}) {
            assertThat(POST.at(address)).allSatisfy(letter -> assertThat(GreenMailUtil.getWholeMessage(letter)).doesNotContain("among ourselves"));
        }
        assertThat(POST.at(STRANGER)).allSatisfy(letter -> assertThat(GreenMailUtil.getWholeMessage(letter)).doesNotContain("Our answer 5", GUEST));
    }

    /** The newest letter at an address that has so many. */
    private static MimeMessage came(String address, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(POST.at(address)).hasSize(count));
        return POST.at(address).getLast();
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    }
}
