import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** How long the server takes to sign somebody in and to take a registration, one after the other, and what of it is the password hash. */
public class SignInTimes {

    private static final String EMAIL = "maren@quietoar.example";
    private static final String PASSWORD = "harbourline";

    public static void main(String[] arguments) throws Exception {
        var url = arguments[0];
        var times = Integer.parseInt(arguments[1]);
        hash(times);
        signIn(url, times, EMAIL, PASSWORD, "sign-in, right password");
        signIn(url, 3, "nobody-" + UUID.randomUUID() + "@nowhere.example", "not the password", "sign-in, unknown address (3)");
        signIn(url, 3, "tobias@harbourline.example", "not the password", "sign-in, wrong password (3)");
        register(url, times);
        System.exit(0);
    }

    private static void hash(int times) {
        var encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
        var hash = encoder.encode(PASSWORD);
        var all = new ArrayList<Double>();
        for (int i = 0; i < times + 20; i++) {
            var begin = System.nanoTime();
            encoder.matches(PASSWORD, hash);
            all.add((System.nanoTime() - begin) / 1e6);
        }
        say("the password hash alone", all.subList(20, all.size()));
    }

    private static void signIn(String url, int times, String email, String password, String what) throws Exception {
        var all = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            var http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            var page = http.send(HttpRequest.newBuilder(URI.create(url + "/login")).header("Accept", "text/html").build(), BodyHandlers.ofString()).body();
            var token = Pattern.compile("<meta[^>]*name=\"_csrf\"[^>]*content=\"([^\"]+)\"|content=\"([^\"]+)\"[^>]*name=\"_csrf\"").matcher(page).results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1)).findFirst().orElseThrow();
            var body = "username=" + encoded(email) + "&password=" + encoded(password) + "&_csrf=" + encoded(token);
            var request = HttpRequest.newBuilder(URI.create(url + "/login")).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build();
            var begin = System.nanoTime();
            var answer = http.send(request, BodyHandlers.discarding());
            all.add((System.nanoTime() - begin) / 1e6);
            if (answer.statusCode() != 302) {
                throw new IllegalStateException("answered " + answer.statusCode());
            }
        }
        say(what, all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void register(String url, int times) {
        var chromium = Stream.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")).map(Path::of).filter(Files::exists).findFirst();
        var options = new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"));
        chromium.ifPresent(options::setExecutablePath);
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var all = new ArrayList<Double>();
            var page = playwright.chromium().launch(options).newPage();
            for (int i = 0; i < times; i++) {
                page.navigate(url + "/register");
                page.waitForFunction("() => !document.getElementById('static-page') && !!document.querySelector('#outlet main #email')");
                page.fill("#name", "Bench Person");
                page.fill("#email", "bench-" + UUID.randomUUID() + "@bench.example");
                page.fill("#password", "a lantern on the wharf");
                var answer = page.waitForResponse(response -> response.url().contains("v-r=uidl"), () -> page.click("main form button.primary"));
                answer.finished();
                var timing = answer.request().timing();
                all.add(timing.responseEnd - timing.requestStart);
                page.waitForSelector("main .entry-email");
            }
            say("registration, from the button to the page that says look into your mail", all);
        }
    }

    private static void say(String what, List<Double> all) {
        var sorted = all.stream().sorted().toList();
        System.out.printf("| %s | %.0f | %.0f | %.0f |%n", what, sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * .95)), sorted.getLast());
    }
}
