package app.regulars.serving.ui.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a setting as a form: each field is named by its column and the row's number. The order decides; a row without one goes. */
public record Sheet(List<Column> columns, List<Map<String, String>> rows) {

    /** The name under which a typed row holds its own number. */
    static final String NUMBER = "#";
    private static final int MOST = 200;

    /** With an empty row at the end. */
    static Sheet of(List<Column> columns, List<Map<String, String>> rows) {
        var all = new ArrayList<Map<String, String>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = new LinkedHashMap<>(rows.get(i));
            row.put("order", String.valueOf(i + 1));
            all.add(row);
        }
        all.add(Map.of());
        return new Sheet(columns, all);
    }

    /** What was typed, in the wanted order. */
    static List<Map<String, String>> read(Map<String, String> typed) {
        var rows = new ArrayList<Map<String, String>>();
        for (int i = 0; i < MOST; i++) {
            var order = typed.getOrDefault("order-" + i, "").strip();
            if (!order.isEmpty()) {
                var end = "-" + i;
                var row = new LinkedHashMap<>(Map.of(NUMBER, String.valueOf(i)));
                typed.forEach((name, value) -> {
                    if (name.endsWith(end)) {
                        row.put(name.substring(0, name.length() - end.length()), value.strip());
                    }
                });
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingDouble(row -> number(row.get("order"), MOST)));
        return rows;
    }

    private static double number(String typed, double otherwise) {
        try {
            return Double.parseDouble(typed.replace(',', '.'));
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }
}
