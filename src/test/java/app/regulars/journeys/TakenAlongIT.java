package app.regulars.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.TestDatabase;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The owner and a person leave with everything, by the commands of the packaged application. */
class TakenAlongIT {

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @TempDir
    private Path folder;

    @Test
    void theWholeShopGoesOutAndComesBackOnce() {
        var copy = folder.resolve("all.zip").toString();
        assertThat(RunningApplication.run(application.schema(), "import", "copy-to", copy).status()).isZero();
        assertThat(RunningApplication.run(application.schema(), "import", "copy-to", copy).status()).as("never over a file").isEqualTo(2);
        var clean = TestDatabase.get().newSharedSchema();
        var back = RunningApplication.run(clean, "import", "everything", copy);
        assertThat(back.status()).as(back.output()).isZero();
        assertThat(back.output()).containsPattern("customer: [1-9]").containsPattern("consent_ledger: [1-9]");
        var again = RunningApplication.run(clean, "import", "everything", copy);
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.output()).contains("customers or orders here already").doesNotContain("Exception");
        assertThat(RunningApplication.run(clean, "check-ledger").status()).isZero();
    }

    @Test
    void aPersonTakesHersToAnotherShopAndNobodyElseCan() throws IOException {
        var maren = browser.visitor("Maren", Look.DESKTOP);
        maren.signsIn("maren@quietoar.example", "harbourline");
        maren.goesTo("/my/privacy");
        var page = maren.page();
        var link = page.locator(".my-rights a[href*='dynamic']");
        link.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        var address = link.getAttribute("href");
        var archive = folder.resolve("maren.zip");
        var answer = maren.context().request().get(application.url() + "/" + address);
        assertThat(answer.status()).isEqualTo(200);
        Files.write(archive, answer.body());
        assertThat(browser.visitor("Somebody", Look.PHONE).context().request().get(application.url() + "/" + address).status()).as("not hers").isEqualTo(404);

        var other = TestDatabase.get().newSharedSchema();
        var read = RunningApplication.run(other, "import", "person", archive.toString());
        assertThat(read.status()).as(read.output()).isBetween(0, 1);
        assertThat(read.output()).contains("customer: 1");
        assertThat(RunningApplication.run(other, "import", "person", folder.resolve("none.zip").toString()).status()).isEqualTo(2);
    }
}
