package app.regulars.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That the browser really looks: a test tool that sees nothing would pass everything. */
class TestBrowserIT {

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>Coffee</title><meta name="viewport" content="width=device-width">
            <link rel="icon" href="data:,"></head><body><main><h1>Coffee</h1><p>%s</p></main></body></html>""";

    private static HttpServer server;

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(() -> "http://localhost:" + server.getAddress().getPort());

    @BeforeAll
    static void servePages() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/good", PAGE.formatted("Fresh beans"));
        serve("/bad", PAGE.formatted("<img src=\"data:,\"><span style=\"color:#ddd;background:#fff\">pale</span>"));
        serve("/broken", PAGE.formatted("<script>console.error('out of beans')</script>"));
        server.start();
    }

    @AfterAll
    static void stopServing() {
        server.stop(0);
    }

    @Test
    void showsEachVisitorTheirOwnWindow() {
        Visitor maya = browser.visitor("Maya", Look.PHONE);
        Visitor agent = browser.visitor("Agent", Look.DESKTOP.dark().in("fr-CA"));
        maya.goesTo("/good").findsPageAccessible();
        agent.goesTo("/good");
        assertThat(maya.page().locator("h1")).hasText("Coffee");
        assertThat(maya.page().evaluate("innerWidth")).isEqualTo(390);
        assertThat(agent.page().evaluate("innerWidth")).isEqualTo(1440);
        assertThat(agent.page().evaluate("navigator.language")).isEqualTo("fr-CA");
        assertThat(agent.page().evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).isEqualTo(true);
    }

    @Test
    void namesWhatIsNotAccessible() {
        Visitor maya = browser.visitor("Maya", Look.PHONE).goesTo("/bad");
        assertThatThrownBy(maya::findsPageAccessible)
                .hasMessageContaining("image-alt")
                .hasMessageContaining("color-contrast");
    }

    @Test
    void collectsWhatTheBrowserComplainsAbout() {
        Visitor maya = browser.visitor("Maya", Look.DESKTOP).goesTo("/broken");
        assertThat(maya.unexpectedProblems()).singleElement().asString().contains("out of beans");
        maya.expectsProblem("out of beans");
        assertThat(maya.unexpectedProblems()).isEmpty();
    }

    private static void serve(String path, String html) {
        server.createContext(path, exchange -> {
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
