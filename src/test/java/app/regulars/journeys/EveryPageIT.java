package app.regulars.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import app.regulars.testing.Visitor;
import com.microsoft.playwright.Page;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route of the application, as the demonstration fills it: axe finds nothing, nothing has to be scrolled sideways, no text
 * is a key, and the page stands in the right part of the house. The routes are read from the code, so that a new page is looked at
 * without being named here; one with a parameter is found by a link of another page.
 */
class EveryPageIT {

    private static final String PASSWORD = "harbourline";
    private static final Pattern KEY = Pattern.compile("\\b(account|approving|catalog|console|customer|faq|forum|gap|calling|inquiry|inventory|invoicing|matching|merchant|watching|contracting|reordering|notification|ordering|payment|"
            + "personaldata|platform|portal|pricing|privacy|quoting|returning|search|selfservice|shipping|staff|storefront|talking)\\.[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*\\b");

    /** Pages whose links only a mail carries are seen as somebody with an old link sees them; journeys see them with a good one. */
    private static final Map<String, String> BY_MAIL = Map.ofEntries(Map.entry("confirm/:token", "confirm/nonsense"),
            Map.entry("reset/:token", "reset/nonsense"),
            Map.entry("track/:token", "track/nonsense"),
            Map.entry("checkout/done/:number", "checkout/done/HL-1"),
            Map.entry("join/:token", "join/nonsense"),
            Map.entry("email/:token", "email/nonsense"), Map.entry("returns/:token", "returns/nonsense"), Map.entry("my/approvals/:id", "my/approvals/nonsense"), Map.entry("my/approvals/limits", "my/approvals/limits"), Map.entry("after/:token", "after/nonsense"), Map.entry("my/reviews/:handle", "my/reviews/lamplight"), Map.entry("console/contracts/:number", "console/contracts/CT-1001"), Map.entry("my/orders/:number/return", "my/orders/HL-20418/return"), Map.entry("my/returns/:number", "my/returns/RT-1"),
            Map.entry("newsletter/confirm/:token", "newsletter/confirm/nonsense"),
            Map.entry("basket/:token", "basket/nonsense"), Map.entry("quotes/:token", "quotes/nonsense"), Map.entry("pay/:token", "pay/nonsense"),
            Map.entry("notices/confirm/:token", "notices/confirm/nonsense"),
            Map.entry("console/products/:handle", "console/products/lamplight"),
            Map.entry("console/catalog/edit/:handle?", "console/catalog/edit/lamplight"), Map.entry("console/catalog/history/:handle", "console/catalog/history/lamplight"),
            Map.entry("console/help/:slug/record", "console/help/reorder-the-usual/record"),
            Map.entry("unsubscribe/:token", "unsubscribe/nonsense"),
            Map.entry("console/consents/proof/:number", "console/consents/proof/C-00110"));

    /** The same routes in other states. */
    private static final List<String> STATES = List.of("search?q=kettel", "search?q=zzxqy", "search?q=coffee&with=option%3Agrind%3Dwhole", "console/search?tab=words", "console/search?tab=places&q=coffee",
            "console/search?tab=redirects", "console/search?tab=index", "login?wrong", "track?number=HL-20418", "ask?product=guji-dawn", "no-such-page",
            "my/orders?q=zzxqy", "my/orders/HL-1", "console/orders?tab=all", "console/inquiries?queue=all-open", "console/customers?q=zzxqy", "console/find?q=mug",
            "console/nowhere", "c/coffee?view=list");

    private final RunningApplication application = RunningApplication.shared();

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(application::url).untraced();

    /** Both languages, both lights and both widths, in two walks. */
    static List<Look> looks() {
        return List.of(Look.DESKTOP.in("fr-CA"), Look.PHONE.dark());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void isAccessibleWrittenOutAndInItsPlace(Look look) {
        var routes = routes();
        assertThat(routes).hasSizeGreaterThan(40);
        var problems = new ArrayList<String>();
        for (var area : Area.values()) {
            var visitor = area.email == null ? browser.visitor("Somebody", look) : signedIn(area, look);
            visitor.expectsProblem("40[34]");
            var links = new LinkedHashSet<String>();
            for (var route : Stream.concat(routes.stream(), STATES.stream()).filter(area::owns).toList()) {
                var path = address(route, links);
                if (path == null) {
                    problems.add("no page links to " + route + " but to " + links);
                } else {
                    problems.addAll(problems(visitor, area, path, routes.contains(route) && !BY_MAIL.containsKey(route)));
                    links.addAll(links(visitor.page()));
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    /** The parts of the house: their addresses, who looks at them, and what stands around every page. */
    private enum Area {
        SHOP(null, "#outlet .shop > main:not(:has(.portal))"),
        MY("amelie@cormier.example", "#outlet .shop > main .portal .sidenav [aria-current]"),
        CONSOLE("priya@harbourline.example", "#outlet .desk:not(.shop *) .rail");

        final String email;
        final String frame;

        Area(String email, String frame) {
            this.email = email;
            this.frame = frame;
        }

        boolean owns(String route) {
            var first = route.split("[/?]")[0];
            return this == switch (first) {
                case "my" -> MY;
                case "console" -> CONSOLE;
                default -> SHOP;
            };
        }
    }

    /** Those without a parameter first: they link to the others. */
    static List<String> routes() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.regulars").stream()
                .filter(type -> type.isAnnotatedWith(Route.class)).map(type -> type.getAnnotationOfType(Route.class).value())
                .sorted(Comparator.comparing((String route) -> route.chars().filter(letter -> letter == ':').count()).thenComparing(Comparator.naturalOrder())).toList();
    }

    static String address(String route, Set<String> links) {
        if (BY_MAIL.containsKey(route)) {
            return "/" + BY_MAIL.get(route);
        }
        if (!route.contains(":")) {
            return "/" + route;
        }
        var pattern = Pattern.compile("/" + route.replaceAll(":\\w+\\??", "[A-Za-z0-9-]+")).asMatchPredicate();
        return links.stream().filter(pattern).findFirst().orElse(null);
    }

    private List<String> problems(Visitor visitor, Area area, String path, boolean framed) {
        var page = visitor.goesTo(path).page();
        page.waitForFunction("() => !document.getElementById('static-page') && !!document.querySelector('#outlet main h1')");
        var problems = new ArrayList<String>();
        try {
            visitor.findsPageAccessible();
        } catch (AssertionError objection) {
            problems.add(objection.getMessage());
        }
        if (((Number) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue() > 0) {
            problems.add(path + " has to be scrolled sideways");
        }
        if (page.locator("h1:visible").count() != 1) {
            problems.add(path + " has not one main heading but " + page.locator("h1:visible").allInnerTexts());
        }
        if (framed && page.locator(area.frame).count() == 0) {
            problems.add(path + " stands in another part of the house");
        }
        var key = KEY.matcher((String) page.evaluate("() => document.body.innerText"));
        if (key.find()) {
            problems.add(path + " shows " + key.group());
        }
        return problems;
    }

    static List<String> links(Page page) {
        var links = (List<?>) page.evaluate("() => [...document.querySelectorAll('main a[href]')].map(a => a.pathname)");
        return links.stream().map(String.class::cast).toList();
    }

    private Visitor signedIn(Area area, Look look) {
        return browser.visitor(area.name(), look).signsIn(area.email, PASSWORD);
    }
}
