package app.regulars.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.RunningApplication;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries who does not use the form as it was meant. */
class SignInIT {

    private static final String CUSTOMER = "maren@quietoar.example";
    private static final String AGENT = "ellen@harbourline.example";
    private static final String PASSWORD = "harbourline";
    private static final Pattern TOKEN = Pattern.compile("<meta[^>]*name=\"_csrf\"[^>]*>");
    private static final Pattern CONTENT = Pattern.compile("content=\"([^\"]+)\"");

    private final RunningApplication application = RunningApplication.shared();

    @Test
    void keepsEverybodyOnTheirSideOfTheCounter() throws Exception {
        var customer = new Browser();
        assertThat(customer.signIn(CUSTOMER, PASSWORD)).isEqualTo("/my");
        assertThat(customer.get("/my").statusCode()).isEqualTo(200);
        for (var page : new String[] {"/console", "/console/customers", "/console/customers/C-00101", "/console/staff", "/console/outbox", "/console/nothing"}) {
            assertThat(customer.get(page).statusCode()).as(page).isEqualTo(403);
        }
        var agent = new Browser();
        assertThat(agent.signIn(AGENT, PASSWORD)).isEqualTo("/console");
        assertThat(agent.get("/console").statusCode()).isEqualTo(200);
        for (var page : new String[] {"/my", "/my/profile", "/my/privacy", "/my/orders", "/my/nothing"}) {
            assertThat(agent.get(page).statusCode()).as(page).isEqualTo(403);
        }
        var nobody = new Browser();
        for (var page : new String[] {"/my", "/my/orders/HL-20418", "/console", "/console/customers"}) {
            assertThat(location(nobody.get(page))).as(page).isEqualTo("/login");
        }
    }

    /** The plain request is refused as the live page would be, and no page is begun. */
    @Test
    void refusesAMemberOfStaffWhatHerRolesDoNotHold() throws Exception {
        var agent = new Browser();
        agent.signIn(AGENT, PASSWORD);
        for (var page : new String[] {"/console/staff", "/console/staff?open=new", "/console/roles", "/console/audit", "/console/audit.csv", "/console/customers.csv"}) {
            assertThat(agent.get(page).statusCode()).as(page).isEqualTo(403);
        }
        for (var page : new String[] {"/console", "/console/customers", "/console/orders", "/console/security"}) {
            assertThat(agent.get(page).statusCode()).as(page).isEqualTo(200);
        }
    }

    @Test
    void handsOutWholeListsOnlyAfterAFreshProof() throws Exception {
        var manager = new Browser();
        manager.signIn("priya@harbourline.example", PASSWORD, Map.of("remember-me", "on"));
        for (var file : new String[] {"/console/audit.csv?action=customer.viewed", "/console/customers.csv?q=maren"}) {
            assertThat(manager.get(file).statusCode()).as(file).isEqualTo(200);
        }
        var later = new Browser();
        later.put("remember-me", manager.cookie("remember-me"));
        assertThat(later.get("/console").statusCode()).isEqualTo(200);
        assertThat(location(later.get("/console/audit.csv?action=customer.viewed"))).isEqualTo("/prove?continue=%2Fconsole%2Faudit%3Faction%3Dcustomer.viewed");
        assertThat(location(later.get("/console/customers.csv?q=maren"))).isEqualTo("/prove?continue=%2Fconsole%2Fcustomers%3Fq%3Dmaren");
    }

    @Test
    void changesTheSessionAtSignIn() throws Exception {
        var browser = new Browser();
        browser.token();
        var before = browser.cookie("JSESSIONID");
        browser.signIn(CUSTOMER, PASSWORD);
        assertThat(browser.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
        var fixed = new Browser();
        fixed.put("JSESSIONID", before);
        assertThat(location(fixed.get("/my"))).isEqualTo("/login");
    }

    /** A page that is left says so on its line; said late, with the id from before the sign-in, it must not take the new one's place. */
    @ParameterizedTest
    @ValueSource(strings = {"close", "websocket", "long-polling"})
    void opensNoSessionForAPageThatIsLeft(String transport) throws Exception {
        var browser = new Browser();
        browser.token();
        var before = browser.cookie("JSESSIONID");
        browser.signIn(CUSTOMER, PASSWORD);
        var late = new Browser();
        late.put("JSESSIONID", before);
        late.post("/VAADIN/push?v-r=push&v-uiId=0&v-pushId=" + UUID.randomUUID() + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Transport=" + transport, Map.of());
        assertThat(late.cookie("JSESSIONID")).isEqualTo(before);
        assertThat(browser.get("/my").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAFormWithoutItsToken() throws Exception {
        var browser = new Browser();
        browser.token();
        assertThat(location(browser.post("/login", Map.of("username", CUSTOMER, "password", PASSWORD)))).isEqualTo("/login?again");
        assertThat(location(browser.post("/login?v-r=uidl", Map.of("username", CUSTOMER, "password", PASSWORD)))).isEqualTo("/login?again");
        assertThat(location(browser.get("/my"))).isEqualTo("/login");
        browser.signIn(CUSTOMER, PASSWORD);
        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/my").statusCode()).isEqualTo(200);
    }

    @Test
    void saysNothingOfWhoIsThere() throws Exception {
        var known = refusal("odile@harbourline.example");
        var unknown = refusal("nobody-" + UUID.randomUUID() + "@harbourline.example");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(location(known)).isEqualTo(location(unknown)).isEqualTo("/login?wrong");
        assertThat(known.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
        assertThat(known.body()).isEqualTo(unknown.body());
    }

    @Test
    void takesAsLongForAStranger() throws Exception {
        refusal("warm-up-" + UUID.randomUUID() + "@harbourline.example");
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            known = Math.min(known, time("tobias@harbourline.example"));
            unknown = Math.min(unknown, time("nobody-" + UUID.randomUUID() + "@harbourline.example"));
        }
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    @Test
    void makesGuessingSlowForKnownAndUnknownAlike() throws Exception {
        for (var who : new String[] {"soren@harbourline.example", "nobody-" + UUID.randomUUID() + "@harbourline.example"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(location(refusal(who))).isEqualTo("/login?wrong");
            }
            assertThat(location(refusal(who))).isEqualTo("/login?wait=1");
            assertThat(location(refusal(who.toUpperCase(java.util.Locale.ROOT)))).as("however it is written").isEqualTo("/login?wait=1");
        }
        assertThat(new Browser().signIn(CUSTOMER, PASSWORD)).as("nobody else is kept out").isEqualTo("/my");
    }

    @Test
    void grantsNoMoreGuessesToManyAtOnce() throws Exception {
        var who = "crowd-" + UUID.randomUUID() + "@harbourline.example";
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(12)) {
            var answers = threads.invokeAll(java.util.Collections.nCopies(12, () -> location(refusal(who))));
            assertThat(answers.stream().map(java.util.concurrent.Future::resultNow).filter("/login?wrong"::equals)).hasSize(5);
        }
    }

    @Test
    void usesNothingUpWhenAProgramOpensALinkThatSignsIn() throws Exception {
        for (var path : new String[] {"/sign-in/" + "x".repeat(43), "/email/" + "x".repeat(43), "/reset/" + "x".repeat(43), "/confirm/" + "x".repeat(43)}) {
            var answer = new Browser().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void asksNobodyButThePersonForAProof() throws Exception {
        for (var page : new String[] {"/my/security", "/my/security?do=close", "/console/security", "/prove"}) {
            assertThat(location(new Browser().get(page))).as(page).isEqualTo("/login");
        }
        var customer = new Browser();
        customer.signIn(CUSTOMER, PASSWORD);
        assertThat(customer.get("/console/security").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "/a//evil.example", "javascript:alert(1)", "/login"})
    void goesOnToNoOtherSite(String onward) throws Exception {
        assertThat(new Browser().signIn(CUSTOMER, PASSWORD, Map.of("continue", onward))).isEqualTo("/my");
    }

    @Test
    void goesOnToThePageThatWasAskedFor() throws Exception {
        assertThat(new Browser().signIn(CUSTOMER, PASSWORD, Map.of("continue", "/cart"))).isEqualTo("/cart");
        var browser = new Browser();
        browser.get("/my/privacy");
        assertThat(browser.signIn(CUSTOMER, PASSWORD)).isEqualTo("/my/privacy");
    }

    @Test
    void remembersABrowserAndForgetsATamperedOne() throws Exception {
        var browser = new Browser();
        browser.signIn(CUSTOMER, PASSWORD, Map.of("remember-me", "on"));
        var cookie = browser.cookie("remember-me");
        assertThat(cookie).isNotBlank();

        var later = new Browser();
        later.put("remember-me", cookie);
        assertThat(later.get("/my").statusCode()).isEqualTo(200);
        assertThat(later.get("/console").statusCode()).as("remembered, and still on her side of the counter").isEqualTo(403);
        var elsewhere = new Browser();
        elsewhere.put("remember-me", cookie);
        assertThat(elsewhere.get("/art/favicon.svg").headers().allValues("Set-Cookie")).isEmpty();

        var series = new String(java.util.Base64.getDecoder().decode(cookie + "=".repeat((4 - cookie.length() % 4) % 4)), StandardCharsets.UTF_8).split(":")[0];
        var thief = new Browser();
        thief.put("remember-me", java.util.Base64.getEncoder().withoutPadding().encodeToString((series + ":guess").getBytes(StandardCharsets.UTF_8)));
        assertThat(location(thief.get("/my"))).isEqualTo("/login");
        var ended = new Browser();
        ended.put("remember-me", cookie);
        assertThat(location(ended.get("/my"))).isEqualTo("/login");
    }

    @Test
    void letsNobodyInByAWrongLink() throws Exception {
        var browser = new Browser();
        assertThat(location(browser.get("/enter/nonsense"))).isEqualTo("/login");
        assertThat(location(browser.get("/my"))).isEqualTo("/login");
    }

    @Test
    void saysThatAnAddressIsNone() throws Exception {
        var nobody = new Browser();
        for (var path : new String[] {"/no-such-page", "/wp-login.php", "/error", "/actuator/env", "/myself"}) {
            var answer = nobody.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("<h1");
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
        var customer = new Browser();
        customer.signIn(CUSTOMER, PASSWORD);
        assertThat(customer.get("/no-such-page").statusCode()).isEqualTo(404);
        assertThat(customer.get("/console").body()).contains("<h1");
    }

    @Test
    void bearsEndlessInput() throws Exception {
        var browser = new Browser();
        assertThat(location(browser.post("/login", Map.of("username", "x".repeat(10_000), "password", "y".repeat(10_000), "_csrf", browser.token()))))
                .isEqualTo("/login?wrong");
        assertThat(location(browser.post("/login", Map.of("username", "🙂<script>", "password", "\u202E", "_csrf", browser.token())))).isEqualTo("/login?wrong");
    }

    private HttpResponse<String> refusal(String email) throws Exception {
        var browser = new Browser();
        return browser.post("/login", Map.of("username", email, "password", "not the password", "_csrf", browser.token()));
    }

    private long time(String email) throws Exception {
        var browser = new Browser();
        var token = browser.token();
        var begin = System.nanoTime();
        browser.post("/login", Map.of("username", email, "password", "not the password", "_csrf", token));
        return System.nanoTime() - begin;
    }

    private String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").map(place -> place.replace(application.url(), "")).orElse("none, but " + response.statusCode());
    }

    /** A browser without scripts. */
    private final class Browser {

        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();

        String signIn(String email, String password) throws IOException, InterruptedException {
            return signIn(email, password, Map.of());
        }

        String signIn(String email, String password, Map<String, String> more) throws IOException, InterruptedException {
            var fields = new java.util.HashMap<>(more);
            fields.putAll(Map.of("username", email, "password", password, "_csrf", token()));
            return location(post("/login", fields));
        }

        String token() throws IOException, InterruptedException {
            var matcher = TOKEN.matcher(get("/login").body());
            assertThat(matcher.find()).isTrue();
            var content = CONTENT.matcher(matcher.group());
            assertThat(content.find()).isTrue();
            return content.group(1);
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return http.send(HttpRequest.newBuilder(URI.create(application.url() + path)).header("Accept", path.startsWith("/art/") ? "image/*" : "text/html").build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            var body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
            return http.send(HttpRequest.newBuilder(URI.create(application.url() + path)).header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept", "text/html").POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        }

        String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue).findFirst().orElse(null);
        }

        void put(String name, String value) {
            var cookie = new HttpCookie(name, value);
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(URI.create(application.url()), cookie);
        }
    }
}
