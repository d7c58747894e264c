package app.regulars.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;

class RunningApplicationIT {

    @Test
    void answersAgainAfterBeingKilled() throws IOException, InterruptedException {
        try (var application = RunningApplication.startFromJar("--regulars.demo=false")) {
            application.kill();
            application.restart();
            try (var http = HttpClient.newHttpClient()) {
                var home = http.send(HttpRequest.newBuilder(URI.create(application.url() + "/")).build(), BodyHandlers.ofString());
                assertThat(home.statusCode()).isEqualTo(200);
                assertThat(home.body()).contains("<title>");
            }
        }
    }
}
