package app.regulars.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InquiryTests {

    private static final ZoneId HALIFAX = ZoneId.of("America/Halifax");
    /** A Tuesday, 10:00 in Halifax. */
    private static final Instant ASKED = Instant.parse("2026-11-24T14:00:00Z");
    private static final StaffId ELLEN = StaffId.next();
    private static final StaffId MARA = StaffId.next();

    @Test
    void waitsForTheCustomerOnceItIsAnsweredAndBelongsToWhoAnswered() {
        var inquiry = asked();
        inquiry.answer(ELLEN, "Two new mugs leave today.", InquiryStatus.WAITING_FOR_CUSTOMER, "a", ASKED.plusSeconds(60));
        assertThat(inquiry.status()).isEqualTo(InquiryStatus.WAITING_FOR_CUSTOMER);
        assertThat(inquiry.assignee()).isEqualTo(ELLEN);
        assertThat(inquiry.dueAt()).as("the clock stands still while the customer is awaited").isNull();
    }

    @Test
    void waitsForUsWhenTheCustomerWritesBack() {
        var inquiry = asked();
        inquiry.answer(ELLEN, "Which order?", InquiryStatus.WAITING_FOR_CUSTOMER, "a", ASKED);
        inquiry.reply("The last one.", "b", ASKED.plus(Duration.ofHours(1)), HALIFAX);
        assertThat(inquiry.status()).isEqualTo(InquiryStatus.WAITING_FOR_US);
        assertThat(inquiry.dueAt()).isNotNull();
    }

    @Test
    void opensAgainWhenTheCustomerWritesAfterItWasResolved() {
        var inquiry = asked();
        inquiry.answer(ELLEN, "Done.", InquiryStatus.RESOLVED, "a", ASKED);
        inquiry.reply("It broke again.", "b", ASKED.plus(Duration.ofDays(2)), HALIFAX);
        assertThat(inquiry.status()).isEqualTo(InquiryStatus.WAITING_FOR_US);
        assertThat(inquiry.takeSteps()).extracting(Step::action).containsExactly("opened", "assigned", "answered", "resolved", "reopened", "replied");
    }

    @Test
    void keepsTheFirstTargetWhileTheCustomerAddsToAQuestionNobodyAnswered() {
        var inquiry = asked();
        var due = inquiry.dueAt();
        inquiry.reply("And one more thing.", "b", ASKED.plus(Duration.ofHours(3)), HALIFAX);
        assertThat(inquiry.dueAt()).isEqualTo(due);
        assertThat(inquiry.status()).isEqualTo(InquiryStatus.OPEN);
    }

    @Test
    void refusesAnAnswerToAClosedInquiry() {
        var inquiry = asked();
        inquiry.close(ASKED);
        refused("inquiry.refused.closed", () -> inquiry.answer(ELLEN, "Hello", InquiryStatus.WAITING_FOR_CUSTOMER, "a", ASKED));
        refused("inquiry.refused.closed", () -> inquiry.reply("Hello", "b", ASKED, HALIFAX));
        assertThat(inquiry.note(ELLEN, "For the record", "n", ASKED)).as("a note is still possible").isNotNull();
    }

    @Test
    void doesNotTakeAnInquiryFromWhoHasIt() {
        var inquiry = asked();
        inquiry.assign(MARA, MARA, ASKED);
        inquiry.answer(ELLEN, "Mara is out today, so I answer.", InquiryStatus.WAITING_FOR_CUSTOMER, "a", ASKED);
        assertThat(inquiry.assignee()).isEqualTo(MARA);
    }

    @Test
    void refusesEmptyAndEndlessTexts() {
        refused("inquiry.refused.empty", () -> asked(" \n\t "));
        refused("inquiry.refused.too-long", () -> asked("x".repeat(10_001)));
        assertThat(asked("x".repeat(10_000)).subject()).hasSizeLessThan(100);
    }

    @Test
    void takesTheFirstSentenceForTheSubject() {
        assertThat(asked("Hello! \uD83C\uDF75 <b>two</b> mugs are chipped.\n\nPlease help.").subject()).isEqualTo("Hello!");
        assertThat(asked("مرحبا، هل لديكم شاي؟").subject()).isEqualTo("مرحبا، هل لديكم شاي؟");
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-24T14:00:00Z, 2026-11-25T14:00:00Z, Tuesday at ten: eight hours of work are a day",
            "2026-11-24T13:00:00Z, 2026-11-24T21:00:00Z, Tuesday at nine: due when we close",
            "2026-11-27T20:00:00Z, 2026-11-30T20:00:00Z, Friday at four: Monday at four",
            "2026-11-28T15:00:00Z, 2026-11-30T21:00:00Z, on Saturday: Monday evening",
            "2026-11-24T04:00:00Z, 2026-11-24T21:00:00Z, in the night: that day's evening"})
    void isDueAfterEightHoursOfWork(Instant asked, Instant due, String why) {
        assertThat(ResponseTarget.dueAfter(asked, HALIFAX)).as(why).isEqualTo(due);
    }

    private static Inquiry asked() {
        return asked("Two of my mugs are chipped. What now?");
    }

    private static Inquiry asked(String text) {
        return new Inquiry(new InquiryNumber("INQ-1"), CustomerId.next(), true, new NewInquiry(null, text, null, null, null, "q"), ASKED, HALIFAX);
    }

    private static void refused(String key, Runnable deed) {
        assertThatExceptionOfType(Refused.class).isThrownBy(deed::run).satisfies(refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
