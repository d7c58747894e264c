package app.regulars.importing;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Text with values in it: {@code customer-${CustomerID|default:0}@import.invalid}. After the column's name come functions, each on
 * the result of the one before: trim, upper, lower, slug (a readable part of an address), sentence (first letter large, the rest
 * small), abs, empty ("true" or "false"), not, matches:REGEX ("true" or "false"), remove:REGEX, prefix:TEXT, default:TEXT (for an empty value),
 * when:A:B (A for "true", else B), date:PATTERN@ZONE (to an ISO instant).
 */
final class Expression {

    private final List<Function<Map<String, String>, String>> parts;

    private Expression(List<Function<Map<String, String>, String>> parts) {
        this.parts = parts;
    }

    static Expression parse(String text) {
        var parts = new ArrayList<Function<Map<String, String>, String>>();
        int from = 0;
        for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
            literal(parts, text.substring(from, at));
            from = endOfValue(text, at + 2) + 1;
            parts.add(value(split(text.substring(at + 2, from - 1))));
        }
        literal(parts, text.substring(from));
        return new Expression(parts);
    }

    private static Function<Map<String, String>, String> value(List<String> pieces) {
        var column = pieces.getFirst().trim();
        var functions = pieces.stream().skip(1).map(Expression::function).toList();
        return row -> {
            var value = row.getOrDefault(column, "");
            for (var function : functions) {
                value = function.apply(value);
            }
            return value;
        };
    }

    /** Where the brace closes; braces inside, as in a pattern's {5}, are counted. */
    private static int endOfValue(String text, int from) {
        int depth = 1;
        for (int at = from; at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("A value is not closed: " + text);
    }

    /** At the bars, but not at those within parentheses, which belong to a pattern. */
    private static List<String> split(String text) {
        var pieces = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                pieces.add(text.substring(from, at));
                from = at + 1;
            }
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    String of(Map<String, String> row) {
        if (parts.size() == 1) {
            return parts.getFirst().apply(row);
        }
        var out = new StringBuilder();
        for (var part : parts) {
            out.append(part.apply(row));
        }
        return out.toString();
    }

    private static void literal(List<Function<Map<String, String>, String>> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(row -> text);
        }
    }

    private static UnaryOperator<String> function(String text) {
        var colon = text.indexOf(':');
        var name = (colon < 0 ? text : text.substring(0, colon)).trim();
        var argument = colon < 0 ? "" : text.substring(colon + 1);
        return switch (name) {
            case "trim" -> value -> value.strip().replaceAll("\\s+", " ");
            case "upper" -> value -> value.toUpperCase(Locale.ROOT);
            case "lower" -> value -> value.toLowerCase(Locale.ROOT);
            case "slug" -> Expression::slug;
            case "sentence" -> Expression::sentence;
            case "abs" -> value -> value.startsWith("-") ? value.substring(1) : value;
            case "empty" -> value -> String.valueOf(value.isBlank());
            case "not" -> value -> String.valueOf(!"true".equals(value));
            case "prefix" -> value -> argument + value;
            case "default" -> value -> value.isBlank() ? argument : value;
            case "matches" -> {
                var pattern = Pattern.compile(argument);
                yield value -> String.valueOf(pattern.matcher(value).find());
            }
            case "remove" -> {
                var pattern = Pattern.compile(argument);
                yield value -> pattern.matcher(value).replaceAll("");
            }
            case "when" -> {
                var choices = argument.split(":", -1);
                yield value -> "true".equals(value) ? choices[0] : choices.length > 1 ? choices[1] : "";
            }
            case "date" -> date(argument);
            default -> throw new IllegalArgumentException("There is no function " + name + " (see src/docs/import.md).");
        };
    }

    private static UnaryOperator<String> date(String argument) {
        var at = argument.lastIndexOf('@');
        var format = DateTimeFormatter.ofPattern(at < 0 ? argument : argument.substring(0, at));
        var zone = ZoneId.of(at < 0 ? "UTC" : argument.substring(at + 1));
        return value -> value.isBlank() ? "" : LocalDateTime.parse(value, format).atZone(zone).toInstant().toString();
    }

    static String slug(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    private static String sentence(String value) {
        var text = value.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
