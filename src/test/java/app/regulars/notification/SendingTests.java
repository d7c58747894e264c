package app.regulars.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.regulars.customer.CustomerDirectory;
import app.regulars.privacy.ConsentActor;
import app.regulars.privacy.ConsentLedger;
import java.time.Clock;
import java.util.Locale;

import app.regulars.testing.RegularsTest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
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
    @Autowired
    CustomerDirectory customers;
    @Autowired
    ConsentLedger consents;
    @Autowired
    Delivery delivery;
    @Autowired
    org.springframework.mail.javamail.JavaMailSenderImpl mail;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Clock clock;

    @Test
    void deliversRightAfterThePostingIsCommitted() throws Exception {
        notifications.post(new OutgoingMail("hello", "test", null, null, "zoé@example.com".replace("é", "e"), Locale.CANADA_FRENCH,
                "Café reçu \uD83D\uDCE6", "<p>Voilà, votre <b>café</b>.</p>"));
        assertThat(SERVER.waitForIncomingEmail(10_000, 1)).isTrue();
        var message = SERVER.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Café reçu \uD83D\uDCE6");
        assertThat(GreenMailUtil.getWholeMessage(message)).contains("multipart/alternative", "text/plain", "text/html", "Message-ID: <");
    }

    /** At 0, 1, 6 and 26 minutes nobody is there; at 86 somebody is again: every message arrives, each once, and none was given up. */
    @Test
    void sendsEverythingOnceWhenTheMailServerWasGoneForAnHour() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        var nobody = 1;
        mail.setPort(nobody);
        try {
            for (var n = 0; n < 20; n++) {
                notifications.post(new OutgoingMail("gone-" + n, "test", null, null, "gone-" + n + "@example.com", Locale.CANADA, "Nr " + n, "<p>Nr " + n + "</p>"));
            }
            for (var tries = 1; tries <= 4; tries++) {
                var so = tries;
                await().untilAsserted(() -> assertThat(count("attempts = " + so + " and problem is not null and state <> 'FAILED' and claimed_by is null")).isEqualTo(20));
                if (tries < 4) {
                    pass();
                }
            }
        } finally {
            mail.setPort(SERVER.getSmtp().getPort());
        }
        pass();
        assertThat(SERVER.waitForIncomingEmail(20_000, 20)).isTrue();
        await().untilAsserted(() -> assertThat(count("state = 'SENT'")).isEqualTo(20));
        delivery.run();
        assertThat(SERVER.getReceivedMessages()).hasSize(20);
    }

    /** Until the next try. */
    private void pass() {
        jdbc.update("update outbox_message set next_attempt_at = ? where message_key like 'gone-%'", app.regulars.platform.persistence.Columns.utc(clock.instant().minusSeconds(1)));
        delivery.run();
    }

    private int count(String where) {
        return jdbc.queryForObject("select count(*) from outbox_message where message_key like 'gone-%' and " + where, Integer.class);
    }

    @Test
    void letsMailProgramsStopALetterWithOneClick() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        var reader = customers.obtain("reader@example.com", "Zoë", null, null, Locale.CANADA_FRENCH, "import");
        consents.grant(reader, "newsletter", Locale.CANADA_FRENCH, "import", ConsentActor.system(), clock.instant());
        notifications.post(new OutgoingMail("letter", "test", "newsletter", reader, "reader@example.com", Locale.CANADA_FRENCH, "Nouveautés",
                "<html><body><p>Voilà.</p></body></html>"));
        assertThat(SERVER.waitForIncomingEmail(10_000, 1)).isTrue();
        var message = SERVER.getReceivedMessages()[0];
        assertThat(message.getHeader("List-Unsubscribe")[0]).matches("<http://localhost:\\d+/unsubscribe/[A-Za-z0-9_-]+>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        // the letter is at the server a moment before the outbox knows
        await().untilAsserted(() -> assertThat(jdbc.queryForObject("select basis from outbox_message where message_key = 'letter'", String.class))
                .isEqualTo("express"));
    }
}
