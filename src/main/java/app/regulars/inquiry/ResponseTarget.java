package app.regulars.inquiry;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When an answer is due: eight hours of work after the question, in the shop's hours (Monday to Friday, 9 to 17). */
final class ResponseTarget {

    static final Duration HOURS = Duration.ofHours(8);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private ResponseTarget() {
    }

    static Instant dueAfter(Instant asked, ZoneId zone) {
        var at = intoHours(asked.atZone(zone));
        var left = HOURS;
        while (true) {
            var closing = at.with(CLOSES);
            var today = Duration.between(at, closing);
            if (today.compareTo(left) >= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(today);
            at = intoHours(at.plusDays(1).with(OPENS));
        }
    }

    private static ZonedDateTime intoHours(ZonedDateTime moment) {
        var at = moment.toLocalTime().isBefore(OPENS) ? moment.with(OPENS)
                : moment.toLocalTime().isBefore(CLOSES) ? moment : moment.plusDays(1).with(OPENS);
        while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
            at = at.plusDays(1).with(OPENS);
        }
        return at;
    }
}
