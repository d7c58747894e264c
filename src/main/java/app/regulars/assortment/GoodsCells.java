package app.regulars.assortment;

import app.regulars.assortment.GoodsColumn.Of;
import app.regulars.catalog.ProductForm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the fields of a product are as cells of a file. */
final class GoodsCells {

    /** How the file calls what the form calls draft, shown, at and retired; others do so too. */
    private static final Map<String, String> STATUS = Map.of("draft", "draft", "shown", "active", "now", "active", "at", "scheduled", "retired", "archived");

    private GoodsCells() {
    }

    /** A row for each article, the first with what is told of the product. */
    static List<Map<GoodsColumn, String>> rows(Map<String, String> fields) {
        var typed = new Typed(fields);
        var options = ProductSheet.options(fields);
        var rows = new ArrayList<Map<GoodsColumn, String>>();
        for (var number : typed.rows("v")) {
            var cells = new EnumMap<GoodsColumn, String>(GoodsColumn.class);
            cells.put(GoodsColumn.HANDLE, fields.get("handle"));
            cells.put(GoodsColumn.SKU, fields.get("v" + number + "-sku"));
            if (rows.isEmpty()) {
                GoodsColumn.of(Of.PRODUCT).forEach(column -> cells.put(column, ofProduct(column, fields)));
            }
            GoodsColumn.of(Of.ARTICLE).forEach(column -> cells.put(column, ofArticle(column, fields, number)));
            GoodsColumn.of(Of.CHOICE).forEach(column -> cells.put(column, ofChoice(column, fields, options, number)));
            rows.add(cells);
        }
        return rows;
    }

    static String ofProduct(GoodsColumn column, Map<String, String> fields) {
        return switch (column) {
            case STATUS -> STATUS.getOrDefault(fields.getOrDefault("state", "draft"), "draft");
            case FROM -> "at".equals(fields.get("state")) ? fields.getOrDefault("from", "") : "";
            case SPECS -> lines(fields, "s", at -> fields.getOrDefault(at + "-name-en", "") + ": " + fields.getOrDefault(at + "-value-en", ""));
            case SPECS_FR -> french(fields, "s", "-name-fr", "-value-fr") ? lines(fields, "s", at -> fields.getOrDefault(at + "-name-fr", "") + ": "
                    + fields.getOrDefault(at + "-value-fr", "")) : "";
            case RELATIONS -> lines(fields, "r", at -> fields.getOrDefault(at + "-kind", "") + " " + fields.getOrDefault(at + "-other", "") + ": "
                    + fields.getOrDefault(at + "-why-en", ""));
            case RELATIONS_FR -> lines(fields, "r", at -> fields.getOrDefault(at + "-why-fr", ""));
            default -> column.isFlag() ? flag(fields.get(column.field())) : fields.getOrDefault(column.field(), "");
        };
    }

    static String ofArticle(GoodsColumn column, Map<String, String> fields, int number) {
        var field = "v" + number + "-" + column.field();
        return column.isFlag() ? flag(fields.get(field)) : fields.getOrDefault(field, "");
    }

    static String ofChoice(GoodsColumn column, Map<String, String> fields, List<ProductForm.Option> options, int number) {
        var option = column.field().charAt(0) - '0';
        if (option >= options.size()) {
            return "";
        }
        var code = ProductSheet.chosen(fields.getOrDefault("v" + number + "-choice", ""), options).get(options.get(option).code());
        return options.get(option).values().stream().filter(value -> value.code().equals(code)).findFirst()
                .map(value -> column.field().endsWith("-fr") ? value.name().fr() : value.name().en()).orElse("");
    }

    /** "draft", "shown", "at" or "retired"; null for another word. */
    static String state(String cell) {
        return STATUS.entrySet().stream().filter(entry -> entry.getValue().equals(cell) && !"now".equals(entry.getKey())).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private static String flag(String value) {
        return "on".equals(value) ? "TRUE" : "FALSE";
    }

    private static boolean french(Map<String, String> fields, String letter, String... parts) {
        return new Typed(fields).rows(letter).stream().anyMatch(row -> List.of(parts).stream().anyMatch(part -> !fields.getOrDefault(letter + row + part, "").isEmpty()));
    }

    /** The numbers of the rows in which anything stands. */
    static List<Integer> filled(Map<String, String> fields, String letter) {
        return new Typed(fields).rows(letter).stream().filter(row -> fields.entrySet().stream().anyMatch(field -> field.getKey().startsWith(letter + row + "-")
                && !field.getKey().endsWith("-kind") && !field.getValue().isBlank())).toList();
    }

    private static String lines(Map<String, String> fields, String letter, UnaryOperator<String> line) {
        return String.join("\n", filled(fields, letter).stream().map(row -> line.apply(letter + row)).toList());
    }
}
