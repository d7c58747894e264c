package app.regulars.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.regulars.inquiry.Deed;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryStatus;
import app.regulars.platform.identity.StaffId;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.Post;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Mail in and out, through a real mail server that all these tests share, as they share the application. */
@RegularsTest
@WithStaff
abstract class MailroomTest {

    static final Post POST = new Post();
    static final String SECRET = "only among ourselves, third broken cup";

    static {
        POST.start(); // until the last test, whichever that is
    }

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", POST::smtp);
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
        box = mailboxes.all().stream().findFirst().map(Mailbox::id).orElseGet(() -> mailboxes.add(TestMailbox.at(POST, "mx.shop.example").checked()));
    }

    InquiryNumber asked(String guest) throws Exception {
        POST.comes(guest, "My cup", "Message-ID: <asked-" + guest + ">\r\n", "Where is my cup?");
        look();
        arrived(guest, 1);
        return only(guest, "OPENED");
    }

    void answer(InquiryNumber number, String text) {
        assertThat(desk.reply(number, desk.find(number).version(), text, InquiryStatus.WAITING_FOR_CUSTOMER, key(), ellen)).isInstanceOf(Deed.Done.class);
    }

    void look() throws Exception {
        watch.look(mailboxes.find(box).orElseThrow());
        sorting.run();
        // the job may be at it as well
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(count("state = 'STORED'")).isZero());
    }

    /** Until nothing is on its way to anybody any more. */
    void settled(String recipient) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(jdbc.queryForObject("select count(*) from EVENT_PUBLICATION where completion_date is null", Integer.class)).isZero();
            assertThat(jdbc.queryForObject("select count(*) from outbox_message where recipient = ? and state in ('WAITING', 'SENDING')", Integer.class, recipient)).isZero();
        });
    }

    void arrived(String address, int count) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(POST.at(address)).hasSize(count));
    }

    InquiryNumber only(String sender, String outcome) {
        return new InquiryNumber(jdbc.queryForObject("select inquiry_number from mail_incoming where sender = ? and outcome = ?", String.class, sender, outcome));
    }

    int count(String where, Object... values) {
        return jdbc.queryForObject("select count(*) from mail_incoming where " + where, Integer.class, values);
    }

    static String guest() {
        return "guest-" + UUID.randomUUID() + "@example.com";
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
