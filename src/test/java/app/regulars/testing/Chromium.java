package app.regulars.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.impl.driver.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a Chromium and starts it: the machine's own ({@code CHROMIUM} names one explicitly), else Playwright's
 * download, else on Debian as root the distribution's package, else one sentence that says what to do.
 * {@code -Dregulars.test.headed=true} shows it at work.
 */
final class Chromium {

    private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);
    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");
    // without these Chromium talks to its maker while a test waits
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--font-render-hinting=none", "--disable-lcd-text");
    private static final List<String> DEBIAN_PACKAGES = List.of("chromium", "fonts-dejavu-core", "fonts-liberation",
            "fonts-noto-color-emoji");

    private static IllegalStateException refusal; // looked for once, not for every test

    private Chromium() {
    }

    static Playwright playwright() {
        // the download, where there has to be one, is of Chromium alone
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static synchronized Browser launch(Playwright playwright) {
        if (refusal != null) {
            throw refusal;
        }
        return Stream.<Supplier<Browser>>of(
                () -> ofThisMachine(playwright),
                () -> fetched(playwright))
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> refusal = new IllegalStateException("""
                        The browser tests need a Chromium, and this machine has none that starts: install one, or name its \
                        program in the environment variable CHROMIUM."""));
    }

    /** One process fetches at a time; whoever waited finds what the other one fetched. */
    private static Browser fetched(Playwright playwright) {
        var lock = Path.of(System.getProperty("java.io.tmpdir"), "regulars-chromium-" + System.getProperty("user.name") + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var held = channel.lock()) {
            return Stream.<Supplier<Browser>>of(
                    () -> ofThisMachine(playwright),
                    () -> ofPlaywright(playwright),
                    () -> ofDebian(playwright))
                    .map(Supplier::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Browser ofThisMachine(Playwright playwright) {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .map(program -> tryToLaunch(playwright, program))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Browser ofPlaywright(Playwright playwright) {
        boolean there = Files.isExecutable(Path.of(playwright.chromium().executablePath())) || run(playwrightDownload());
        return there ? tryToLaunch(playwright, null) : null;
    }

    private static Browser ofDebian(Playwright playwright) {
        return debianRoot() && installFromDebian() ? tryToLaunch(playwright, Path.of(USUAL_PLACES.getFirst())) : null;
    }

    private static Browser tryToLaunch(Playwright playwright, Path program) {
        try {
            Browser browser = playwright.chromium().launch(new LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(FLAGS)
                    .setHeadless(!Boolean.getBoolean("regulars.test.headed")));
            LOG.info("Tests browse with Chromium {} ({})", browser.version(), Objects.requireNonNullElse(program, "Playwright's"));
            return browser;
        } catch (PlaywrightException e) {
            LOG.warn("{} does not start: {}", Objects.requireNonNullElse(program, "Playwright's Chromium"),
                    e.getMessage().lines().findFirst().orElse(""));
            return null;
        }
    }

    private static ProcessBuilder playwrightDownload() {
        LOG.info("Fetching Playwright's Chromium, once");
        ProcessBuilder download = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
        download.command().addAll(List.of("install", "chromium"));
        return download;
    }

    private static boolean debianRoot() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private static boolean installFromDebian() {
        LOG.info("Installing Chromium from Debian's packages, once");
        return run(apt("update")) && run(apt(Stream.concat(Stream.of("install", "--yes", "--no-install-recommends"),
                DEBIAN_PACKAGES.stream()).toArray(String[]::new)));
    }

    private static ProcessBuilder apt(String... arguments) {
        var command = new ArrayList<>(List.of("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"));
        command.addAll(List.of(arguments));
        var apt = new ProcessBuilder(command);
        apt.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return apt;
    }

    private static boolean run(ProcessBuilder command) {
        try {
            Path log = Files.createDirectories(Path.of("target", "browser")).resolve("setup.log");
            Process process = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (process.waitFor(10, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
