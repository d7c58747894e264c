package app.regulars.serving;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * When a team works: hours of the week, several intervals a day, where it is; what a single date has instead; public holidays.
 *
 * @param week     intervals by day; a day that is not named is free
 * @param own      days of its own, which win over holidays and week; an empty list is a free day
 * @param holidays whose public holidays are free, or null for nobody's
 */
public record OpenHours(ZoneId zone, Map<DayOfWeek, List<Interval>> week, Map<LocalDate, List<Interval>> own, Holidays holidays) {

    private static final long DAY = 86_400_000;

    public OpenHours {
        week = Map.copyOf(week);
        own = Map.copyOf(own);
    }

    /** Minutes of the local day, from (included) to (excluded). */
    public record Interval(int from, int to) {

        public Interval {
            if (from < 0 || to > 1440 || from >= to) {
                throw new IllegalArgumentException("an interval goes forward within one day");
            }
        }
    }

    /** Gets the open spans in order, in milliseconds since 1970. @return whether it wants more */
    interface Spans {
        boolean span(long from, long to);
    }

    List<Interval> on(LocalDate date) {
        var special = own.get(date);
        if (special != null) {
            return special;
        }
        return holidays != null && holidays.isHoliday(date) ? List.of() : week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /**
     * Walks one stretch of constant distance from UTC after the other: within one of them local time runs straight, so an hour that comes
     * twice is counted twice and one that is left out not at all.
     *
     * @return whether more is wanted
     */
    boolean spans(long from, long to, Spans wanted) {
        var rules = zone.getRules();
        var at = from;
        while (at < to) {
            var moment = Instant.ofEpochMilli(at);
            var offset = rules.getOffset(moment).getTotalSeconds() * 1000L;
            var change = rules.nextTransition(moment);
            var end = change == null ? to : Math.min(to, change.getInstant().toEpochMilli());
            var localEnd = end + offset;
            for (var day = Math.floorDiv(at + offset, DAY); day * DAY < localEnd; day++) {
                for (var hours : on(LocalDate.ofEpochDay(day))) {
                    var opens = Math.max(at + offset, day * DAY + hours.from() * 60_000L);
                    var closes = Math.min(localEnd, day * DAY + hours.to() * 60_000L);
                    if (opens < closes && !wanted.span(opens - offset, closes - offset)) {
                        return false;
                    }
                }
            }
            at = end;
        }
        return true;
    }
}
