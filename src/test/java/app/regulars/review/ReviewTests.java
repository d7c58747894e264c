package app.regulars.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.ProductId;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a review allows, and what its stars come to. */
class ReviewTests {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final StaffId ELLEN = StaffId.next();

    @Test
    void isRefusedWithAReasonAppealedOnceAndPublished() {
        var review = review(WaitCause.FIRST);
        assertThat(review.status()).isEqualTo(ReviewStatus.WAITING);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> review.refuse(ELLEN, "  ", NOW)).matches(refused -> "reason".equals(refused.field()));
        assertThatExceptionOfType(Refused.class).as("not refused yet").isThrownBy(() -> review.appeal("But why?"));
        review.refuse(ELLEN, "It is about the courier.", NOW);
        assertThat(review.reason()).isEqualTo("It is about the courier.");
        review.appeal("Only one sentence was.");
        assertThat(review.status()).isEqualTo(ReviewStatus.WAITING);
        assertThat(review.cause()).isEqualTo(WaitCause.APPEAL);
        review.refuse(ELLEN, "Still.", NOW);
        assertThatExceptionOfType(Refused.class).as("once").isThrownBy(() -> review.appeal("Again"));
        review.publish(ELLEN, NOW);
        assertThat(review.isPublished()).isTrue();
        assertThat(review.reason()).isNull();
        assertThatExceptionOfType(Refused.class).as("it is").isThrownBy(() -> review.publish(ELLEN, NOW));
    }

    @Test
    void keepsWhatItSaidAndWaitsAgainWhereARuleOrARefusalSaysSo() {
        var review = review(null);
        assertThat(review.isPublished()).isTrue();
        assertThat(review.edit(form("5", "Bright", "It wakes me up gently."), false, null, NOW)).as("nothing changed").isNull();
        assertThat(review.edit(form("2", "Dull", "It does not wake me up."), false, null, NOW)).isEqualTo(new Review.Edit(5, "Bright", "It wakes me up gently."));
        assertThat(review.isPublished()).isTrue();
        review.edit(form("2", "Dull", "See www.cheaper.example"), false, WaitCause.LINK, NOW);
        assertThat(review.status()).isEqualTo(ReviewStatus.WAITING);
        review.refuse(ELLEN, "No links, please.", NOW);
        review.edit(form("2", "Dull", "It does not wake me up."), false, null, NOW);
        assertThat(review.cause()).as("what was refused does not publish itself").isEqualTo(WaitCause.CHANGED);
    }

    @Test
    void takesOneToFiveStarsATitleAndWords() {
        for (var stars : new String[] {null, "", "0", "6", "-1", "5.0", "five"}) {
            assertThatExceptionOfType(Refused.class).as("%s stars", stars).isThrownBy(() -> new Review(ProductId.next(), CustomerId.next(), form(stars, "Bright", "It wakes me up."), false, null, NOW))
                    .matches(refused -> "stars".equals(refused.field()));
        }
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new Review(ProductId.next(), CustomerId.next(), form("5", " ", "It wakes me up."), false, null, NOW));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new Review(ProductId.next(), CustomerId.next(), form("5", "Bright", "Good"), false, null, NOW));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new Review(ProductId.next(), CustomerId.next(), form("5", "Bright", "x".repeat(4001)), false, null, NOW));
    }

    @Test
    void sumsUpStars() {
        var summary = new ReviewSummary(List.of(1, 0, 0, 1, 2));
        assertThat(summary.count()).isEqualTo(4);
        assertThat(summary.average()).isEqualTo(3.75);
        assertThat(summary.halves()).isEqualTo(8);
        assertThat(summary.percent(5)).isEqualTo(50);
        assertThat(ReviewSummary.NONE.average()).isZero();
        assertThat(new ReviewSummary(List.of(0, 0, 0, 0, 1)).rank()).as("one enthusiast does not outdo forty happy people").isLessThan(new ReviewSummary(List.of(0, 0, 0, 10, 30)).rank());
        assertThat(ReviewSummary.NONE.rank()).isGreaterThan(new ReviewSummary(List.of(3, 0, 0, 0, 0)).rank());
    }

    private static Review review(WaitCause cause) {
        return new Review(ProductId.next(), CustomerId.next(), form("5", "Bright", "It wakes me up gently."), true, cause, NOW);
    }

    private static NewReview form(String stars, String title, String text) {
        return new NewReview(stars, title, text, "en", Set.of(), List.of());
    }
}
