package app.regulars.inquiry.ui.staff;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The moments until which an inquiry is put away. */
final class SnoozeTimes {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private SnoozeTimes() {
    }

    /** @param choice "hours", "tomorrow", "monday", or a date as browsers write it @return null for anything else */
    static Instant of(String choice, Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        return switch (choice == null ? "" : choice) {
            case "hours" -> now.plusSeconds(3 * 3_600);
            case "tomorrow" -> today.plusDays(1).atTime(MORNING).atZone(zone).toInstant();
            case "monday" -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(MORNING).atZone(zone).toInstant();
            default -> choice != null && choice.matches("\\d{4}-\\d{2}-\\d{2}") ? day(choice, zone) : null;
        };
    }

    private static Instant day(String text, ZoneId zone) {
        try {
            return LocalDate.parse(text).atTime(MORNING).atZone(zone).toInstant();
        } catch (java.time.DateTimeException noDay) {
            return null;
        }
    }
}
