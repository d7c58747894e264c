package app.regulars.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArticleTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID GEAR = UUID.randomUUID();
    private final StaffId odile = StaffId.next();
    private final StaffId ines = StaffId.next();
    private final Article article = new Article("filters", odile, NOW);

    @Test
    void whoWroteEveryWordAloneDoesNotApprove() {
        write(odile, "Which filters fit?", null);
        refused("faq.refused.own-words", () -> article.approve("en", false, null, odile, NOW));
        assertThat(article.approve("en", true, null, odile, NOW)).as("the only editor there is").isPresent();
        assertThat(article.isPublished()).isTrue();
    }

    @Test
    void whoMendedAColleaguesWordsMayApproveThem() {
        write(odile, "Which filters fit?", null);
        article.askReview("en", ines, "Is the table right?", odile, NOW);
        write(ines, "Which paper filters fit?", null);
        assertThat(article.drafts().get("en").where()).as("new words are read anew").isEqualTo(DraftState.DRAFT);
        assertThat(article.approve("en", false, null, ines, NOW)).isPresent();
    }

    @Test
    void readersSeeTheOldWordsUntilTheNewOnesAreApproved() {
        write(odile, "Which filters fit?", null);
        article.approve("en", false, null, ines, NOW);
        write(odile, "Which filters really fit?", null);
        assertThat(article.text(ArticleText::title).en()).isEqualTo("Which filters fit?");
        assertThat(article.working(ArticleText::title).en()).isEqualTo("Which filters really fit?");
        write(odile, "Which filters fit?", null);
        assertThat(article.drafts()).as("nothing new is left").isEmpty();
    }

    @Test
    void eachLanguageStandsForItselfAndEnglishComesFirst() {
        write(odile, "Which filters fit?", "Quels filtres?");
        refused("faq.refused.english-first", () -> article.approve("fr", false, null, ines, NOW));
        article.approve("en", false, null, ines, NOW);
        assertThat(article.text(ArticleText::title).fr()).isNull();
        article.approve("fr", false, null, ines, NOW);
        assertThat(article.text(ArticleText::title).fr()).isEqualTo("Quels filtres?");
    }

    @Test
    void appearsAtItsHourAndNotBefore() {
        write(odile, "Which filters fit?", null);
        var hour = NOW.plus(Duration.ofHours(2));
        assertThat(article.approve("en", false, hour, ines, NOW)).isEmpty();
        assertThat(article.isPublished()).isFalse();
        assertThat(article.due(hour.minusSeconds(1))).isEmpty();
        assertThat(article.due(hour)).containsExactly("en");
        article.appear("en", hour);
        assertThat(article.publishedAt()).isEqualTo(hour);
    }

    @Test
    void remindsOnceForEachDayOfChecking() {
        write(odile, "Which filters fit?", null);
        article.approve("en", false, null, ines, NOW);
        var day = LocalDate.of(2026, 12, 1);
        article.lookedAfter(odile, day);
        assertThat(article.remind(day.minusDays(1))).isFalse();
        assertThat(article.remind(day)).isTrue();
        assertThat(article.remind(day.plusDays(1))).isFalse();
        article.lookedAfter(odile, day.plusDays(30));
        assertThat(article.remind(day.plusDays(30))).isTrue();
    }

    private void write(StaffId by, String english, String french) {
        article.write(new ArticleForm("filters", "gear", new Localized(english, french), new Localized("In short.", french == null ? null : "En bref."),
                new Localized("All of them.", french == null ? null : "Tous."), new Localized("", ""), List.of()), GEAR, by, NOW);
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
