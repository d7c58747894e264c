package app.regulars.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine answers. Testcontainers complains at length where there is none, so a look comes first. */
final class DockerEngine {

    private DockerEngine() {
    }

    static boolean available() {
        return somethingListens() && DockerClientFactory.instance().isDockerAvailable();
    }

    private static boolean somethingListens() {
        String home = System.getProperty("user.home");
        String runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run/user/none");
        return System.getenv("DOCKER_HOST") != null
                || System.getProperty("os.name").startsWith("Windows")
                || Files.exists(Path.of(home, ".testcontainers.properties"))
                || Stream.of("/var/run/docker.sock", home + "/.docker/run/docker.sock", home + "/.docker/desktop/docker.sock",
                        home + "/.colima/default/docker.sock", home + "/.rd/docker.sock", runtime + "/docker.sock",
                        runtime + "/podman/podman.sock").map(Path::of).anyMatch(Files::exists);
    }
}
