package app.regulars.serving.ui.staff;

import app.regulars.platform.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what was typed; what is empty is null. */
final class Typed {

    private Typed() {
    }

    static String text(Map<String, String> values, String name) {
        var value = values.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    static Integer number(Map<String, String> values, String name) {
        var value = text(values, name);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException notANumber) {
            throw new Refused("serving.refused.number", field(values, name), Map.of());
        }
    }

    /** @throws Refused beside the field where nothing, or no amount, stands there */
    static BigDecimal amount(Map<String, String> values, String name) {
        try {
            return new BigDecimal(values.getOrDefault(name, "").replaceAll("[\\s$\u00a0\u202f]", "").replace(',', '.')).setScale(2, RoundingMode.HALF_UP);
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            throw new Refused("serving.refused.number", field(values, name), Map.of());
        }
    }

    static LocalDate date(Map<String, String> values, String name) {
        var value = text(values, name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException notADate) {
            throw new Refused("serving.refused.date", field(values, name), Map.of("line", value));
        }
    }

    /** Where the error stands: beside the field of this row. */
    private static String field(Map<String, String> values, String name) {
        return values.containsKey(Sheet.NUMBER) ? name + "-" + values.get(Sheet.NUMBER) : name;
    }

    static UUID id(Map<String, String> values, String name) {
        var value = text(values, name);
        return value == null || !value.matches("[0-9a-f-]{36}") ? null : UUID.fromString(value);
    }

    static List<String> list(Map<String, String> values, String name) {
        return Arrays.stream(values.getOrDefault(name, "").split("[,\\n]")).map(String::strip).filter(value -> !value.isEmpty()).toList();
    }
}
