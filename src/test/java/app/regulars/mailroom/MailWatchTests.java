package app.regulars.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.regulars.platform.Refused;
import app.regulars.testing.Post;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Mailboxes that are looked after: told at once, ended in the middle, without their server, in the demonstration. */
class MailWatchTests extends MailroomTest {

    @Test
    void anEndedLookLosesAndDoublesNothing() throws Exception {
        var mark = UUID.randomUUID().toString();
        for (var n = 0; n < 60; n++) {
            POST.comes(guest(), mark + " " + n, "Message-ID: <" + n + mark + "@example.com>\r\n", "Words " + n + "x".repeat(n * 1_000));
        }
        var found = mailboxes.find(box).orElseThrow();
        for (var end = 0; end < 5; end++) {
            var left = new AtomicInteger(7);
            try (var open = connections.open(found, "secret")) {
                fetch.fetch(found, open.folder(), () -> {
                    if (left.decrementAndGet() < 0) {
                        throw new IllegalStateException("killed");
                    }
                    return true;
                });
            } catch (IllegalStateException killed) {
                // as if the process had gone
            }
        }
        var both = List.of(Thread.ofVirtual().unstarted(() -> all(found)), Thread.ofVirtual().unstarted(() -> all(found)));
        both.forEach(Thread::start);
        for (var each : both) {
            each.join();
        }
        sorting.run();
        look();
        assertThat(count("subject like ? and outcome = 'OPENED'", mark + "%")).isEqualTo(60);
        assertThat(count("subject like ?", mark + "%")).isEqualTo(60);
        assertThat(jdbc.queryForObject("select count(*) from inquiry where subject like ?", Integer.class, mark + "%")).isEqualTo(60);
    }

    private void all(Mailbox found) {
        try (var open = connections.open(found, "secret")) {
            fetch.fetch(found, open.folder(), () -> true);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isToldWhenSomethingComes() {
        var guest = guest();
        jdbc.update("update mailbox set held_by = null, held_until = null");
        var idle = new MailWatch(mailboxes, connections, fetch, sorting, false, true);
        idle.round();
        try {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(mailboxes.find(box).orElseThrow().state()).isEqualTo("ok"));
            POST.comes(guest, "Told", "", "Nobody asked for this");
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(count("sender = ? and outcome = 'OPENED'", guest)).isOne());
        } finally {
            idle.end();
        }
        await().untilAsserted(() -> assertThat(jdbc.queryForObject("select count(*) from mailbox where held_by is not null", Integer.class)).isZero());
    }

    @Test
    void anHourWithoutTheServerLosesNothingAndIsSeen() throws Exception {
        var guest = guest();
        var number = asked(guest);
        jdbc.update("update mailbox set imap_port = 1, smtp_host = '127.0.0.1', smtp_port = 1, smtp_security = 'none' where id = ?", app.regulars.platform.persistence.Columns.bytes(box));
        try {
            answer(number, "Written meanwhile");
            assertThatExceptionOfType(jakarta.mail.MessagingException.class).isThrownBy(() -> watch.look(mailboxes.find(box).orElseThrow()));
            assertThat(boxes.test(box, ellen)).isEqualTo("connection");
            await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(mail.standstill().unsent()).isOne());
            var silent = mail.standstill().boxes();
            assertThat(silent).extracting(Mailbox::id).containsExactly(box);
            boxes.test(box, ellen);
            assertThat(mail.standstill().boxes().getFirst().failingSince()).isEqualTo(silent.getFirst().failingSince());
            assertThat(POST.at(guest)).hasSize(1);
        } finally {
            jdbc.update("update mailbox set imap_port = ?, smtp_host = null, smtp_port = null, smtp_security = null where id = ?", POST.imap(), app.regulars.platform.persistence.Columns.bytes(box));
        }
        POST.comes(guest, "Meanwhile", "X-Original-To: " + tokens.address(Post.HELP, number.value()) + "\r\n", "Came meanwhile");
        look();
        assertThat(mail.standstill().boxes()).isEmpty();
        assertThat(desk.find(number).messages()).hasSize(3);
        jdbc.update("update outbox_message set next_attempt_at = posted_at where recipient = ? and state = 'WAITING'", guest);
        arrived(guest, 2);
        assertThat(mail.standstill().unsent()).isZero();
    }

    @Test
    void theDemonstrationConnectsToNobody() {
        var demo = new MailWatch(mailboxes, connections, fetch, sorting, true, true);
        demo.begin();
        assertThat(jdbc.queryForObject("select count(*) from mailbox where held_by like ?", Integer.class, "demo%")).isZero();
        demo.end();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> boxes.add(new MailboxForm("x", "x@example.com", "en", null, "imap host", "993", "tls", "x", "x", "", null, null, null, false, null,
                true, false), ellen));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> boxes.change(box, mailboxes.find(box).orElseThrow().version(),
                new MailboxForm("Help", Post.HELP, "en", null, "imap.evil.example", "993", "tls", "help", "", "", null, null, null, true, null, true, false), ellen))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("mailroom.refused.secret-again"));
        assertThat(jdbc.queryForObject("select secret_sealed from mailbox where id = ?", String.class, app.regulars.platform.persistence.Columns.bytes(box))).doesNotContain("secret");
        assertThat(boxes.test(box, ellen)).isNull();
    }
}
