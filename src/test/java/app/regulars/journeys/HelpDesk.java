package app.regulars.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.staff.Authenticator;
import app.regulars.testing.Post;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** A shop that was begun a minute ago by one person, with a mailbox that she set up by its page. */
final class HelpDesk {

    private static final String EMAIL = "nora@petitport.example";
    private static final String PASSWORD = "a quiet harbour 7";

    private HelpDesk() {
    }

    static Page begins(Visitor nora, RunningApplication application) throws IOException {
        var link = Pattern.compile("(/welcome\\?key=\\S+)").matcher(Files.readString(application.log()));
        assertThat(link.find()).as("the link to begin is printed").isTrue();
        var page = nora.opens(link.group(1)).page();
        page.locator("#shop").fill("Petit Port");
        page.locator("#name").fill("Nora Roy");
        page.locator("#email").fill(EMAIL);
        page.locator("#password").fill(PASSWORD);
        page.locator("main form button").click();
        page.waitForURL("**/login**");
        page.locator("#username").fill(EMAIL);
        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/second-step**");
        Visitor.live(page);
        page.locator("#code").fill(new Authenticator(page.locator(".secret").innerText()).code());
        page.keyboard().press("Enter");
        page.locator("[data-action=go]").click();
        page.waitForURL("**/console");
        Visitor.live(page);
        return page;
    }

    /** As it is typed: IMAP and SMTP of the same server, and everything that is there already. */
    static void addsMailbox(Visitor nora, Post post) {
        var page = nora.opens("/console/mailboxes?edit=new").page();
        page.locator("#name").fill("Help");
        page.locator("#address").fill(Post.HELP);
        page.locator("#imapHost").fill("127.0.0.1");
        page.locator("#imapPort").fill(String.valueOf(post.imap()));
        page.locator("#imapSecurity").selectOption("none");
        page.locator("#username").fill("help");
        page.locator("#secret").fill("secret");
        page.locator("[name=everything]").check();
        page.locator("#smtpHost").fill("127.0.0.1");
        page.locator("#smtpPort").fill(String.valueOf(post.smtp()));
        page.locator("#smtpSecurity").selectOption("none");
        page.locator("[name=plus]").check();
        nora.findsPageAccessible();
        page.locator("form[data-action=save] button.pri").click();
        assertThat(page.locator(".mail-box-list")).containsText(Post.HELP);
    }
}
