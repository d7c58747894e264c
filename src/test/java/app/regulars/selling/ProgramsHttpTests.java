package app.regulars.selling;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.RateLimits;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

/** Programs and the links of agents as they come in over the wire, through every filter there is. */
@RegularsTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithStaff
class ProgramsHttpTests {

    private static final StaffId BY = new StaffId(Ids.next());

    @Autowired
    private SellingDesk desk;
    @Autowired
    private Goods goods;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Environment environment;
    @Autowired
    private RateLimits limits;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private String sku;
    private CustomerId amelie;
    private String key;

    @BeforeEach
    void aProgramOfAmelie() {
        List.of("127.0.0.1", "0:0:0:0:0:0:0:1").forEach(address -> limits.forget(RateLimits.Limit.guessing("api-key"), address));
        sku = "WIRE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        goods.article(sku, "standard", "12.00", 50);
        amelie = customers.obtain("amelie-" + UUID.randomUUID() + "@example.com", "Amélie Cormier", null, null, Locale.CANADA, "test");
        key = desk.makeKey("Her till", customers.find(amelie).orElseThrow().number(), "", BY);
    }

    @Test
    void aKeyOpensWithoutCookieSessionOrToken() throws Exception {
        var placed = send(post(key), "/api/v1/orders");
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        assertThat(placed.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(placed.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var read = send(HttpRequest.newBuilder().header("Authorization", "Bearer " + key), placed.headers().firstValue("Location").orElseThrow());
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().allValues("Set-Cookie")).isEmpty();
        var french = send(HttpRequest.newBuilder().header("Authorization", "Bearer " + key).header("Accept-Language", "fr-CA"), "/api/v1/orders/HL-99999999");
        assertThat(french.statusCode()).isEqualTo(404);
        assertThat(french.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(french.body()).doesNotContain("There is no such thing");
    }

    @Test
    void nothingElseOpens() throws Exception {
        for (var cookie : List.of("JSESSIONID=none; remember-me=" + key, "agent=" + key)) {
            var answer = send(HttpRequest.newBuilder().header("Cookie", cookie), "/api/v1/orders");
            assertThat(answer.statusCode()).as(cookie).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(send(HttpRequest.newBuilder(), "/api/v1/orders?key=" + key).statusCode()).as("in the address").isEqualTo(401);
        assertThat(send(post("rgl_" + "0".repeat(40)), "/api/v1/orders").statusCode()).as("a wrong one").isEqualTo(401);
        var made = desk.keys().stream().filter(each -> amelie.equals(each.customer())).findFirst().orElseThrow();
        desk.revoke(made.id(), BY);
        assertThat(send(post(key), "/api/v1/orders").statusCode()).as("revoked").isEqualTo(401);
        assertThat(send(post(key), "/api/v1/orders").statusCode()).as("once too often").isEqualTo(429);
        var other = desk.makeKey("Her other till", customers.find(amelie).orElseThrow().number(), "", BY);
        assertThat(send(post(other), "/api/v1/orders").statusCode()).as("a right one from the same place").isEqualTo(201);
    }

    @Test
    void aKeyIsNoWayIntoTheHouse() throws Exception {
        for (var page : List.of("/console/orders", "/my/orders", "/console/invoices/list.csv")) {
            var answer = send(HttpRequest.newBuilder().header("Authorization", "Bearer " + key), page);
            assertThat(answer.statusCode()).as(page).isIn(302, 401, 403);
            assertThat(answer.headers().firstValue("Location").orElse("/login")).as(page).contains("/login");
        }
    }

    @Test
    void anAddressThatIsNoneIsSaidSoInTheWayOfPrograms() throws Exception {
        for (var path : new String[] {"/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/orders/HL-1/nothing", "/api/v1/nothing?v-r=uidl"}) {
            for (var method : new String[] {"GET", "POST", "DELETE"}) {
                var answer = send(HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.ofString("{}")).header("Authorization", "Bearer " + key), path);
                assertThat(answer.statusCode()).as("%s %s", method, path).isEqualTo(404);
                assertThat(answer.headers().firstValue("Content-Type")).as("%s %s", method, path).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
                assertThat(answer.body()).contains("\"status\":404");
            }
        }
        for (var path : new String[] {"/api/v1/orders", "/api/v1/calls", "/api/v1/inquiries"}) {
            var answer = send(HttpRequest.newBuilder().DELETE().header("Authorization", "Bearer " + key), path);
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).as(path).hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
            assertThat(answer.body()).contains("\"status\":405");
        }
    }

    @Test
    void saysHowInBothLanguages() throws Exception {
        assertThat(send(HttpRequest.newBuilder(), "/api").body()).contains("Ordering by program", "/api/v1/openapi.yaml", "Idempotency-Key");
        assertThat(send(HttpRequest.newBuilder().header("Accept-Language", "fr-CA"), "/api").body()).contains("Commander par programme");
        assertThat(send(HttpRequest.newBuilder(), "/api/v1/openapi.yaml").statusCode()).isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder().header("Authorization", "Bearer " + key), "/api/v1/products?limit=100").body()).contains("\"available\":");
    }

    @Test
    void theLinkOfAnAgentIsRememberedOnPublicPagesAndGone() throws Exception {
        var code = "AG-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        desk.save(new AgentForm(code, "Harbour Hotel", "partner", true, Set.of()), BY);
        for (var page : List.of("/", "/search", "/login")) {
            var answer = send(HttpRequest.newBuilder(), page + "?agent=" + code.toLowerCase(Locale.ROOT) + "&q=tea");
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue(page + "?q=tea");
            assertThat(answer.headers().allValues("Set-Cookie")).singleElement().satisfies(cookie -> assertThat(cookie).startsWith("agent=" + code + ";").contains("HttpOnly", "SameSite=Lax", "Max-Age=2592000"));
        }
        var unknown = send(HttpRequest.newBuilder(), "/?agent=NOBODY-AT-ALL");
        assertThat(unknown.statusCode()).isEqualTo(302);
        assertThat(unknown.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(send(HttpRequest.newBuilder(), "//evil.example/?agent=" + code).headers().firstValue("Location").orElse("/")).doesNotStartWith("//");
    }

    private HttpRequest.Builder post(String secret) {
        return HttpRequest.newBuilder().header("Authorization", "Bearer " + secret).header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":1}],\"shipping\":\"standard\",\"address\":{\"recipient\":\"Amélie\","
                        + "\"line1\":\"1462 Birmingham Street\",\"city\":\"Halifax\",\"province\":\"NS\",\"postalCode\":\"B3J 2J1\",\"country\":\"CA\"}}"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
        return client.send(request.uri(URI.create("http://localhost:" + environment.getProperty("local.server.port") + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
