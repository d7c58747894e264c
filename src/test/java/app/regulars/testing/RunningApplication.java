package app.regulars.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The packaged application as its users run it: a process of its own from the built jar, on a free port, with its own
 * schema in the {@link TestDatabase} and its own data folder. It writes to {@code target/running/<fork>/<n>.log} and ends with
 * this JVM at the latest.
 */
public final class RunningApplication implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final int number = COUNT.incrementAndGet();
    private final TestDatabase.Schema schema;
    private final boolean ownsSchema;
    private final boolean unpacked;
    private final List<String> arguments;
    private final int port;
    private Process process;
    private Process guardian;

    private RunningApplication(TestDatabase.Schema schema, boolean ownsSchema, boolean unpacked, String... arguments) {
        try {
            this.port = DebianMySql.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.schema = schema;
        this.ownsSchema = ownsSchema;
        this.unpacked = unpacked;
        this.arguments = List.of(arguments);
        log().toFile().delete(); // of an earlier build
    }

    /** The demonstration shop from the jar itself, one for all tests of this JVM that only add to it. */
    public static RunningApplication shared() {
        return Shared.DEMONSTRATION;
    }

    /** Starts on an empty schema and waits until it answers. Arguments are those of the command line. */
    public static RunningApplication start(String... arguments) {
        return started(new RunningApplication(TestDatabase.get().newSharedSchema(), true, true, arguments));
    }

    /** As {@link #start(String...)}, from the jar itself as users have it, not from what the image makes of it. */
    static RunningApplication startFromJar(String... arguments) {
        return started(new RunningApplication(TestDatabase.get().newSharedSchema(), true, false, arguments));
    }

    /** Starts another one on a schema that is already in use. */
    public static RunningApplication start(TestDatabase.Schema schema, String... arguments) {
        return started(new RunningApplication(schema, false, true, arguments));
    }

    /** Runs a command of the jar, such as {@code import products file.csv}, to its end. */
    public static Finished run(TestDatabase.Schema schema, String... arguments) {
        var command = new RunningApplication(schema, false, true, arguments);
        command.launch();
        try {
            int status = command.process.waitFor();
            return new Finished(status, Files.readString(command.log()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            command.close();
        }
    }

    /** How a command ended and what it printed. */
    public record Finished(int status, String output) {
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public TestDatabase.Schema schema() {
        return schema;
    }

    public Path log() {
        return folder().resolve(number + ".log");
    }

    /** The process vanishes as in a power cut: {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts again after {@link #kill} on the same schema, data folder and port, and waits until it answers. */
    public void restart() {
        Instant end = Instant.now().plus(PATIENCE);
        launch();
        while (!healthy()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                String last = lastLines();
                close();
                throw new IllegalStateException("The application did not start; its log " + log() + " ends with\n" + last);
            }
            try {
                process.waitFor(Duration.ofMillis(100));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the application started", e);
            }
        }
    }

    /** Stops it as a deployment does, with time to finish what it is doing. */
    @Override
    public void close() {
        process.destroy();
        awaitEnd();
        if (ownsSchema) {
            TestDatabase.get().drop(schema);
        }
    }

    private static RunningApplication started(RunningApplication application) {
        application.restart();
        return application;
    }

    private void launch() {
        try {
            Files.createDirectories(folder());
            var builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().put("SPRING_DATASOURCE_URL", schema.url());
            builder.environment().put("SPRING_DATASOURCE_USERNAME", schema.user());
            builder.environment().put("SPRING_DATASOURCE_PASSWORD", schema.password());
            process = builder.start();
            process.getOutputStream().close();
            // reads until this JVM is gone, however it went
            guardian = new ProcessBuilder("sh", "-c", "cat >/dev/null; kill -9 " + process.pid() + " 2>/dev/null").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m", "-XX:TieredStopAtLevel=1", // short lives: a quick start is worth more than the last optimisation
                "-Duser.timezone=America/Halifax", "--enable-native-access=ALL-UNNAMED"));
        var jar = jar();
        if (unpacked) {
            jar = UnpackedApplication.of(jar);
            command.addAll(UnpackedApplication.options(name()));
        }
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        command.add("--server.port=" + port);
        command.add("--regulars.public-url=" + url());
        command.add("--regulars.data=" + folder().resolve("data-" + number));
        return command;
    }

    private static Path folder() {
        return Path.of("target", "running", System.getProperty("regulars.test.fork", "1")); // journeys run in more than one JVM
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("regulars.jar", "target/regulars-0.1.0-SNAPSHOT.jar"));
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: journeys run on the packaged application, so call ./mvnw verify "
                    + "(or ./mvnw package once, to start one from an editor).");
        }
        return jar;
    }

    private boolean healthy() {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + "/actuator/health")).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastLines() {
        try (var lines = Files.lines(log())) {
            List<String> all = lines.filter(line -> !line.startsWith("\tat ")).toList();
            return all.subList(Math.max(0, all.size() - 40), all.size()).stream().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        guardian.destroyForcibly();
        if (unpacked) {
            UnpackedApplication.ended(name());
        }
    }

    private String name() {
        return System.getProperty("regulars.test.fork", "1") + "-" + number;
    }

    private static final class Shared {

        static final RunningApplication DEMONSTRATION = startFromJar();
    }
}
