package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.account.Registration;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Secrets;
import app.regulars.platform.web.PublicCache;
import app.regulars.testing.RegularsTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The first page knows whom it has before it, and tells nobody else. */
@RegularsTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PersonalHomeTests {

    @Autowired
    private Registration registration;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;
    @Autowired
    private Environment environment;
    @Autowired
    private PublicCache pages;
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void leaveNoPageToOthers() {
        pages.changed();
    }

    @Test
    void greetsARememberedCustomerInTheFirstAnswerAndNobodyElse() throws Exception {
        var cookie = remembered("Quillon Petitpas");
        var mine = get(cookie);
        assertThat(mine.body()).contains("Quillon.</span>", "href=\"/my\"");
        assertThat(mine.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(mine.headers().firstValue("ETag")).isEmpty();

        var session = mine.headers().allValues("Set-Cookie").stream().filter(each -> each.startsWith("JSESSIONID")).findFirst().orElseThrow().split(";")[0];
        assertThat(get(session).body()).contains("Quillon");

        for (var nobody : new String[] {null, "JSESSIONID=none", "remember-me=bm9uZQ"}) {
            var theirs = get(nobody);
            assertThat(theirs.body()).doesNotContain("Quillon").contains("href=\"/login\"");
            assertThat(theirs.headers().firstValue("ETag")).isPresent();
            assertThat(theirs.headers().allValues("Set-Cookie")).noneMatch(each -> each.startsWith("JSESSIONID"));
        }
    }

    private String remembered(String name) {
        var email = UUID.randomUUID() + "@home.example";
        var customer = customers.obtain(email, name, null, null, Locale.CANADA, "registration");
        registration.openAccount(customer, "four grey gulls", clock.instant());
        var account = jdbc.queryForObject("select id from account where email = ?", byte[].class, email);
        var series = UUID.randomUUID().toString();
        var secret = Secrets.next();
        var now = clock.instant();
        jdbc.update("insert into remembered_browser (series, account_id, secret_hash, browser, created_at, last_used_at, expires_at) values (?, ?, ?, '', ?, ?, ?)", series,
                account, Secrets.hash(secret), Columns.utc(now), Columns.utc(now), Columns.utc(now.plus(Duration.ofDays(1))));
        return "remember-me=" + Base64.getEncoder().encodeToString((series + ":" + secret).getBytes(StandardCharsets.UTF_8)).replaceAll("=+$", "");
    }

    private HttpResponse<String> get(String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + environment.getProperty("local.server.port") + "/")).header("Accept", "text/html");
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
