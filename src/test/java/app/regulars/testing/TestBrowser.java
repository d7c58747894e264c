package app.regulars.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browser of a journey test, to be registered as an extension:
 *
 * <pre>{@code
 * static final RunningApplication app = RunningApplication.shared();
 *
 * @RegisterExtension
 * final TestBrowser browser = new TestBrowser(app::url);
 *
 * @Test
 * void findsTheBeans() {
 *     Visitor maya = browser.visitor("Maya", Look.PHONE);
 *     maya.goesTo("/search?q=beens").findsPageAccessible();
 * }
 * }</pre>
 *
 * Every visitor has a context of their own. When a test fails, each visitor's trace (open it with {@code npx playwright
 * show-trace}) and last picture are in {@code target/browser}. One Chromium serves all tests of the JVM.
 */
public final class TestBrowser implements BeforeEachCallback, AfterEachCallback {

    private static final double PATIENCE = 15_000; // milliseconds; two cores run the browser, the application and MySQL

    private final Supplier<String> baseUrl;
    private final List<Visitor> visitors = new ArrayList<>();
    private Browser browser;
    private boolean traced = true;

    /** @param baseUrl asked when a visitor arrives, so that an application may be started late or again */
    public TestBrowser(Supplier<String> baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Without traces, for a walk through so many pages that they would be most of its work; each visitor's last picture is kept. */
    public TestBrowser untraced() {
        traced = false;
        return this;
    }

    public Visitor visitor(String name, Look look) {
        var context = browser.newContext(look.options(baseUrl.get()));
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(2 * PATIENCE);
        var visitor = new Visitor(name, context, traced);
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        browser = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(TestBrowser.class))
                .computeIfAbsent(SharedChromium.class, _ -> new SharedChromium(), SharedChromium.class)
                .browser;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<String> problems = visitors.stream().flatMap(visitor -> visitor.unexpectedProblems().stream()).toList();
        boolean failed = test.getExecutionException().isPresent() || !problems.isEmpty();
        for (Visitor visitor : visitors) {
            if (failed) {
                keepWhatWasSeen(visitor, test);
            } else {
                visitor.leaves(null);
            }
        }
        visitors.clear();
        if (test.getExecutionException().isEmpty() && !problems.isEmpty()) {
            throw new AssertionError("The browser complained:\n  " + String.join("\n  ", problems));
        }
    }

    private static void keepWhatWasSeen(Visitor visitor, ExtensionContext test) {
        String title = test.getRequiredTestClass().getSimpleName() + "." + test.getRequiredTestMethod().getName() + "-" + visitor.name();
        try {
            visitor.picture(title);
        } catch (PlaywrightException nothingToSee) {
            // the page is gone; the trace still tells
        }
        visitor.leaves(Path.of("target", "browser", title + ".zip"));
    }

    /** Closed by JUnit after the last test. */
    private static final class SharedChromium implements AutoCloseable {

        final Playwright playwright = Chromium.playwright();
        final Browser browser;

        SharedChromium() {
            try {
                browser = Chromium.launch(playwright);
            } catch (IllegalStateException nowhere) {
                playwright.close();
                throw nowhere;
            }
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
