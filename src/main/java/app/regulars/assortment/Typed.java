package app.regulars.assortment;

import app.regulars.platform.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields of a form as somebody typed them, read one by one; what is wrong is kept by field, so that all of it is said at once. */
final class Typed {

    private final Map<String, String> fields;
    private final Map<String, Refused> problems = new LinkedHashMap<>();

    Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    Map<String, Refused> problems() {
        return problems;
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    boolean ticked(String name) {
        return "on".equals(fields.get(name));
    }

    String text(String name, int longest) {
        var text = text(name);
        if (text.length() > longest) {
            refuse(name, "assortment.long", Map.of("most", longest, "count", text.length()));
        }
        return text;
    }

    String required(String name, int longest) {
        var text = text(name, longest);
        if (text.isEmpty()) {
            refuse(name, "assortment.empty", Map.of());
        }
        return text;
    }

    /** @return null for nothing */
    Integer whole(String name, int most) {
        var text = text(name).replaceAll("[\\s\\u00a0\\u202f]", "");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
            refuse(name, "assortment.whole", Map.of("most", most));
            return null;
        }
        return Integer.valueOf(text);
    }

    /** With a comma or a point. @return null for nothing */
    BigDecimal amount(String name, int decimals) {
        var read = number(text(name), decimals);
        if (read == null && !text(name).isEmpty()) {
            refuse(name, "assortment.amount", Map.of("decimals", decimals));
        }
        return read;
    }

    /** @return null for nothing, and for what is no amount */
    static BigDecimal number(String typed, int decimals) {
        var text = typed.strip().replaceAll("[\\s\\u00a0\\u202f$]", "").replace(',', '.');
        return text.matches("\\d{1,7}(\\.\\d{1," + decimals + "})?") ? new BigDecimal(text) : null;
    }

    void refuse(String name, String key, Map<String, Object> values) {
        problems.putIfAbsent(name, new Refused(key, name, values));
    }

    /** The numbers of the rows "v0-…", "v1-…" that stand in the form, in order. */
    List<Integer> rows(String letter) {
        var pattern = Pattern.compile(Pattern.quote(letter) + "(\\d{1,3})-.*");
        var found = new java.util.TreeSet<Integer>();
        fields.keySet().forEach(name -> {
            var row = pattern.matcher(name);
            if (row.matches()) {
                found.add(Integer.valueOf(row.group(1)));
            }
        });
        return new ArrayList<>(found);
    }

    /** Whether anything was typed into one of these fields. */
    boolean any(String... names) {
        for (var name : names) {
            if (!text(name).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
