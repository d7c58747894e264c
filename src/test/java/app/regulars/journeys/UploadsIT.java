package app.regulars.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to the packaged application as a picture and is none: a sentence stands beside the field, and nothing is kept. */
class UploadsIT {

    private static final int HUGE = 200 * 1024 * 1024;
    /** Sends as a program would, without the page's own look at the size first. */
    private static final String SEND = """
            async ([name, size]) => {
              const meta = n => document.querySelector(`meta[name="${n}"]`)?.content;
              try {
                const answer = await fetch('/console/media/upload?name=' + name, {method: 'POST', body: new Blob([new Uint8Array(size)]),
                  headers: {'Content-Type': 'application/octet-stream', ...(meta('_csrf') ? {[meta('_csrf_header') || 'X-CSRF-TOKEN']: meta('_csrf')} : {})}});
                return answer.status;
              } catch (cut) { return 0; }
            }""";

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url);

    @TempDir
    private Path folder;

    @Test
    void areRefusedInASentenceAndLeaveNothing() throws IOException {
        var priya = browser.visitor("Priya", Look.DESKTOP).expectsProblem("422|413|ERR_CONNECTION");
        var page = priya.goesTo("/login").page();
        page.locator("#username").fill("priya@harbourline.example");
        page.locator("#password").fill("harbourline");
        page.locator("form[action='/login'] button").click();
        page.waitForURL(Pattern.compile(".*/console(/.*)?"));
        priya.goesTo("/console/catalog/media");
        live(page);
        var before = stored();

        refused(page, "photo.png", "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8), "neither a picture");
        refused(page, "drawing.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8), "SVG drawings can carry programs");
        refused(page, "bomb.png", bomb(), "10,000 × 10,000 pixels");
        refused(page, "form.pdf", "%PDF-1.4\n1 0 obj<</S /JavaScript /JS (app.alert(1))>>endobj\n%%EOF".getBytes(StandardCharsets.UTF_8), "carries programs");
        var film = folder.resolve("film.png");
        try (var file = new RandomAccessFile(film.toFile(), "rw")) {
            file.setLength(HUGE);
        }
        page.locator("#m-file").setInputFiles(film);
        assertThat(page.locator("#m-file-error")).containsText("larger than 20 MB");
        assertThat(page.locator("#m-file")).hasAttribute("aria-invalid", "true");
        priya.findsPageAccessible();

        // whoever leaves the page's own look at the size out is told by the server, or cut off in the middle
        assertThat((int) page.evaluate(SEND, List.of("film.png", HUGE))).isIn(0, 413);
        assertThat(priya.context().request().post(application.url() + "/console/media/upload?name=x.png").status()).as("without the token of a page").isEqualTo(403);
        assertThat(stored()).isEqualTo(before);
        assertThat(browser.visitor("Somebody", Look.PHONE).context().request().post(application.url() + "/console/media/upload?name=x.png").status()).isIn(302, 401, 403);

        page.locator("#m-file").setInputFiles(new FilePayload("cup.png", "image/png", picture(900, 600)));
        assertThat(page.locator(".media-list li")).containsText("cup.png");
        assertThat(stored()).isGreaterThan(before);
    }

    private static void refused(Page page, String name, byte[] content, String sentence) {
        page.locator("#m-file").setInputFiles(new FilePayload(name, "image/png", content));
        assertThat(page.locator("#m-file-error")).containsText(sentence);
        assertThat(page.locator("#m-file")).hasAttribute("aria-invalid", "true");
    }

    private long stored() {
        var schema = application.schema();
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password()); var statement = connection.createStatement();
             var row = statement.executeQuery("select (select count(*) from media_file) + (select count(*) from media_asset)")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] picture(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        return out.toByteArray();
    }

    /** A whole picture of a hundred million pixels, black: some hundred kilobytes until somebody reads it. */
    private static byte[] bomb() throws IOException {
        return picture(10_000, 10_000);
    }

    private static void live(Page page) {
        page.waitForFunction("() => !document.getElementById('static-page') && !!document.querySelector('#outlet main')");
    }
}
