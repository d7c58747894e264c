package app.regulars.account;

import static app.regulars.testing.Visitor.live;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Through the door of another provider and back, in a browser, as people go. */
class ProviderIT {

    private static final StandInProvider PROVIDER = new StandInProvider();
    private static RunningApplication application;

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(() -> application.url());

    private final String subject = UUID.randomUUID().toString();
    private final String email = "kit-" + subject.substring(0, 8) + "@harbour-id.example";

    @BeforeAll
    static void start() {
        var registration = "--spring.security.oauth2.client.registration.harbour-id.";
        application = RunningApplication.start(RunningApplication.shared().schema(), registration + "client-id=regulars", registration + "client-secret=secret", registration + "client-name=Harbour ID",
                registration + "scope=openid,email,profile", "--spring.security.oauth2.client.provider.harbour-id.issuer-uri=" + PROVIDER.url());
    }

    @AfterAll
    static void stop() {
        application.close();
        PROVIDER.stop();
    }

    @Test
    void bringsInWhomTheProviderVouchesForAndNobodyElse() {
        var kit = browser.visitor("Kit", Look.PHONE);
        PROVIDER.person(Map.of("sub", subject, "email", email, "email_verified", false, "name", "Kit Wharfinger"));
        var page = goes(kit.goesTo("/login").page());
        assertThat(page).hasURL(application.url() + "/login?provider");
        assertThat(page.locator("main [role=alert]").first()).isVisible();
        kit.findsPageAccessible().picture("provider-refused");

        PROVIDER.person(Map.of("sub", subject, "email", email, "email_verified", true, "name", "Kit Wharfinger"));
        goes(page);
        assertThat(page).hasURL(application.url() + "/my");
        live(page);
        assertThat(page.locator("main")).containsText("Kit");
        kit.findsPageAccessible().picture("provider-came-in");

        // it is one account, known by the provider's word for her, whatever becomes of the address
        kit.context().clearCookies();
        PROVIDER.person(Map.of("sub", subject, "email", "elsewhere@harbour-id.example", "email_verified", true));
        goes(kit.goesTo("/login").page());
        assertThat(page).hasURL(application.url() + "/my");
        kit.goesTo("/my/security");
        live(page);
        assertThat(page.locator("main")).containsText(email);
    }

    private static Page goes(Page page) {
        live(page);
        page.waitForNavigation(() -> page.locator("a[href='/oauth2/authorization/harbour-id']").click());
        return page;
    }
}
