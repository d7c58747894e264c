package app.regulars.serving;

import app.regulars.platform.Refused;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Business hours as staff write them: a line for each day of the week such as "9:00-12:00, 13:00-17:00", empty for a free day.
 *
 * @param week     seven lines, Monday first
 * @param own      days of its own, one a line: a date, then hours or nothing
 * @param province whose public holidays are free, or empty for nobody's
 */
public record HoursPage(String zone, List<String> week, String own, String province) {

    private static final int MOST_DAYS = 400;

    static HoursPage shipped(ZoneId zone) {
        return new HoursPage(zone.getId(), List.of("9:00-17:00", "9:00-17:00", "9:00-17:00", "9:00-17:00", "9:00-17:00", "", ""), "", "");
    }

    /** @throws Refused naming the field (zone, day0 to day6, own, province) that cannot be read */
    OpenHours read() {
        var days = new HashMap<DayOfWeek, List<OpenHours.Interval>>();
        for (int i = 0; i < 7; i++) {
            var hours = intervals(i < week.size() ? week.get(i) : "", "day" + i);
            if (!hours.isEmpty()) {
                days.put(DayOfWeek.of(i + 1), hours);
            }
        }
        var special = new HashMap<LocalDate, List<OpenHours.Interval>>();
        for (var line : own.split("\\R")) {
            if (!line.isBlank()) {
                var parts = line.strip().split("\\s+", 2);
                try {
                    special.put(LocalDate.parse(parts[0]), intervals(parts.length > 1 ? parts[1] : "", "own"));
                } catch (DateTimeException noDate) {
                    throw new Refused("serving.refused.date", "own", Map.of("line", line.strip()));
                }
            }
        }
        if (special.size() > MOST_DAYS) {
            throw new Refused("serving.refused.days", "own", Map.of("most", MOST_DAYS));
        }
        if (!province.isEmpty() && !"ca".equals(province) && !Holidays.PROVINCES.contains(province)) {
            throw new Refused("serving.refused.province", "province", Map.of());
        }
        return new OpenHours(place(), days, special, province.isEmpty() ? null : new Holidays("ca".equals(province) ? "" : province));
    }

    private ZoneId place() {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new Refused("serving.refused.zone", "zone", Map.of());
        }
        return ZoneId.of(zone);
    }

    private static List<OpenHours.Interval> intervals(String typed, String field) {
        var all = new ArrayList<OpenHours.Interval>();
        for (var part : typed.replace('–', '-').replace('h', ':').toLowerCase(Locale.ROOT).split("[,;]")) {
            if (part.isBlank()) {
                continue;
            }
            var ends = part.strip().split("\\s*-\\s*");
            try {
                var next = new OpenHours.Interval(minute(ends[0]), minute(ends[1]));
                if (!all.isEmpty() && all.getLast().to() > next.from()) {
                    throw new IllegalArgumentException();
                }
                all.add(next);
            } catch (IllegalArgumentException | IndexOutOfBoundsException noHours) {
                throw new Refused("serving.refused.hours", field, Map.of("typed", part.strip()));
            }
        }
        return all;
    }

    private static int minute(String typed) {
        var parts = typed.strip().split(":");
        var minute = parts.length > 1 ? Integer.parseInt(parts[1].strip()) : 0;
        if (minute > 59 || parts.length > 2) {
            throw new IllegalArgumentException();
        }
        return Integer.parseInt(parts[0].strip()) * 60 + minute;
    }
}
