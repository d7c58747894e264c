package app.regulars.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import app.regulars.testing.RegularsTest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Through a real mail server. */
@RegularsTest
class SendingTests {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Autowired
    Notifications notifications;

    @Test
    void deliversRightAfterThePostingIsCommitted() throws Exception {
        notifications.post(new OutgoingMail("hello", "test", null, null, "zoé@example.com".replace("é", "e"), Locale.CANADA_FRENCH,
                "Café reçu \uD83D\uDCE6", "<p>Voilà, votre <b>café</b>.</p>"));
        assertThat(SERVER.waitForIncomingEmail(10_000, 1)).isTrue();
        var message = SERVER.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Café reçu \uD83D\uDCE6");
        assertThat(GreenMailUtil.getWholeMessage(message)).contains("multipart/alternative", "text/plain", "text/html", "Message-ID: <");
    }
}
