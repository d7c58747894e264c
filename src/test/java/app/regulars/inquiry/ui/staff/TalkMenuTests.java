package app.regulars.inquiry.ui.staff;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.CannedDesk;
import app.regulars.inquiry.CannedReply;
import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquirySorting;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.Macro;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.inquiry.Priority;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.ui.Fragment;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the open inquiry's menu does to the place where the answer is written. */
@RegularsTest
@WithStaff
class TalkMenuTests {

    @Autowired
    private MyInquiries mine;
    @Autowired
    private InquiryDesk desk;
    @Autowired
    private InquirySorting sorting;
    @Autowired
    private CannedDesk canned;
    @Autowired
    private DeskTools tools;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Texts texts;
    private final StaffId ellen = StaffId.next();
    private final Fragment talk = new Fragment("talk");
    private final Fragment composer = new Fragment("composer");
    private final Pressed page = new Pressed(talk, composer);
    private final AtomicInteger version = new AtomicInteger();
    private CustomerId amelie;
    private InquiryNumber number;
    private Macro macro;

    @BeforeEach
    void aMacroWithAnAnswer() {
        amelie = customers.obtain("amelie-" + UUID.randomUUID() + "@example.com", "Amélie Cormier", null, null, Locale.CANADA, "test");
        number = mine.ask(amelie, new NewInquiry(null, "My mug is chipped.", InquiryType.QUESTION, null, null, null, UUID.randomUUID().toString()));
        var title = "Chipped " + UUID.randomUUID();
        canned.save(new CannedReply(null, "en", title, "A new one leaves today.", 0), ellen);
        var reply = canned.replies().stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow();
        canned.save(new Macro(null, title, Priority.HIGH, null, null, false, true, reply.id(), 0), ellen);
        macro = canned.macros().stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow();
        new TalkMenu(talk, composer, sorting, tools, () -> ellen, () -> number, values -> version.get(), () -> version.set(desk.find(number).version()), (sorted, of) -> { }, texts,
                () -> Locale.CANADA).listen();
        version.set(desk.find(number).version());
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @Test
    void aMacroThatIsRefusedPutsNothingIntoTheAnswerAndSaysWhy() {
        mine.reply(amelie, number, "Never mind, I found it.", UUID.randomUUID().toString());
        page.press(composer, "macro-apply", Map.of("id", macro.id().toString()));
        assertThat(desk.find(number).inquiry().priority()).isEqualTo(Priority.NORMAL);
        assertThat(page.sent()).doesNotContain("answer-text", "then.value");
        assertThat(page.said()).contains(texts.get(Locale.CANADA, "inquiry.desk.changed"));
        // now that she has seen what came, the same press does it
        page.press(composer, "macro-apply", Map.of("id", macro.id().toString()));
        assertThat(desk.find(number).inquiry().priority()).isEqualTo(Priority.HIGH);
        assertThat(page.sent()).contains("answer-text", "A new one leaves today.", "then.value");
    }
}
