package app.regulars.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.InquiryFilter.Queue;
import app.regulars.platform.identity.StaffId;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Words are looked for in the view that is open: what waits is found though years of others have the same words. */
@RegularsTest
@WithStaff
class QueueWordsTests {

    @Autowired
    MyInquiries mine;
    @Autowired
    InquiryDesk desk;
    @Autowired
    InquirySorting sorting;
    @Autowired
    CustomerDirectory customers;

    private final StaffId ellen = StaffId.next();

    @Test
    void anInquiryIsFoundWhereItStands() {
        var word = "w" + UUID.randomUUID().toString().substring(0, 8);
        var customer = customers.obtain(word + "@example.com", "Amélie Cormier", null, null, Locale.CANADA, "test");
        var number = mine.ask(customer, new NewInquiry(null, "The " + word + " leaks", null, null, null, UUID.randomUUID().toString()));
        await().pollInSameThread().untilAsserted(() -> assertThat(found(Queue.ALL_OPEN, word)).containsExactly(number));
        assertThat(found(Queue.DONE, word)).isEmpty();
        sorting.sort(java.util.Map.of(number, desk.find(number).version()), InquirySorting.Sort.resolved(), ellen);
        await().pollInSameThread().untilAsserted(() -> assertThat(found(Queue.DONE, word)).containsExactly(number));
        assertThat(found(Queue.ALL_OPEN, word)).isEmpty();
        mine.reply(customer, number, "It leaks again", UUID.randomUUID().toString());
        await().pollInSameThread().untilAsserted(() -> assertThat(found(Queue.ALL_OPEN, word)).containsExactly(number));
    }

    /** Of years of inquiries whatever has one of the words, or means about the same, would be too much to look through. */
    @Test
    void everyWordHasToBeThere() {
        var one = "w" + UUID.randomUUID().toString().substring(0, 8);
        var other = "w" + UUID.randomUUID().toString().substring(0, 8);
        var customer = customers.obtain(one + "@example.com", "Amélie Cormier", null, null, Locale.CANADA, "test");
        var leaks = mine.ask(customer, new NewInquiry(null, "The " + one + " leaks", null, null, null, UUID.randomUUID().toString()));
        mine.ask(customer, new NewInquiry(null, "The " + other + " leaks", null, null, null, UUID.randomUUID().toString()));
        await().pollInSameThread().untilAsserted(() -> assertThat(found(Queue.ALL_OPEN, other)).hasSize(1));
        await().pollInSameThread().untilAsserted(() -> assertThat(found(Queue.ALL_OPEN, one + " leaks")).containsExactly(leaks));
        assertThat(found(Queue.ALL_OPEN, one + " " + other)).isEmpty();
    }

    private List<InquiryNumber> found(Queue queue, String word) {
        return desk.list(new InquiryFilter(queue, word), ellen, 50, Locale.CANADA).stream().map(InquiryRow::number).toList();
    }
}
