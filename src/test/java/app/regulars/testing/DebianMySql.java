package app.regulars.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * A MySQL server of this JVM's own from Debian's unpacked packages (see {@code src/test/mysql/mysql-debian.sh}). The
 * script holds the other end of a pipe: when this JVM ends, however it ends, the server and its data are gone.
 */
final class DebianMySql {

    private static final Path SCRIPT = Path.of("src/test/mysql/mysql-debian.sh");
    private static final Duration PATIENCE = Duration.ofMinutes(5); // the first time fetches some 60 MB

    private final Process process; // referenced, so that the pipe stays open
    private final String server;

    private DebianMySql(Process process, String server) {
        this.process = process;
        this.server = server;
    }

    static boolean available() {
        try {
            return Files.isRegularFile(SCRIPT) && Files.readString(Path.of("/etc/os-release")).lines().anyMatch("ID=debian"::equals);
        } catch (IOException noLinux) {
            return false;
        }
    }

    static DebianMySql start() {
        for (int attempt = 1;; attempt++) {
            try {
                return startOn(freePort());
            } catch (IllegalStateException portTaken) {
                if (attempt == 3) {
                    throw portTaken;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@code jdbc:mysql://host:port} */
    String server() {
        return server;
    }

    private static DebianMySql startOn(int port) throws IOException {
        Path log = Files.createDirectories(Path.of("target", "mysql")).resolve(port + ".log");
        Path data = Path.of(System.getProperty("java.io.tmpdir"), "regulars-mysql-" + ProcessHandle.current().pid() + "-" + port);
        Process process = new ProcessBuilder("bash", SCRIPT.toString(), "lend", data.toString(), Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var mysql = new DebianMySql(process, "jdbc:mysql://127.0.0.1:" + port);
        mysql.awaitReadiness(log);
        return mysql;
    }

    private void awaitReadiness(Path log) throws IOException {
        String url = server + "/?" + TestDatabase.LOCAL_PARAMETERS + "&connectTimeout=1000";
        Instant end = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try (var _ = DriverManager.getConnection(url, TestDatabase.USER, TestDatabase.PASSWORD)) {
                return;
            } catch (SQLException notYet) {
                pause();
            }
        }
        process.destroy();
        try (var lines = Files.lines(log)) {
            throw new IllegalStateException("MySQL from Debian's packages did not start: "
                    + lines.reduce((_, last) -> last).orElse("it said nothing") + " (" + log.toAbsolutePath() + ")");
        }
    }

    private void pause() {
        try {
            process.waitFor(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MySQL started", e);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
