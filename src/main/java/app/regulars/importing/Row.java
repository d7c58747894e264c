package app.regulars.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** One line of the file in standard columns, with its number for people (the header is line 1). */
record Row(long line, Map<String, String> values) {

    private static final DateTimeFormatter EXPORTED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z");

    String text(String column) {
        return values.getOrDefault(column, "").strip();
    }

    /** @throws RowProblem if the column is empty */
    String required(String column) {
        var value = text(column);
        if (value.isEmpty()) {
            throw new RowProblem(line, column, "is empty");
        }
        return value;
    }

    String text(String column, int longest) {
        var value = text(column);
        if (value.length() > longest) {
            throw new RowProblem(line, column, "is longer than " + longest + " characters");
        }
        return value;
    }

    BigDecimal number(String column) {
        var value = text(column);
        try {
            return value.isEmpty() ? null : new BigDecimal(value.replace(",", ""));
        } catch (NumberFormatException e) {
            throw new RowProblem(line, column, "is not a number: " + value);
        }
    }

    Integer whole(String column) {
        var number = number(column);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException e) {
            throw new RowProblem(line, column, "is not a whole number: " + number);
        }
    }

    /**
     * An ISO instant or date, or "2026-11-22 10:00:00 -0400".
     *
     * @param zone where a day without a time begins
     */
    Instant moment(String column, ZoneId zone) {
        var value = text(column);
        if (value.isEmpty()) {
            return null;
        }
        try {
            if (value.length() == 10) {
                return LocalDate.parse(value).atStartOfDay(zone).toInstant();
            }
            return value.indexOf('T') > 0 ? OffsetDateTime.parse(value).toInstant() : OffsetDateTime.parse(value, EXPORTED).toInstant();
        } catch (DateTimeParseException e) {
            throw new RowProblem(line, column, "is not a date: " + value);
        }
    }

    boolean yes(String column, boolean otherwise) {
        var value = text(column).toLowerCase(java.util.Locale.ROOT);
        return value.isEmpty() ? otherwise : value.equals("true") || value.equals("yes") || value.equals("1");
    }
}
