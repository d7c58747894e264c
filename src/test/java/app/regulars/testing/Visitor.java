package app.regulars.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ScreenshotAnimations;

/**
 * Somebody before a browser of their own: own cookies, own window. Errors that their browser reports fail the test,
 * unless they were announced with {@link #expectsProblem}.
 */
public final class Visitor {

    private final String name;
    private final BrowserContext context;
    private final boolean traced;
    private final Page page;
    private final List<String> problems = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Visitor(String name, BrowserContext context, boolean traced) {
        this.name = name;
        this.context = context;
        this.traced = traced;
        if (traced) {
            context.tracing().start(new Tracing.StartOptions().setSnapshots(true)); // a film of it costs a quarter more, and tells less
        }
        context.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                problems.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> problems.add(error.error()));
        this.page = context.newPage();
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** Goes to an address of the application, such as {@code /cart}. */
    public Visitor goesTo(String path) {
        page.navigate(path);
        return this;
    }

    /** Signs in by the form and waits until the account or the console is there and live. */
    public Visitor signsIn(String email, String password) {
        goesTo("/login");
        page.locator("#username").fill(email);
        page.locator("#password").fill(password);
        page.locator("form[action='/login'] button").click();
        page.waitForURL(Pattern.compile(".*/(my|console)(/.*)?"));
        return untilLive();
    }

    /** {@link #goesTo}, and the page is live. */
    public Visitor opens(String path) {
        return goesTo(path).untilLive();
    }

    /** Waits until the page that came as HTML has been taken over by the live one, so that a press on it is not lost. */
    public Visitor untilLive() {
        live(page);
        return this;
    }

    /** {@link #untilLive} for whoever holds only the page. */
    public static void live(Page page) {
        page.waitForFunction("() => !document.getElementById('static-page') && !!document.querySelector('#outlet main')");
    }

    /** Announces something that the browser may complain about, such as the 404 that the test is about. */
    public Visitor expectsProblem(String pattern) {
        expected.add(Pattern.compile(pattern));
        return this;
    }

    /** Fails with a line for every element that axe objects to on the page as it is now. */
    public Visitor findsPageAccessible() {
        List<Rule> violations = objections();
        if (!violations.isEmpty()) { // on a slow machine the live page may just be taking over: what it objects to has to stay
            page.waitForTimeout(2_000);
            violations = objections();
        }
        if (!violations.isEmpty()) {
            throw new AssertionError("axe objects to " + page.url() + " as " + name + " sees it:\n" + violations.stream()
                    .map(Visitor::describe)
                    .collect(Collectors.joining("\n")));
        }
        return this;
    }

    private List<Rule> objections() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations")); // what it finds in order is long, and nobody reads it
        return new AxeBuilder(page).setLegacyMode(true).options(options).analyze().getViolations();
    }

    /** The whole page as a picture in {@code target/browser}. */
    public Path picture(String title) {
        return picture(Path.of("target", "browser", title + ".png"));
    }

    public Path picture(Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true).setAnimations(ScreenshotAnimations.DISABLED));
        return file;
    }

    String name() {
        return name;
    }

    List<String> unexpectedProblems() {
        return problems.stream()
                .filter(problem -> expected.stream().noneMatch(pattern -> pattern.matcher(problem).find()))
                .map(problem -> name + ": " + problem)
                .toList();
    }

    /** @param trace where what happened is kept, or null where nobody will ask */
    void leaves(Path trace) {
        if (traced) {
            context.tracing().stop(new Tracing.StopOptions().setPath(trace));
        }
        context.close();
    }

    private static String describe(Rule rule) {
        return "  " + rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp() + "\n" + rule.getNodes().stream()
                .map(Visitor::describe)
                .collect(Collectors.joining("\n"));
    }

    private static String describe(CheckedNode node) {
        String why = node.getFailureSummary() == null ? "" : node.getFailureSummary().lines()
                .skip(1)
                .map(String::strip)
                .collect(Collectors.joining("; "));
        return "    " + node.getTarget() + " " + shortened(node.getHtml()) + "\n      " + why;
    }

    private static String shortened(String html) {
        return html.length() <= 160 ? html : html.substring(0, 160) + "…";
    }
}
