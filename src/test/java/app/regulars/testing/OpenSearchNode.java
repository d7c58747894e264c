package app.regulars.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** A real node of OpenSearch in a process of its own, from Maven Central; it ends with the tests. */
public final class OpenSearchNode implements AutoCloseable {

    private static final Path HERE = Path.of("src/test/opensearch");
    private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(5);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    /** The runner's ports have to be below 9299. */
    private static final int BEFORE = 9_250;

    private final Process process;
    private final Path folder;

    private OpenSearchNode(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Nothing where its libraries cannot be downloaded. */
    public static Optional<OpenSearchNode> start() throws IOException, InterruptedException {
        var libraries = Path.of("target/opensearch.classpath").toAbsolutePath();
        if (Files.notExists(libraries)) {
            var maven = new ProcessBuilder("./mvnw", "-q", "-B", "-ntp", "-f", HERE.resolve("pom.xml").toString(), "dependency:3.10.0:build-classpath",
                    "-Dmdep.outputFile=" + libraries).redirectErrorStream(true).redirectOutput(new File("target/opensearch-download.log")).start();
            if (!maven.waitFor(LONGEST_DOWNLOAD.toSeconds(), TimeUnit.SECONDS) || maven.exitValue() != 0) {
                maven.destroyForcibly();
                Files.deleteIfExists(libraries);
                return Optional.empty();
            }
        }
        var folder = Files.createTempDirectory("opensearch");
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", Files.readString(libraries).strip(),
                HERE.resolve("Node.java").toString(), folder.toString(), Integer.toString(BEFORE)).redirectErrorStream(true)
                .redirectOutput(new File("target/opensearch.log")).start();
        var node = new OpenSearchNode(process, folder);
        node.awaitAnswer();
        return Optional.of(node);
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + (BEFORE + 1);
    }

    private void awaitAnswer() throws InterruptedException {
        var end = System.nanoTime() + LONGEST_START.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end) {
                try {
                    client.send(HttpRequest.newBuilder(URI.create("http://" + address() + "/_cluster/health?wait_for_status=yellow&timeout=5s")).build(),
                            HttpResponse.BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                        throw new IllegalStateException("OpenSearch did not start, see target/opensearch.log", notYet);
                    }
                }
            }
        }
        close();
        throw new IllegalStateException("OpenSearch does not answer, see target/opensearch.log");
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
