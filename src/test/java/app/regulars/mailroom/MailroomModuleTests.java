package app.regulars.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.inquiry.InquiryStatus;
import app.regulars.platform.Refused;
import app.regulars.staff.NewStaff;
import app.regulars.testing.Post;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes by mail goes where it belongs, and nowhere else. */
class MailroomModuleTests extends MailroomTest {

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

    /** The server is gone for an hour, for what comes and for what leaves: staff see it, and afterwards everything arrives once. */

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
}
