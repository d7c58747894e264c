package app.regulars.inquiry.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryRow;
import app.regulars.inquiry.InquirySorting;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.inquiry.Priority;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.ui.Fragment;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several chosen in the queue while a colleague works on one of them. */
@RegularsTest
@WithStaff
class QueuePaneTests {

    @Autowired
    private MyInquiries mine;
    @Autowired
    private InquiryDesk desk;
    @Autowired
    private InquirySorting sorting;
    @Autowired
    private StaffDirectory staff;
    @Autowired
    private CustomerDirectory customers;
    private final StaffId ellen = StaffId.next();
    private final StaffId mara = StaffId.next();
    private final Fragment queue = new Fragment("queue");
    private final Pressed page = new Pressed(queue);
    private final List<InquirySorting.Sorted> done = new ArrayList<>();
    private QueuePane pane;
    private InquiryNumber one;
    private InquiryNumber two;

    @BeforeEach
    void twoAreChosen() {
        var amelie = customers.obtain("amelie-" + UUID.randomUUID() + "@example.com", "Amélie Cormier", null, null, Locale.CANADA, "test");
        one = ask(amelie, "One");
        two = ask(amelie, "Two");
        pane = new QueuePane(queue, sorting, staff, () -> ellen, choice -> Instant.now().plusSeconds(3_600), () -> { }, (sorted, of) -> done.add(sorted));
        rows().forEach(row -> page.press(queue, "choose", Map.of("value", row.number().value(), "seen", String.valueOf(row.version()), "checked", "true")));
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void whatAColleagueChangedMeanwhileStaysAsItIsAndChosenUntilItWasSeen() {
        desk.prioritize(two, desk.find(two).version(), Priority.URGENT, mara);
        pane.chosenOf(rows());
        page.press(queue, "bulk-priority", Map.of("value", "low"));
        assertThat(done.getLast().overtaken()).as("painted anew by itself is not seen").containsExactly(two);
        assertThat(priorities()).containsExactly(Priority.LOW, Priority.URGENT);
        assertThat(pane.chosenOf(rows())).containsExactly(two.value());
        page.press(queue, "bulk-priority", Map.of("value", "low"));
        assertThat(done.getLast().overtaken()).isEmpty();
        assertThat(priorities()).containsExactly(Priority.LOW, Priority.LOW);
        assertThat(pane.chosenOf(rows())).isEmpty();
    }

    @Test
    void whatSheHasOpenedSinceIsSeen() {
        desk.prioritize(two, desk.find(two).version(), Priority.URGENT, mara);
        pane.saw(two, desk.find(two).version());
        page.press(queue, "bulk-take", Map.of());
        assertThat(done.getLast()).returns(2, InquirySorting.Sorted::changed);
    }

    private List<InquiryRow> rows() {
        return List.of(desk.find(one).inquiry(), desk.find(two).inquiry());
    }

    private List<Priority> priorities() {
        return rows().stream().map(InquiryRow::priority).toList();
    }

    private InquiryNumber ask(CustomerId who, String text) {
        return mine.ask(who, new NewInquiry(null, text, InquiryType.QUESTION, null, null, null, UUID.randomUUID().toString()));
    }
}
