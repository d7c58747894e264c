package app.regulars.journeys;

import static app.regulars.testing.Visitor.live;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.staff.Authenticator;
import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A shop that starts with nothing sells its first product, and nobody touches a file or a database for it. */
class EmptyShopIT {

    private static final String EMAIL = "nora@petitport.example";
    private static final String PASSWORD = "a quiet harbour 7";

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

    private static RunningApplication application;

    @TempDir
    private Path folder;

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(() -> application.url());

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--regulars.demo=false");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void fromNothingToTheFirstSaleByItsPagesAlone() throws IOException {
        var nora = browser.visitor("Nora", Look.DESKTOP).expectsProblem("422|413|403|ERR_CONNECTION"); // what is refused on the way
        begins(nora);
        saysWhoTheShopIs(nora);
        setsUpDelivery(nora);
        putsUpAShelf(nora);
        putsAProductOnIt(nora);
        isRefusedWhatIsNoPicture(nora);
        var number = somebodyFindsAndBuysIt();

        var page = open(nora, "/console");
        assertThat(page.locator("main")).containsText(number);
        assertThat(page.locator(".first-steps")).hasCount(0);
        nora.findsPageAccessible();
        open(nora, "/console/catalog/edit/harbour-mug");
        assertThat(page.locator("#p-v1-stock")).hasValue("8"); // kept for her, and on the shelf until it is packed
    }

    private void begins(Visitor nora) throws IOException {
        var link = Pattern.compile("(/welcome\\?key=\\S+)").matcher(Files.readString(application.log()));
        assertThat(link.find()).as("the link to begin is printed").isTrue();
        var page = open(nora, link.group(1));
        page.locator("#shop").fill("Petit Port");
        page.locator("#name").fill("Nora Roy");
        page.locator("#email").fill(EMAIL);
        page.locator("#password").fill(PASSWORD);
        nora.findsPageAccessible();
        page.locator("main form button").click();
        page.waitForURL("**/login**");
        page.locator("#username").fill(EMAIL);
        page.locator("#password").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/second-step**");
        live(page);
        var phone = new Authenticator(page.locator(".secret").innerText());
        page.locator("#code").fill(phone.code());
        page.keyboard().press("Enter");
        page.locator("[data-action=go]").click();
        page.waitForURL("**/console");
        live(page);
        assertThat(page.locator(".first-steps > li")).hasCount(6);
        nora.findsPageAccessible();
    }

    private static void saysWhoTheShopIs(Visitor nora) {
        var page = step(nora, "/console/shop");
        page.locator("#line1").fill("2 Quai du Vent");
        page.locator("#city").fill("Percé");
        page.locator("#province").selectOption("QC");
        page.locator("#postalCode").fill("G0C 2L0");
        page.locator("#email").fill("bonjour@petitport.example");
        page.locator("form[data-action=save] button.pri").click();
        done(page);
    }

    private static void setsUpDelivery(Visitor nora) {
        var page = step(nora, "/console/delivery");
        page.locator(".setup-list a", new Page.LocatorOptions().setHasText("Change")).first().click();
        page.locator("#price0").fill("8.50");
        page.locator("form[data-action=save] button.pri").click();
        assertThat(page.locator(".setup-list")).containsText("QC: $8.50");
    }

    private static void putsUpAShelf(Visitor nora) {
        var page = step(nora, "/console/catalog/categories?open=new");
        nora.findsPageAccessible();
        page.locator("button.pri").click();
        assertThat(page.locator("#p-category-en")).hasAttribute("aria-invalid", "true");
        page.locator("#p-category-en").fill("Mugs");
        page.locator("#p-category-fr").fill("Tasses");
        page.locator("button.pri").click();
        assertThat(page.locator(".setup-list li")).hasCount(1);
    }

    private static void putsAProductOnIt(Visitor nora) throws IOException {
        var page = step(nora, "/console/catalog/edit");
        page.locator("#p-name-en").fill("Harbour mug");
        save(page);
        assertThat(page.locator("#p-v0-sku")).hasAttribute("aria-invalid", "true");
        page.locator("#p-name-fr").fill("Tasse du port");
        page.locator("#p-description-en").fill("Stoneware, thrown by hand.");
        page.locator("#p-category").selectOption("mugs");
        page.locator("#p-file").setInputFiles(new FilePayload("mug.png", "image/png", "#!/bin/sh".getBytes()));
        assertThat(page.locator("#p-file-error")).containsText("neither a picture");
        page.locator("#p-file").setInputFiles(new FilePayload("mug.png", "image/png", picture()));
        assertThat(page.locator("#p-art")).hasValue(Pattern.compile("/media/[0-9a-f]{32}/1280\\.jpg"));
        page.locator("#p-more").setInputFiles(new FilePayload("care.pdf", "application/pdf", "%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF".getBytes()));
        assertThat(page.locator("#p-gallery")).hasValue(Pattern.compile("/media/[0-9a-f]{32}/document\\.pdf"));
        page.locator("#p-alt-en").fill("A blue mug");
        page.locator("button[value=option]").click();
        page.locator("#p-o0-en").fill("Colour");
        page.locator("#p-o0v0-en").fill("Blue");
        page.locator("#p-o0v1-en").fill("White");
        page.locator("#p-v0-sku").fill("mug");
        page.locator("#p-v0-price").fill("24,50");
        page.locator("#p-v0-grams").fill("420");
        page.locator("button[value=articles]").click();
        assertThat(page.locator("#p-v1-sku")).hasValue("MUG-WHITE");
        page.locator("#p-v0-stock").fill("5");
        page.locator("#p-v1-stock").fill("8");
        page.locator("input[name=state][value=now]").check();
        nora.findsPageAccessible().picture("empty-shop-product");
        save(page);
        page.waitForURL("**/console/catalog/edit/harbour-mug");
        assertThat(page.locator("h1")).hasText("Harbour mug");
    }

    /** A sentence stands beside the field, and nothing is kept. */
    private void isRefusedWhatIsNoPicture(Visitor nora) throws IOException {
        var page = open(nora, "/console/catalog/media");
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
        nora.findsPageAccessible();
        // whoever leaves the page's own look at the size out is told by the server, or cut off in the middle
        assertThat((int) page.evaluate(SEND, List.of("film.png", HUGE))).isIn(0, 413);
        assertThat(nora.context().request().post(application.url() + "/console/media/upload?name=x.png").status()).as("without the token of a page").isEqualTo(403);
        assertThat(stored()).isEqualTo(before);
    }

    private static void refused(Page page, String name, byte[] content, String sentence) {
        page.locator("#m-file").setInputFiles(new FilePayload(name, "image/png", content));
        assertThat(page.locator("#m-file-error")).containsText(sentence);
        assertThat(page.locator("#m-file")).hasAttribute("aria-invalid", "true");
    }

    private static long stored() {
        var schema = application.schema();
        try (var connection = DriverManager.getConnection(schema.url(), schema.user(), schema.password()); var statement = connection.createStatement();
             var row = statement.executeQuery("select (select count(*) from media_file) + (select count(*) from media_asset)")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A whole picture of a hundred million pixels, black: some hundred kilobytes until somebody reads it. */
    private static byte[] bomb() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        return out.toByteArray();
    }

    private String somebodyFindsAndBuysIt() {
        var visitor = browser.visitor("Somebody", Look.PHONE);
        var page = open(visitor, "/");
        visitor.findsPageAccessible().picture("empty-shop-home");
        page.locator("header input[type=search]").first().fill("harbor mugs");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/search\\?.*"));
        live(page);
        page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Harbour mug").setExact(true)).first().click();
        page.waitForURL("**/p/harbour-mug**");
        live(page);
        assertThat(page.locator("#picture")).hasAttribute("alt", "A blue mug");
        assertThat(page.locator(".documents a")).containsText("care.pdf");
        page.locator("label", new Page.LocatorOptions().setHasText("White")).first().click();
        visitor.findsPageAccessible().picture("empty-shop-page");
        page.locator("#addform button.primary").first().click();
        assertThat(page.getByText(Pattern.compile("In your cart")).first()).isVisible();
        open(visitor, "/checkout");
        page.locator("#co-name").fill("Robin Small");
        page.locator("#co-email").fill("robin@journey.example");
        page.locator("#co-recipient").fill("Robin Small");
        page.locator("#co-line1").fill("5 rue du Phare");
        page.locator("#co-city").fill("Gaspé");
        page.locator("#co-province").selectOption("QC");
        page.locator("#co-postalCode").fill("G4X 1A1");
        page.locator("label[for=ship-van], label:has(#ship-van)").first().click();
        assertThat(page.locator("#sums")).containsText("$8.50");
        page.locator("#co-terms:not(:checked)").all().forEach(com.microsoft.playwright.Locator::check);
        page.locator("main button[form=co]:visible").first().click();
        page.waitForURL(Pattern.compile(".*/checkout/done/.*"));
        return page.url().replaceFirst(".*/", "");
    }

    /** By the list of first steps, as she would. */
    private static Page step(Visitor visitor, String address) {
        var page = open(visitor, "/console");
        page.locator(".first-steps .what a[href='" + address + "']").click();
        page.waitForURL("**" + address.replace("?", "\\?"));
        live(page);
        return page;
    }

    private static void save(Page page) {
        page.locator("button[value=save]").first().click();
    }

    private static void done(Page page) {
        assertThat(page.locator(".notices, [role=status]").first()).isVisible();
    }

    private static byte[] picture() throws IOException {
        var picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new Color(60, 110, 140));
        pen.fillOval(300, 200, 900, 800);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static Page open(Visitor visitor, String path) {
        visitor.goesTo(path);
        live(visitor.page());
        return visitor.page();
    }
}
