package app.regulars.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.ContactPermission;
import app.regulars.testing.RegularsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Posting and delivering, with deliveries of several nodes run by hand. */
@RegularsTest(properties = "db-scheduler.enabled=false")
class OutboxTests {

    private static final Duration CLAIM = Duration.ofMinutes(2);

    @Autowired
    Outbox outbox;
    @Autowired
    Clock clock;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void emptyOutbox() {
        jdbc.update("delete from outbox_message");
    }

    @Test
    void postsAMessageOnceHoweverOftenItIsAskedTo() {
        post("same");
        post("same");
        assertThat(jdbc.queryForObject("select count(*) from outbox_message", Integer.class)).isEqualTo(1);
    }

    @Test
    void forgetsAMessageWhoseTransactionIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            outbox.add(mail("never", null, null));
            status.setRollbackOnly();
        });
        assertThat(outbox.due(10)).isEmpty();
    }

    @Test
    void sendsEveryMessageOnceWhileFourNodesTry() throws InterruptedException {
        for (var i = 0; i < 60; i++) {
            post("many-" + i);
        }
        var sent = new ConcurrentLinkedQueue<String>();
        var done = new CountDownLatch(4);
        for (var node = 0; node < 4; node++) {
            Thread.ofVirtual().start(() -> {
                delivery((message, head) -> {
                    sent.add(message.mail().key());
                    return MessageState.SENT;
                }, null, clock).run();
                done.countDown();
            });
        }
        done.await();
        assertThat(sent).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void takesOverWhatADeadNodeHadClaimed() {
        post("orphan");
        var id = outbox.due(1).getFirst();
        assertThat(outbox.claim(id, "the dead node", clock.instant().plus(CLAIM))).isPresent();
        assertThat(outbox.due(1)).as("claimed").isEmpty();

        later(CLAIM.plusSeconds(1));
        assertThat(delivery((message, head) -> MessageState.SENT, null, clock).run()).isEqualTo(1);
        assertThat(state("orphan")).isEqualTo("SENT");
    }

    @Test
    void aNodeThatWasTakenForDeadDoesNotOverwriteWhatTheOtherDid() {
        post("slow");
        var id = outbox.due(1).getFirst();
        var slow = outbox.claim(id, "slow", clock.instant().plus(CLAIM)).orElseThrow();
        later(CLAIM.plusSeconds(1));
        delivery((message, head) -> MessageState.SENT, null, clock).run();
        outbox.done(slow, MessageState.FAILED, "late");
        assertThat(state("slow")).isEqualTo("SENT");
    }

    @Test
    void triesAgainWithGrowingPausesAndGivesUpVisibly() {
        post("unlucky");
        var broken = delivery((message, head) -> {
            throw new IllegalStateException("no answer");
        }, null, clock);
        var attempts = 0;
        while (!"FAILED".equals(state("unlucky")) && attempts < 20) {
            attempts += broken.run();
            assertThat(broken.run()).as("waits before the next attempt").isZero();
            later(Duration.ofDays(1));
        }
        assertThat(attempts).isEqualTo(7);
        assertThat(jdbc.queryForObject("select problem from outbox_message", String.class)).isEqualTo("no answer");
    }

    @Test
    void asksForPermissionAtTheMomentOfSendingAndTakesSilenceForNo() {
        var anna = CustomerId.next();
        var ben = CustomerId.next();
        transaction.executeWithoutResult(status -> {
            outbox.add(mail("anna", "newsletter", anna));
            outbox.add(mail("ben", "newsletter", ben));
            outbox.add(mail("order", null, ben));
        });
        delivery((message, head) -> MessageState.SENT, (customer, purpose, channel, at) -> customer.equals(anna)
                ? new ContactPermission.Answer("express", Ids.next(), null, null) : ContactPermission.Answer.no("withdrawn"), clock).run();
        assertThat(List.of(state("anna"), state("ben"), state("order"))).containsExactly("SENT", "REFUSED", "SENT");

        assertThat(jdbc.queryForObject("select concat(basis, '/', coalesce(refusal, '')) from outbox_message where message_key = 'anna'", String.class))
                .isEqualTo("express/");

        transaction.executeWithoutResult(status -> outbox.add(mail("late", "newsletter", ben)));
        delivery((message, head) -> MessageState.SENT, (customer, purpose, channel, at) -> ContactPermission.Answer.no("expired"), clock).run();
        assertThat(state("late")).as("counted apart").isEqualTo("EXPIRED");

        post("nobody-to-ask", "newsletter", anna);
        delivery((message, head) -> MessageState.SENT, null, clock).run();
        assertThat(state("nobody-to-ask")).isEqualTo("REFUSED");
    }

    @Test
    void makesReadablePlainTextFromHtml() {
        assertThat(PlainText.of("""
                <html><head><title>x</title><style>p{}</style></head><body><h1>Hello&nbsp;Ann</h1><p>Your order <b>HL-1</b> &lt;ok&gt;</p>
                <ul><li>One</li><li>Two</li></ul><p><a href="https://shop/x">See it</a></p></body></html>"""))
                .isEqualTo("Hello Ann\n\nYour order HL-1 <ok>\n\n- One\n- Two\n\nSee it <https://shop/x>");
    }

    private Delivery delivery(MailTransport transport, ContactPermission permission, Clock clock) {
        var beans = new StaticListableBeanFactory();
        if (permission != null) {
            beans.addBean("permission", permission);
        }
        ObjectProvider<ContactPermission> provider = beans.getBeanProvider(ContactPermission.class);
        return new Delivery(outbox, transport, provider, beans.getBeanProvider(Letterhead.class), clock, CLAIM);
    }

    private void post(String key) {
        post(key, null, null);
    }

    private void post(String key, String purpose, CustomerId customer) {
        transaction.executeWithoutResult(status -> outbox.add(mail(key, purpose, customer)));
    }

    private static OutgoingMail mail(String key, String purpose, CustomerId customer) {
        return new OutgoingMail(key, "test.kind", purpose, customer, "ann@example.com", Locale.CANADA, "Hello " + Ids.next(), "<p>Hello</p>");
    }

    /** As if that much time had passed. */
    private void later(Duration time) {
        jdbc.query("select id, next_attempt_at from outbox_message where next_attempt_at is not null", row -> {
            jdbc.update("update outbox_message set next_attempt_at = ? where id = ?",
                    Columns.utc(Columns.instant(row, "next_attempt_at").minus(time)), row.getBytes(1));
        });
    }

    private String state(String key) {
        return jdbc.queryForObject("select state from outbox_message where message_key = ?", String.class, key);
    }
}
