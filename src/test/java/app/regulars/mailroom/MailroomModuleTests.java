package app.regulars.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.regulars.inquiry.Deed;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryStatus;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Mail in and out, through a real mail server. */
@RegularsTest
@WithStaff
class MailroomModuleTests {

    private static final Post POST = new Post();
    private static final String SECRET = "only among ourselves, third broken cup";

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        POST.start();
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", POST::smtp);
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
    MailServer connections;
    @Autowired
    MailFetch fetch;
    @Autowired
    MailSorting sorting;
    @Autowired
    MailDesk mail;
    @Autowired
    MailboxDesk boxes;
    @Autowired
    InquiryDesk desk;
    @Autowired
    ThreadToken tokens;
    @Autowired
    StaffDirectory staff;
    @Autowired
    JdbcTemplate jdbc;

    final StaffId ellen = StaffId.next();
    UUID box;

    @BeforeEach
    void mailbox() {
        box = mailboxes.all().stream().findFirst().map(Mailbox::id).orElseGet(() -> mailboxes.add(POST.form("mx.shop.example").checked()));
    }

    @Test
    void aGuestWritesAndAnswersFiveTimesByMail() throws Exception {
        var guest = guest();
        POST.comes("Zoé <" + guest + ">", "My cup", "Message-ID: <first-" + guest + ">\r\n", "Where is my cup?");
        look();
        var number = only(guest, "OPENED");
        arrived(guest, 1);
        var acknowledged = POST.at(guest).getFirst();
        assertThat(acknowledged.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(acknowledged.getHeader("In-Reply-To")).containsExactly("<first-" + guest + ">");
        assertThat(acknowledged.getFrom()[0].toString()).contains(Post.HELP);
        desk.note(number, SECRET, key(), ellen);
        for (var turn = 1; turn <= 5; turn++) {
            answer(number, "Our answer " + turn);
            arrived(guest, 1 + turn);
            var ours = POST.at(guest).getLast();
            assertThat(ours.getHeader("Auto-Submitted")).isNull();
            assertThat(ours.getReplyTo()[0].toString()).isEqualTo(tokens.address(Post.HELP, number.value()));
            var how = turn % 2 == 0 ? "In-Reply-To: " + ours.getMessageID() + "\r\n" : "X-Original-To: " + ours.getReplyTo()[0] + "\r\n";
            POST.comes(guest, "Re: whatever", "Message-ID: <" + turn + "-" + guest + ">\r\n" + how, "Her answer " + turn + "\r\n\r\nOn Sunday, we wrote:\r\n> Our answer " + turn);
            look();
            assertThat(desk.find(number).inquiry().status()).isEqualTo(InquiryStatus.WAITING_FOR_US);
        }
        var said = desk.find(number).messages();
        assertThat(said).hasSize(11);
        assertThat(said).filteredOn(message -> !message.ours()).extracting(message -> message.body())
                .containsExactly("Where is my cup?", "Her answer 1", "Her answer 2", "Her answer 3", "Her answer 4", "Her answer 5");
        var last = POST.at(guest).getLast();
        assertThat(last.getHeader("In-Reply-To")).containsExactly("<4-" + guest + ">");
        assertThat(last.getHeader("References")[0]).contains("first-" + guest, "4-" + guest);
        for (var each : POST.at(guest)) {
            assertThat(com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(each)).doesNotContain("among ourselves");
        }
    }

    @Test
    void aPictureStandsInTheConversationAndWhatCouldActDoesNot() throws Exception {
        var guest = guest();
        var message = new String(getClass().getResourceAsStream("/demo/mail/broken-mug.eml").readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).replace("hal@mersea.example", guest)
                .replace("a1f7c0d2@mersea.example", "pictured-" + guest);
        POST.comes(message.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        look();
        var said = desk.find(only(guest, "OPENED")).messages().getFirst();
        assertThat(said.body()).contains("a crack from the rim").doesNotContain("parcel is on its way");
        assertThat(said.files()).extracting(file -> file.name()).containsExactly("mug.jpg");
        POST.comes(guest, "Again", "MIME-Version: 1.0\r\nX-Original-To: " + tokens.address(Post.HELP, only(guest, "OPENED").value()) + "\r\nContent-Type: multipart/mixed; boundary=b\r\nX-",
                "--b\r\n\r\nSee this\r\n--b\r\nContent-Type: image/png; name=cup.exe\r\n\r\nMZrun\r\n--b--");
        look();
        var last = desk.find(only(guest, "OPENED")).messages().getLast();
        assertThat(last.body()).contains("See this");
        assertThat(last.files()).isEmpty();
    }

    @Test
    void anAnswerOpensWhatWasResolvedAndEvenWhatWasClosed() throws Exception {
        var guest = guest();
        var number = asked(guest);
        jdbc.update("update inquiry set status = 'CLOSED', due_at = null where number = ?", number.value());
        POST.comes(guest, "Re", "X-Original-To: " + tokens.address(Post.HELP, number.value()) + "\r\n", "One thing more");
        look();
        assertThat(desk.find(number).inquiry().status().isOpen()).isTrue();
    }

    @Test
    void aStrangersAnswerIsALinkedInquiryOfItsOwn() throws Exception {
        var guest = guest();
        var number = asked(guest);
        var stranger = guest();
        POST.comes(stranger, "Re: My cup", "X-Original-To: " + tokens.address(Post.HELP, number.value()) + "\r\nIn-Reply-To: " + POST.at(guest).getFirst().getMessageID() + "\r\n", "Give it to me");
        look();
        assertThat(desk.find(number).messages()).hasSize(1);
        var other = only(stranger, "LINKED");
        assertThat(other).isNotEqualTo(number);
        assertThat(desk.find(other).steps()).anyMatch(step -> step.action().equals("linked") && step.detail().equals(number.value()));
        assertThat(desk.find(other).inquiry().customer()).isNotEqualTo(desk.find(number).inquiry().customer());
    }

    @Test
    void neitherASubjectNorAForgedMarkLeadsAnywhere() throws Exception {
        var guest = guest();
        var number = asked(guest);
        POST.comes(guest, "Re: My cup (" + number + ")", "X-Original-To: help+" + number.value().toLowerCase() + ".0123456789abcdef0123@shop.example\r\n", "Me again");
        look();
        assertThat(desk.find(number).messages()).hasSize(1);
        assertThat(count("sender = ? and outcome = 'OPENED'", guest)).isEqualTo(2);
    }

    @Test
    void whoIsForgedDoesNotWriteInAKnownInquiry() throws Exception {
        var guest = guest();
        var number = asked(guest);
        var token = "X-Original-To: " + tokens.address(Post.HELP, number.value()) + "\r\n";
        POST.comes(guest, "Re", "Authentication-Results: mx.shop.example; dmarc=fail header.from=example.com\r\n" + token, "Send it elsewhere");
        look();
        assertThat(desk.find(number).messages()).hasSize(1);
        assertThat(desk.find(only(guest, "LINKED")).signedIn()).isFalse();
        POST.comes(guest, "New", "Authentication-Results: mx.evil.example; dmarc=pass\r\n", "It is me, believe me");
        look();
        assertThat(jdbc.queryForObject("select verdict from mail_incoming where sender = ? and subject = 'New'", String.class, guest)).isEqualTo("UNKNOWN");
        var genuine = guest();
        POST.comes(genuine, "Good", "Authentication-Results: mx.shop.example; dmarc=pass header.from=example.com\r\n", "It is me");
        look();
        assertThat(desk.find(only(genuine, "OPENED")).signedIn()).isTrue();
    }

    /** A machine that answers whatever comes, says nothing of being one, and forgets what it answers. */
    @Test
    void aMachineAtTheOtherEndStopsAfterAFewMessages() throws Exception {
        var machine = "robot-" + UUID.randomUUID() + "@example.com";
        var answered = 0;
        for (var round = 0; round < 12; round++) {
            POST.comes(machine, "I am a machine", "Message-ID: <r" + round + machine + ">\r\n", "Beep " + round);
            look();
            settled(machine);
            if (POST.at(machine).size() == answered) {
                break;
            }
            answered = POST.at(machine).size();
        }
        assertThat(answered).isLessThanOrEqualTo(3);
        for (var more = 0; more < 40; more++) {
            POST.comes(machine, "I am a machine", "Message-ID: <m" + more + machine + ">\r\n", "Boop " + more);
        }
        look();
        settled(machine);
        assertThat(POST.at(machine)).hasSizeLessThanOrEqualTo(3);
        assertThat(count("sender = ? and outcome = 'OPENED'", machine)).isLessThanOrEqualTo(5);
        assertThat(count("sender = ? and state = 'WAITING' and problem = 'flood'", machine)).isGreaterThan(30);
    }

    @Test
    void machinesOpenNothing() throws Exception {
        var guest = guest();
        var number = asked(guest);
        var id = POST.at(guest).getFirst().getMessageID();
        POST.comes(guest, "Out of office", "Auto-Submitted: auto-replied\r\nIn-Reply-To: " + id + "\r\n", "Away");
        POST.comes(guest, "News", "List-Id: <news.example.com>\r\nPrecedence: bulk\r\n", "Buy");
        POST.comes(Post.HELP, "Our own", "", "Come back");
        POST.comes("other@example.com", "Copy", "Message-ID: " + id + "\r\n", "Come back");
        POST.comes("x@example.com", "Sent on", "X-Loop: " + Post.HELP + "\r\n", "Come back");
        look();
        assertThat(desk.find(number).messages()).hasSize(1);
        assertThat(count("sender = ? and outcome = 'AUTO_REPLY' and inquiry_number = ?", guest, number.value())).isOne();
        assertThat(count("sender = ? and outcome = 'SET_ASIDE'", guest)).isOne();
        assertThat(count("outcome = 'LOOP'")).isEqualTo(3);
    }

    @Test
    void aBounceMarksOurMessage() throws Exception {
        var guest = guest();
        var number = asked(guest);
        answer(number, "It is on its way");
        arrived(guest, 2);
        var id = POST.at(guest).getLast().getMessageID();
        POST.comes(("Return-Path: <>\r\nFrom: mailer-daemon@mx.example\r\nSubject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nNo\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; " + guest + "\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: "
                + id + "\r\n--b--\r\n").getBytes());
        look();
        assertThat(jdbc.queryForMap("select state, bounce_status from outbox_message where thread = ? and kind = 'inquiry.answered'", number.value()))
                .containsEntry("state", "BOUNCED").containsEntry("bounce_status", "5.1.1");
        assertThat(desk.find(number).steps()).anyMatch(step -> step.action().equals("undelivered"));
    }

    @Test
    void whatCannotBePlacedWaitsAndIsDealtWithByHand() throws Exception {
        POST.comes("Subject: Nobody wrote this\r\n\r\nBut somebody has to read it\r\n".getBytes());
        look();
        var waiting = mail.list("waiting", "Nobody wrote", 0, 10).getFirst();
        assertThat(waiting.problem()).isEqualTo("sender");
        mail.retry(waiting.id(), ellen);
        assertThat(mail.find(waiting.id()).row().state()).isEqualTo(MailState.WAITING);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mail.open(waiting.id(), "", ellen));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mail.discard(waiting.id(), " ", ellen));
        var number = mail.open(waiting.id(), guest(), ellen);
        assertThat(desk.find(number).messages()).extracting(message -> message.body()).containsExactly("But somebody has to read it");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mail.discard(waiting.id(), "twice", ellen));
        POST.comes("Subject: Rubbish\r\n\r\nRubbish\r\n".getBytes());
        look();
        var rubbish = mail.list("waiting", "Rubbish", 0, 10).getFirst();
        mail.discard(rubbish.id(), "Nobody’s", ellen);
        assertThat(mail.find(rubbish.id()).row().state()).isEqualTo(MailState.DISCARDED);
        var raw = new java.io.ByteArrayOutputStream();
        mail.raw(rubbish.id(), raw, ellen);
        assertThat(raw.toString()).isEqualTo("Subject: Rubbish\r\n\r\nRubbish\r\n");
    }

    /** Ended again and again in the middle, and looked at by two at once: each message is there once, byte by byte. */
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

    /** A message in two copies, as when it was sent to two of our addresses, is one. */
    @Test
    void aCopyOfAMessageIsNoSecondInquiry() throws Exception {
        var guest = guest();
        POST.comes(guest, "Twice", "Message-ID: <twice-" + guest + ">\r\n", "Words");
        POST.comes(guest, "Twice", "X-Way: another\r\nMessage-ID: <twice-" + guest + ">\r\n", "Words");
        POST.comes(guest, "Twice", "Message-ID: <twice-" + guest + ">\r\n", "Other words under the same id");
        look();
        assertThat(count("sender = ? and outcome = 'OPENED'", guest)).isEqualTo(2);
        assertThat(count("sender = ? and outcome = 'DUPLICATE'", guest)).isOne();
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

    /** The server is gone for an hour, for what comes and for what leaves: staff see it, and afterwards everything arrives once. */
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
    void aNoteTellsTheColleagueItNamesAndNobodyElse() throws Exception {
        var guest = guest();
        var number = asked(guest);
        var colleague = staff.engage(new NewStaff("Odette Vigneau", "odette-" + UUID.randomUUID() + "@shop.example", Set.of("agent"), List.of("en"), null), java.time.Instant.now());
        var address = staff.find(colleague).orElseThrow().email();
        desk.note(number, "@Odette can you look? " + SECRET, key(), ellen);
        arrived(address, 1);
        var told = POST.at(address).getFirst();
        assertThat(told.getSubject()).contains(number.value());
        assertThat(com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(told)).contains("/console/inquiries").doesNotContain("among ourselves");
        settled(guest);
        assertThat(POST.at(guest)).hasSize(1);
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

    private InquiryNumber asked(String guest) throws Exception {
        POST.comes(guest, "My cup", "Message-ID: <asked-" + guest + ">\r\n", "Where is my cup?");
        look();
        arrived(guest, 1);
        return only(guest, "OPENED");
    }

    private void answer(InquiryNumber number, String text) {
        assertThat(desk.reply(number, desk.find(number).version(), text, InquiryStatus.WAITING_FOR_CUSTOMER, key(), ellen)).isInstanceOf(Deed.Done.class);
    }

    private void look() throws Exception {
        watch.look(mailboxes.find(box).orElseThrow());
        sorting.run();
        // the job may be at it as well
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(count("state = 'STORED'")).isZero());
    }

    /** Until nothing is on its way to anybody any more. */
    private void settled(String recipient) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(jdbc.queryForObject("select count(*) from EVENT_PUBLICATION where completion_date is null", Integer.class)).isZero();
            assertThat(jdbc.queryForObject("select count(*) from outbox_message where recipient = ? and state in ('WAITING', 'SENDING')", Integer.class, recipient)).isZero();
        });
    }

    private void arrived(String address, int count) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(POST.at(address)).hasSize(count));
    }

    private InquiryNumber only(String sender, String outcome) {
        return new InquiryNumber(jdbc.queryForObject("select inquiry_number from mail_incoming where sender = ? and outcome = ?", String.class, sender, outcome));
    }

    private int count(String where, Object... values) {
        return jdbc.queryForObject("select count(*) from mail_incoming where " + where, Integer.class, values);
    }

    private static String guest() {
        return "guest-" + UUID.randomUUID() + "@example.com";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
