package app.regulars.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.testing.Look;
import app.regulars.testing.Post;
import app.regulars.testing.RunningApplication;
import app.regulars.testing.TestBrowser;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The process is gone from one moment to the next while it fetches, again while it fetches, and while it sorts: every message is there once. */
class KilledFetchIT {

    private static final int MAILS = 300;
    private static final Post POST = new Post();

    private static RunningApplication application;

    @RegisterExtension
    final TestBrowser browser = new TestBrowser(() -> application.url());

    @BeforeAll
    static void start() {
        POST.start();
        application = RunningApplication.start("--regulars.demo=false");
    }

    @AfterAll
    static void stop() {
        application.close();
        POST.stop();
    }

    @Test
    void everyMessageIsThereOnce() throws IOException, SQLException {
        for (var n = 0; n < MAILS; n++) {
            POST.comes("Guest " + n + " <guest-" + n + "@many.example>", "Question " + n, "Message-ID: <" + n + "@many.example>\r\n", "Words of " + n + " " + "and so on ".repeat(n * 40));
        }
        var nora = browser.visitor("Nora", Look.DESKTOP).expectsProblem("ERR_CONNECTION|ERR_NETWORK|ERR_INCOMPLETE|ERR_EMPTY|WebSocket|5\\d\\d");
        HelpDesk.begins(nora, application);
        HelpDesk.addsMailbox(nora, POST);
        nora.goesTo("about:blank");
        try (var database = DriverManager.getConnection(application.schema().url(), application.schema().user(), application.schema().password())) {
            killedAt(database, "", 25);
            killedAt(database, "", 170);
            killedAt(database, "state = 'DONE'", 80);
            Awaitility.await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> assertThat(count(database, "mail_incoming where state = 'DONE'")).isEqualTo(MAILS));
            assertThat(count(database, "mail_incoming")).isEqualTo(MAILS);
            assertThat(count(database, "mail_incoming where outcome = 'OPENED'")).isEqualTo(MAILS);
            assertThat(count(database, "mail_incoming m where raw_size = (select sum(length(p.content)) from mail_piece p where p.mail_id = m.id)")).isEqualTo(MAILS);
            assertThat(count(database, "inquiry")).isEqualTo(MAILS);
            assertThat(count(database, "(select distinct subject from inquiry where subject like 'Question %') s")).isEqualTo(MAILS);
            assertThat(count(database, "inquiry_message")).isEqualTo(MAILS);
            assertThat(count(database, "(select distinct external_id from inquiry_message) s")).isEqualTo(MAILS);
        }
    }

    /** Lets it run until so much is there, and no further. */
    private static void killedAt(Connection database, String where, int enough) throws SQLException {
        var what = "mail_incoming" + (where.isEmpty() ? "" : " where " + where);
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofMinutes(2)).until(() -> count(database, what) >= enough);
        application.kill();
        var there = count(database, what);
        assertThat(there).as("killed in the middle of it").isLessThan(MAILS);
        System.out.printf(Locale.ROOT, "killed with %d of %d: %s%n", there, MAILS, what);
        try (var statement = database.createStatement()) {
            // as if the minutes had passed after which nobody waits for a node that is gone
            statement.executeUpdate("update mailbox set held_by = null, held_until = null");
            statement.executeUpdate("update mail_incoming set next_attempt_at = arrived_at where next_attempt_at is not null");
            statement.executeUpdate("update scheduled_tasks set last_heartbeat = date_sub(last_heartbeat, interval 5 minute) where picked = true");
        }
        application.restart();
    }

    private static int count(Connection database, String what) throws SQLException {
        try (var statement = database.createStatement(); var row = statement.executeQuery("select count(*) from " + what)) {
            row.next();
            return row.getInt(1);
        }
    }
}
