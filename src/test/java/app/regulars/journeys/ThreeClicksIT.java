package app.regulars.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.RunningApplication;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** F024: from the home page of the demonstration shop every published product is at most three clicks away, and its name finds it. */
class ThreeClicksIT {

    private static final int CLICKS = 3;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern PRODUCT = Pattern.compile("/p/([a-z0-9-]+)");
    private static final Pattern HEADING = Pattern.compile("(?s)<h1[^>]*>(.*?)</h1>");

    private final RunningApplication application = RunningApplication.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyProductIsThreeClicksAwayOrLess() throws Exception {
        var products = published();
        assertThat(products).hasSizeGreaterThan(40);
        var clicks = clicks();
        var missing = new TreeSet<>(products);
        missing.removeAll(clicks.keySet());
        assertThat(missing).as("not within %s clicks from the home page, of %s products", CLICKS, products.size()).isEmpty();
        var byDistance = new TreeMap<Integer, Long>();
        products.forEach(product -> byDistance.merge(clicks.get(product), 1L, Long::sum));
        assertThat(byDistance.keySet()).as("clicks needed: %s", byDistance).allMatch(needed -> needed <= CLICKS);
    }

    @Test
    void everyProductIsFoundByItsName() throws Exception {
        var missing = new ArrayList<String>();
        for (var product : published()) {
            var heading = HEADING.matcher(get("/p/" + product));
            assertThat(heading.find()).as(product).isTrue();
            var name = text(heading.group(1));
            var found = get("/search?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
            if (!links(found).contains("/p/" + product)) {
                missing.add(product + " by “" + name + "”");
            }
        }
        assertThat(missing).as("not on the first page of a search for its own name").isEmpty();
    }

    /** What search engines are told of. */
    private Set<String> published() throws Exception {
        var found = new TreeSet<String>();
        var map = PRODUCT.matcher(get("/sitemap.xml"));
        while (map.find()) {
            found.add(map.group(1));
        }
        return found;
    }

    /** By product, how many clicks it takes; only links that stand in the pages are followed, and pages of lists only. */
    private Map<String, Integer> clicks() throws Exception {
        var products = new HashMap<String, Integer>();
        var seen = new LinkedHashSet<>(List.of("/"));
        var now = List.of("/");
        for (int click = 1; click <= CLICKS; click++) {
            var next = new ArrayList<String>();
            for (var page : now) {
                for (var link : links(get(page))) {
                    var product = PRODUCT.matcher(link);
                    if (product.matches()) {
                        products.putIfAbsent(product.group(1), click);
                    } else if (isList(link) && seen.add(link)) {
                        next.add(link);
                    }
                }
            }
            now = next;
        }
        return products;
    }

    /** A list as it is, or another page of it; narrowing and sorting are no new lists. */
    private static boolean isList(String link) {
        return link.matches("/(c|collection)/[a-z0-9-]+(\\?page=\\d+)?|/search(\\?page=\\d+)?");
    }

    private static Set<String> links(String page) {
        var links = new LinkedHashSet<String>();
        var found = LINK.matcher(page);
        while (found.find()) {
            links.add(text(found.group(1)).replaceAll("^(/p/[a-z0-9-]+)\\?.*", "$1"));
        }
        return links;
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", "").replace("&amp;", "&").replace("&#39;", "'").replace("&#34;", "\"").strip();
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(application.url() + path)).header("Accept-Language", "en-CA").header("Accept", "text/html,*/*").build(),
                BodyHandlers.ofString());
        return answer.statusCode() == 200 ? answer.body() : "";
    }
}
