package app.regulars.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.persistence.Columns;
import app.regulars.testing.Post;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A thousand awkward messages through a real server: a thousand accounted results, each kept byte by byte, and nothing that went wrong. */
@RegularsTest
@WithStaff
class ThousandMailsTests {

    private static final int MESSAGES = 1_000;
    private static final Post POST = new Post();

    @BeforeAll
    static void start() {
        POST.start();
    }

    @AfterAll
    static void stop() {
        POST.stop();
    }

    @Autowired
    Mailboxes mailboxes;
    @Autowired
    MailWatch watch;
    @Autowired
    MailSorting sorting;
    @Autowired
    IncomingMails mails;
    @Autowired
    JdbcTemplate jdbc;

    @Test
    void areAllAccountedFor() throws Exception {
        var awkward = new AwkwardMails(7);
        var sent = new HashSet<String>();
        for (var n = 0; n < MESSAGES; n++) {
            var message = awkward.message(n);
            sent.add(hash(Post.asKept(message)));
            POST.comes(message);
        }
        assertThat(sent).hasSize(MESSAGES);
        var inquiries = jdbc.queryForObject("select count(*) from inquiry", Integer.class); // other tests' on the same schema
        var box = mailboxes.find(mailboxes.add(TestMailbox.at(POST, "mx.shop.example").checked())).orElseThrow();
        var mine = Columns.bytes(box.id());
        var before = System.nanoTime();
        assertThat(watch.look(box)).isEqualTo(MESSAGES);
        var fetched = System.nanoTime();
        sorting.run();
        org.awaitility.Awaitility.await().atMost(java.time.Duration.ofMinutes(7)).pollInterval(java.time.Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(jdbc.queryForObject("select count(*) from mail_incoming where state = 'STORED' and mailbox_id = ?", Integer.class, mine)).isZero()); // the job may be at it as well
        var sorted = System.nanoTime();
        var results = new HashMap<String, Integer>();
        jdbc.query("select state, coalesce(outcome, problem) as what, count(*) as n from mail_incoming where mailbox_id = ? group by state, coalesce(outcome, problem)",
                (org.springframework.jdbc.core.RowCallbackHandler) row -> {
                    results.put(row.getString("state") + " " + row.getString("what"), row.getInt("n"));
                }, mine);
        System.out.println("a thousand awkward mails: fetched in " + (fetched - before) / 1_000_000 + " ms, placed in " + (sorted - fetched) / 1_000_000 + " ms: " + new java.util.TreeMap<>(results));
        assertThat(results.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(MESSAGES);
        assertThat(results.keySet()).noneMatch(key -> key.startsWith("STORED") || key.endsWith("trouble") || key.endsWith("refused") || key.endsWith("fetch") || key.endsWith("null"));
        assertThat(results).containsKeys("DONE OPENED", "DONE AUTO_REPLY", "DONE SET_ASIDE", "DONE BOUNCE", "DONE LOOP", "WAITING sender", "WAITING parts", "WAITING flood");
        var kept = new HashSet<String>();
        for (var id : jdbc.query("select id from mail_incoming where mailbox_id = ?", (row, n) -> Columns.uuid(row.getBytes(1)), mine)) {
            var digest = MessageDigest.getInstance("SHA-256");
            mails.write(id, new OutputStream() {
                @Override
                public void write(int next) {
                    digest.update((byte) next);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    digest.update(bytes, offset, length);
                }
            });
            kept.add(HexFormat.of().formatHex(digest.digest()));
        }
        assertThat(kept).isEqualTo(sent);
        assertThat(jdbc.queryForObject("select count(*) from inquiry", Integer.class) - inquiries).isEqualTo(results.getOrDefault("DONE OPENED", 0) + results.getOrDefault("DONE LINKED", 0));
        assertThat(jdbc.queryForObject("select max(size) from mail_file", Long.class)).isEqualTo(30_000_000L);
        assertThat(watch.look(box)).isZero();
    }

    private static String hash(byte[] message) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
    }
}
