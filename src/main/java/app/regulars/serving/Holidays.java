package app.regulars.serving;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The public holidays of a Canadian province or territory, by the calendars of jollyday. @param province as in "pe"; empty for those of all Canada */
public record Holidays(String province) {

    private static final Map<String, Set<LocalDate>> KNOWN = new ConcurrentHashMap<>();

    /** A day and what it is called. */
    public record Day(LocalDate date, String name) {
    }

    /** The codes of the provinces and territories. */
    public static final List<String> PROVINCES = List.of("ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt");

    boolean isHoliday(LocalDate date) {
        return KNOWN.computeIfAbsent(province + date.getYear(), key -> official(date.getYear()).stream().map(Holiday::getDate).collect(Collectors.toUnmodifiableSet()))
                .contains(date);
    }

    /** Those of a year, in order. */
    public List<Day> of(int year, Locale locale) {
        return official(year).stream().sorted(Comparator.comparing(Holiday::getDate)).map(day -> new Day(day.getDate(), day.getDescription(locale))).toList();
    }

    private Set<Holiday> official(int year) {
        var thread = Thread.currentThread();
        var callers = thread.getContextClassLoader();
        // jollyday looks for its parts by the loader of whoever asks first, and never again
        thread.setContextClassLoader(Holidays.class.getClassLoader());
        try {
            var all = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.CANADA));
            return ofPublic(province.isEmpty() ? all.getHolidays(Year.of(year)) : all.getHolidays(Year.of(year), province));
        } finally {
            thread.setContextClassLoader(callers);
        }
    }

    private static Set<Holiday> ofPublic(Set<Holiday> found) {
        return found.stream().filter(day -> day.getType() == HolidayType.PUBLIC_HOLIDAY).collect(Collectors.toSet());
    }
}
