package app.regulars.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged application unpacked as the image has it (docker/Dockerfile), with the archive of loaded classes that the first one leaves
 * which ends in peace: it starts in half the processor's time, and journeys start it some forty times. Shared by all forks.
 */
final class UnpackedApplication {

    private static final Path FOLDER = Path.of("target", "unpacked");
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");

    private UnpackedApplication() {
    }

    /** @param packaged the jar that users have; unpacked once for every build of it */
    static synchronized Path of(Path packaged) {
        try {
            Files.createDirectories(FOLDER);
            try (var channel = FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var lock = channel.lock()) {
                var build = FOLDER.resolve(Long.toString(Files.getLastModifiedTime(packaged).toMillis(), 36));
                var jar = build.resolve("regulars").resolve(packaged.getFileName());
                if (!Files.exists(build.resolve("done"))) {
                    try (var older = Files.list(FOLDER)) {
                        for (var path : older.filter(path -> !path.endsWith("lock")).toList()) {
                            FileSystemUtils.deleteRecursively(path);
                        }
                    }
                    unpack(packaged, jar.getParent());
                    Files.createFile(build.resolve("done"));
                }
                return jar;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path packaged, Path folder) throws IOException {
        try {
            var status = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djarmode=tools", "-jar", packaged.toString(), "extract",
                    "--destination", folder.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(packaged + " could not be unpacked: status " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** For the JVM that starts it: uses the archive, or leaves one. @param mine a name that no other process has */
    static List<String> options(String mine) {
        return List.of("-Xlog:disable", Files.exists(ARCHIVE) ? "-XX:SharedArchiveFile=" + ARCHIVE : "-XX:ArchiveClassesAtExit=" + left(mine));
    }

    /** It has ended: what it left is for all that start from now on. */
    static void ended(String mine) {
        var left = left(mine);
        try {
            if (Files.exists(left) && !Files.exists(ARCHIVE)) {
                Files.move(left, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(left);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IllegalStateException("a folder is not on one file system: " + FOLDER, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path left(String mine) {
        return FOLDER.resolve(mine + ".jsa");
    }
}
