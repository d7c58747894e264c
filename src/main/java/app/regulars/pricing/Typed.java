package app.regulars.pricing;

import app.regulars.platform.Refused;
import app.regulars.platform.money.Money;
import app.regulars.platform.text.PersonTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Pattern;

/** What staff type into the forms of prices, as values; whatever it cannot be is refused beside its field. */
final class Typed {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}([.,]\\d{1,4})?");
    private static final int MOST_PIECES = 99_999;

    private Typed() {
    }

    static boolean isBlank(String typed) {
        return typed == null || typed.isBlank();
    }

    /** Null for nothing. */
    static Money amount(String typed, String field, String currency) {
        if (isBlank(typed)) {
            return null;
        }
        return Money.of(number(typed, field, "pricing.refused.amount"), currency);
    }

    /** Above zero and at most 100, such as "12.5" or "12,5 %"; null for nothing. */
    static BigDecimal percent(String typed, String field) {
        if (isBlank(typed)) {
            return null;
        }
        var percent = number(typed.replace("%", ""), field, "pricing.refused.percent");
        if (percent.signum() == 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new Refused("pricing.refused.percent", field, Map.of());
        }
        return percent;
    }

    private static BigDecimal number(String typed, String field, String key) {
        var text = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (!AMOUNT.matcher(text).matches()) {
            throw new Refused(key, field, Map.of());
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    /** Null for nothing. */
    static Integer pieces(String typed, String field) {
        if (isBlank(typed)) {
            return null;
        }
        var text = typed.strip();
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_PIECES) {
            throw new Refused("pricing.refused.pieces", field, Map.of("most", MOST_PIECES));
        }
        return Integer.valueOf(text);
    }

    /** The day; null for nothing. */
    static LocalDate day(String typed, String field) {
        if (isBlank(typed)) {
            return null;
        }
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() < 1990 || day.getYear() > 2200) {
                throw new Refused("pricing.refused.day", field, Map.of());
            }
            return day;
        } catch (DateTimeParseException notADay) {
            throw new Refused("pricing.refused.day", field, Map.of());
        }
    }

    /** The first moment of the day where the shop is. */
    static Instant from(String typed, String field, ZoneId zone) {
        var day = day(typed, field);
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** The end of the day where the shop is: the last day counts. */
    static Instant until(String typed, String field, ZoneId zone) {
        var day = day(typed, field);
        return day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    static String text(String typed, String field, int most) {
        return PersonTexts.bounded(PersonTexts.required(typed, "pricing.refused.missing", field), most, field);
    }

    /** The last day that counts, for a form; empty for none. */
    static String lastDay(Instant until, ZoneId zone) {
        return until == null ? "" : until.atZone(zone).toLocalDate().minusDays(1).toString();
    }

    static String day(Instant from, ZoneId zone) {
        return from == null ? "" : from.atZone(zone).toLocalDate().toString();
    }

    static String plain(BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().scale() < 0 ? number.setScale(0).toPlainString() : number.stripTrailingZeros().toPlainString();
    }
}
