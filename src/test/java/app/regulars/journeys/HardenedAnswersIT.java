package app.regulars.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.RunningApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged application answers to whoever does not come with a browser and good intentions. */
class HardenedAnswersIT {

    private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final RunningApplication application = RunningApplication.shared();

    @AfterAll
    static void close() {
        HTTP.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/p/guji-dawn", "/login", "/cart", "/my", "/nothing-here", "/art/favicon.svg", "/sitemap.xml"})
    void tellsTheBrowserWhatToRefuse(String path) throws Exception {
        var headers = get(path, "X-Forwarded-Proto", "https").headers();
        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(value -> assertThat(value)
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
        assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
        assertThat(headers.firstValue("Cache-Control")).isPresent();
        headers.allValues("Set-Cookie").forEach(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sw.js", "/manifest.webmanifest", "/offline.html", "/icons/icon.png", "/VAADIN/x.js", "/VAADIN/build/x.js", "/themes/x", "/wp-login.php",
        "/.env", "/actuator/env", "/h2-console"})
    void opensNoSessionForWhatIsNotThere(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/art/..%2f..%2fapplication.properties", "/art/%2e%2e/%2e%2e/application.properties", "/p/a%2fb", "/p/%00", "/styles/..;/application.properties"})
    void refusesToLeaveTheHouse(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("spring.datasource", "Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=%ED%A0%80", "/search?q=%00", "/search?page=-1&q=coffee", "/search?page=2147483647&q=coffee"})
    void answersAQueryThatNobodyTyped(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/logout", "/language", "/my/orders", "/console/orders"})
    void takesNoFormWithoutItsToken(String path) throws Exception {
        var post = HttpRequest.newBuilder(URI.create(application.url() + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=priya%40harbourline.example&password=harbourline")).build();
        var answer = HTTP.send(post, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(302, 403);
        assertThat(answer.headers().firstValue("Location").orElse("/login?again")).startsWith("/login");
    }

    @Test
    void redirectsOnlyWithinTheHouse() throws Exception {
        assertThat(get("/my").headers().firstValue("Location")).hasValue("/login");
        for (var back : new String[] {"//evil.example", "/%5Cevil.example", "https://evil.example", "javascript:alert(1)"}) {
            assertThat(get("/language?to=fr&back=" + back).headers().firstValue("Location")).hasValue("/");
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(application.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
