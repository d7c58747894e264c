package app.regulars.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import app.regulars.testing.RegularsTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A mail server is configured and listens, and still nothing leaves a demonstration. */
@RegularsTest(properties = {"regulars.demo=true", "regulars.demo.load=false"})
class DemonstrationSendsNothingTests {

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static ServerSocket listening;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    listening.accept().close();
                    CALLS.incrementAndGet();
                }
            } catch (IOException closed) {
                // the end of the test
            }
        });
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> listening.getLocalPort());
    }

    @AfterAll
    static void stop() throws IOException {
        listening.close();
    }

    @Autowired
    Notifications notifications;
    @Autowired
    Delivery delivery;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    JavaMailSender configured;

    @Test
    void keepsEveryMessageInTheOutbox() {
        notifications.post(new OutgoingMail("demo", "test", null, null, "ann@example.com", Locale.CANADA, "Hello", "<p>Hello</p>"));
        delivery.run();
        var deadline = System.nanoTime() + 10_000_000_000L;
        while (!"KEPT".equals(state()) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(state()).isEqualTo("KEPT");
        assertThat(CALLS).as("connections to the mail server, although %s is there", configured.getClass().getSimpleName()).hasValue(0);
    }

    private String state() {
        return jdbc.queryForObject("select state from outbox_message where message_key = 'demo'", String.class);
    }
}
