package app.regulars.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What the files say of the time after the sale happens whatever day the demonstration is begun. */
class AfterChapterTests {

    private static final int A_YEAR = 366;
    private static final Duration RETURN_DAYS = Duration.ofDays(30);
    private static final DemoData DATA = DemoFiles.read();

    @Test
    void everythingHappensOnEveryDayOfTheYear() {
        var after = DemoFiles.after();
        for (int day = 0; day < A_YEAR; day++) {
            var now = Instant.parse("2026-11-23T16:20:00Z").plus(Duration.ofDays(day)).plus(Duration.ofMinutes(97L * day % 1_440));
            var story = new DemoChapter.Story(DATA, new OrderHistory(DATA, now, ZoneId.of("America/Halifax")).orders(), now);
            for (var each : after.returns()) {
                var asked = story.daysAgo(each.daysAgo());
                assertThat(AfterChapter.order(story, each.person(), each.product(), asked)).as(each.name() + " on " + now).get()
                        .satisfies(order -> assertThat(order.deliveredAt()).isBetween(asked.minus(RETURN_DAYS.minusDays(1)), asked.minus(Duration.ofHours(12))));
                assertThat(each.steps()).extracting(DemoAfter.Step::daysAgo).isSortedAccordingTo(java.util.Comparator.reverseOrder());
            }
            for (var each : after.answers()) {
                assertThat(AfterChapter.order(story, each.person(), null, now.minus(AnswersChapter.longest(each)))).as(each.name() + " on " + now).get()
                        .satisfies(order -> assertThat(order.deliveredAt()).isAfter(now.minus(RETURN_DAYS)));
            }
        }
    }
}
