package app.regulars.assortment;

import app.regulars.assortment.Assortment.Whole;
import app.regulars.assortment.GoodsColumn.Of;
import app.regulars.assortment.GoodsFile.Line;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.text.Slug;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The rows of one product, read against the product as it stands: only cells that say something else count, and only columns that the file
 * has. Articles that the file leaves out stay.
 */
final class GoodsReading {

    private static final Set<GoodsColumn> PRICES_AND_STOCK = Set.of(GoodsColumn.PRICE, GoodsColumn.STOCK);

    private final Whole before;
    private final List<Line> lines;
    private final List<GoodsColumn> columns;
    /** As the product stands. */
    private final Map<String, String> original;
    private final Map<String, String> fields;
    private final List<GoodsProblem> problems = new ArrayList<>();
    private final List<GoodsChange> changes = new ArrayList<>();
    /** From which cell a field of the form was set. */
    private final Map<String, GoodsProblem> origins = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private boolean formChanged;
    private CategoryForm category;
    private ProductForm form;
    private final Map<String, BigDecimal> prices = new LinkedHashMap<>();
    private final Map<String, Integer> stock = new LinkedHashMap<>();

    private GoodsReading(String handle, Whole before, List<Line> lines, List<GoodsColumn> columns, ZoneId zone) {
        this.before = before;
        this.lines = lines;
        this.columns = columns;
        this.fields = before == null ? ProductFields.empty() : ProductFields.of(before.form(), before.status(), before.prices(), before.onHand(), zone);
        if (before == null) {
            fields.put("handle", handle);
            fields.remove("v0-sku");
        }
        this.original = Map.copyOf(fields);
    }

    /** @param before null for a product that is not there yet */
    static GoodsReading of(String handle, Whole before, List<Line> lines, List<GoodsColumn> columns, List<CategoryForm> categories, Instant now, ZoneId zone) {
        var reading = new GoodsReading(handle, before, lines, columns, zone);
        columns.stream().filter(column -> column.of() == Of.PRODUCT).forEach(column -> reading.product(column, categories));
        reading.articles();
        reading.finish(now, zone);
        return reading;
    }

    List<GoodsProblem> problems() {
        return problems;
    }

    List<GoodsChange> changes() {
        return changes;
    }

    String handle() {
        return fields.get("handle");
    }

    boolean isNew() {
        return before == null;
    }

    /** Null where nothing but prices and stock is changed. */
    ProductForm form() {
        return formChanged || isNew() ? form : null;
    }

    /** A category that has to be made first, or null. */
    CategoryForm category() {
        return category;
    }

    Whole before() {
        return before;
    }

    Map<String, BigDecimal> prices() {
        return prices;
    }

    Map<String, Integer> stock() {
        return stock;
    }

    /** Where an article stands in the file. */
    long line(String sku) {
        return rows.getOrDefault(sku, lines.getFirst().number());
    }

    private void product(GoodsColumn column, List<CategoryForm> categories) {
        var said = lines.stream().filter(line -> !line.get(column).isBlank()).toList();
        // only the row that has the title says by an empty cell that there shall be nothing
        var head = lines.stream().filter(line -> !line.get(GoodsColumn.TITLE).isBlank()).findFirst();
        if (said.isEmpty() && head.isEmpty()) {
            return;
        }
        var line = said.isEmpty() ? head.get() : said.getFirst();
        said.stream().filter(other -> !column.plain(other.get(column)).equals(column.plain(line.get(column)))).findFirst()
                .ifPresent(other -> problem(other.number(), column, "assortment.file.disagree", Map.of("line", line.number())));
        var cell = line.get(column);
        var now = GoodsCells.ofProduct(column, original);
        if (GoodsFile.same(column, cell, now) || isNew() && cell.isBlank()) {
            return;
        }
        var is = column == GoodsColumn.TYPE ? category(GoodsFile.meant(column, cell), line, categories) : GoodsFile.meant(column, cell);
        if (is.equals(now)) {
            return;
        }
        change(line, "", column, now, is);
        switch (column) {
            case ALSO -> also(is, line, categories);
            case STATUS -> state(is, line);
            case SPECS, SPECS_FR -> rows(column, "s", is, line);
            case RELATIONS, RELATIONS_FR -> rows(column, "r", is, line);
            case TYPE -> set("category", is, line, column);
            case TAX, BACKDROP -> {
                var known = column == GoodsColumn.TAX ? ProductSheet.TAXES : ProductSheet.BACKDROPS;
                if (!known.contains(is)) {
                    problem(line.number(), column, "assortment.file.one-of", Map.of("words", String.join(", ", known)));
                }
                set(column.field(), is, line, column);
            }
            default -> set(column.field(), is, line, column);
        }
    }

    private String category(String is, Line line, List<CategoryForm> categories) {
        if (is.isEmpty()) {
            return "";
        }
        var known = categories.stream().filter(each -> each.slug().equals(is) || is.equalsIgnoreCase(each.name().en()) || is.equalsIgnoreCase(each.name().fr())).findFirst();
        if (known.isPresent()) {
            return known.get().slug();
        }
        var slug = Slug.of(is, 80);
        if (slug.isEmpty() || slug.equals("new") || is.length() > 120) {
            problem(line.number(), GoodsColumn.TYPE, "assortment.handle", Map.of());
            return "";
        }
        if (categories.stream().noneMatch(each -> each.slug().equals(slug))) {
            category = new CategoryForm(slug, null, "mist", 100, Localized.of(is), Localized.of(""));
        }
        return slug;
    }

    private void also(String is, Line line, List<CategoryForm> categories) {
        for (var slug : is.isEmpty() ? List.<String>of() : List.of(is.split("\n"))) {
            if (categories.stream().noneMatch(each -> each.slug().equals(slug))) {
                problem(line.number(), GoodsColumn.ALSO, "assortment.file.category", Map.of("category", slug));
            }
        }
        set("also", is, line, GoodsColumn.ALSO);
    }

    private void state(String is, Line line) {
        var wanted = GoodsCells.state(is);
        var now = isNew() ? "draft" : fields.get("state");
        if (wanted == null) {
            problem(line.number(), GoodsColumn.STATUS, "assortment.file.one-of", Map.of("words", "draft, active, scheduled, archived"));
            return;
        }
        if (wanted.equals("retired")) {
            problem(line.number(), GoodsColumn.STATUS, "assortment.file.archived", Map.of());
            return;
        }
        set("state", wanted.equals("shown") && !"retired".equals(now) ? "now" : wanted, line, GoodsColumn.STATUS);
    }

    /** The lines of a cell as rows of the form, those of both languages side by side. */
    private void rows(GoodsColumn column, String letter, String is, Line line) {
        var french = column == GoodsColumn.SPECS_FR || column == GoodsColumn.RELATIONS_FR;
        var wanted = is.isEmpty() ? List.<String>of() : List.of(is.split("\n"));
        var there = GoodsCells.filled(fields, letter);
        if (french && !wanted.isEmpty() && wanted.size() != there.size()) {
            problem(line.number(), column, "assortment.file.lines", Map.of("there", wanted.size(), "wanted", there.size()));
            return;
        }
        formChanged = true;
        if (!french) {
            there.stream().skip(wanted.size()).forEach(row -> fields.keySet().removeIf(name -> name.startsWith(letter + row + "-")));
        }
        for (int i = 0; i < (french ? there.size() : wanted.size()); i++) {
            var at = letter + (i < there.size() ? there.get(i) : i);
            var text = i < wanted.size() ? wanted.get(i).strip() : "";
            var colon = text.indexOf(':');
            if (column == GoodsColumn.RELATIONS_FR) {
                set(at + "-why-fr", text, line, column);
            } else if (column == GoodsColumn.RELATIONS) {
                var head = (colon < 0 ? text : text.substring(0, colon)).strip().split("\\s+");
                if (colon < 0 || head.length != 2 || !ProductSheet.RELATIONS.contains(head[0])) {
                    problem(line.number(), column, "assortment.file.relation", Map.of("words", String.join(", ", ProductSheet.RELATIONS)));
                    return;
                }
                set(at + "-kind", head[0], line, column);
                set(at + "-other", head[1], line, column);
                set(at + "-why-en", text.substring(colon + 1).strip(), line, column);
            } else if (colon < 1 && !(french && text.isEmpty())) {
                problem(line.number(), column, "assortment.file.spec", Map.of());
                return;
            } else {
                set(at + (french ? "-name-fr" : "-name-en"), colon < 0 ? "" : text.substring(0, colon).strip(), line, column);
                set(at + (french ? "-value-fr" : "-value-en"), colon < 0 ? "" : text.substring(colon + 1).strip(), line, column);
            }
        }
    }

    private void articles() {
        var seen = new HashSet<String>();
        for (var line : lines) {
            if (line.sku().isEmpty()) {
                continue;
            }
            rows.putIfAbsent(line.sku(), line.number());
            if (!seen.add(line.sku())) {
                problem(line.number(), GoodsColumn.SKU, "assortment.sku.twice", Map.of());
                continue;
            }
            var numbers = new Typed(fields).rows("v");
            var known = numbers.stream().filter(row -> line.sku().equals(fields.get("v" + row + "-sku"))).findFirst();
            var number = known.orElse(numbers.isEmpty() ? 0 : numbers.getLast() + 1);
            if (known.isEmpty()) {
                set("v" + number + "-sku", line.sku(), line, GoodsColumn.SKU);
                change(line, line.sku(), GoodsColumn.SKU, "", line.sku());
            }
            choice(line, number, known.isEmpty());
            columns.stream().filter(column -> column.of() == Of.ARTICLE).forEach(column -> article(line, number, column, known.isEmpty()));
        }
    }

    private void article(Line line, int number, GoodsColumn column, boolean added) {
        var now = GoodsCells.ofArticle(column, fields, number);
        var cell = line.get(column);
        if (GoodsFile.same(column, cell, now) || added && cell.isBlank()) {
            return;
        }
        var is = GoodsFile.meant(column, cell);
        change(line, line.sku(), column, now, is);
        if (is.isEmpty() && PRICES_AND_STOCK.contains(column)) {
            problem(line.number(), column, "assortment.file.emptied", Map.of());
        } else if (column == GoodsColumn.MEASURE && !ProductSheet.MEASURES.contains(is)) {
            problem(line.number(), column, "assortment.file.one-of", Map.of("words", String.join(", ", ProductSheet.MEASURES)));
        } else {
            set("v" + number + "-" + column.field(), is, line, column);
        }
    }

    /** Values are known by their English name; one that is new is added to its option. */
    private void choice(Line line, int number, boolean added) {
        var options = ProductSheet.options(fields);
        var chosen = new LinkedHashMap<>(ProductSheet.chosen(fields.getOrDefault("v" + number + "-choice", ""), options));
        for (int i = 0; i < GoodsColumn.OPTIONS; i++) {
            var column = GoodsColumn.valueOf("VALUE" + (i + 1));
            var french = GoodsColumn.valueOf("VALUE" + (i + 1) + "_FR");
            if (!columns.contains(column)) {
                continue;
            }
            var is = GoodsFile.meant(column, line.get(column));
            var now = GoodsCells.ofChoice(column, fields, options, number);
            var differs = !GoodsFile.same(column, line.get(column), Objects.toString(now, ""));
            var name = fields.getOrDefault("o" + i + "-en", "");
            if (differs && (name.isEmpty() || is.isEmpty())) {
                problem(line.number(), column, name.isEmpty() ? "assortment.file.option" : "assortment.empty", Map.of());
                continue;
            }
            if (!is.isEmpty()) {
                var at = value(i, is, line, column);
                var code = fields.get(at + "-code");
                chosen.put(optionCode(i), code);
                if (differs && !added) {
                    change(line, line.sku(), column, now, is);
                }
                french(line, french, at, added);
            }
        }
        var choice = ProductSheet.choice(chosen);
        if (!choice.equals(fields.getOrDefault("v" + number + "-choice", ""))) {
            set("v" + number + "-choice", choice, line, GoodsColumn.VALUE1);
        }
    }

    private void french(Line line, GoodsColumn column, String at, boolean added) {
        if (!columns.contains(column)) {
            return;
        }
        var now = fields.getOrDefault(at + "-fr", "");
        if (!GoodsFile.same(column, line.get(column), now) && !(added && line.get(column).isBlank())) {
            if (origins.containsKey(at + "-fr")) {
                problem(line.number(), column, "assortment.file.disagree", Map.of("line", origins.get(at + "-fr").line()));
                return;
            }
            if (!added) {
                change(line, line.sku(), column, now, GoodsFile.meant(column, line.get(column)));
            }
            set(at + "-fr", GoodsFile.meant(column, line.get(column)), line, column);
        }
    }

    private String optionCode(int option) {
        if (fields.getOrDefault("o" + option + "-code", "").isEmpty()) {
            fields.put("o" + option + "-code", Slug.of(fields.getOrDefault("o" + option + "-en", ""), 60));
        }
        return fields.get("o" + option + "-code");
    }

    private String value(int option, String name, Line line, GoodsColumn column) {
        var letter = "o" + option + "v";
        var there = new Typed(fields).rows(letter);
        for (var row : there) {
            if (name.equalsIgnoreCase(fields.getOrDefault(letter + row + "-en", ""))) {
                return letter + row;
            }
        }
        var at = letter + (there.isEmpty() ? 0 : there.getLast() + 1);
        set(at + "-en", name, line, column);
        fields.put(at + "-code", Slug.of(name, 60));
        return at;
    }

    private void finish(Instant now, ZoneId zone) {
        var offers = new Typed(fields);
        offers(offers);
        if (!formChanged && !isNew()) {
            offers.problems().forEach((field, why) -> problems.add(beside(field, why)));
            return;
        }
        var read = ProductSheet.read(fields, before == null ? null : before.form(), now, zone);
        read.problems().forEach((field, why) -> problems.add(beside(field, why)));
        if ("at".equals(fields.get("state")) || !origins.containsKey("from")) {
            form = read.form();
        } else {
            problem(origins.get("from").line(), GoodsColumn.FROM, "assortment.file.from", Map.of());
        }
    }

    /** Prices and stock that the file changes. */
    private void offers(Typed typed) {
        for (var row : typed.rows("v")) {
            var sku = typed.text("v" + row + "-sku");
            if (origins.containsKey("v" + row + "-price")) {
                put(prices, sku, typed.amount("v" + row + "-price", 2));
            }
            if (origins.containsKey("v" + row + "-stock")) {
                put(stock, sku, typed.whole("v" + row + "-stock", ProductSheet.MOST_PIECES));
            }
        }
    }

    private static <T> void put(Map<String, T> into, String sku, T value) {
        if (value != null) {
            into.put(sku, value);
        }
    }

    /** The cell that set the field; for one that no cell set, the row and column where it would stand. */
    private GoodsProblem beside(String field, Refused refused) {
        // the form speaks of a button that a file has not
        var why = "assortment.choice".equals(refused.key()) ? new Refused("assortment.file.choice") : refused;
        var origin = origins.get(field);
        if (origin != null) {
            return new GoodsProblem(origin.line(), origin.column(), why);
        }
        var article = java.util.regex.Pattern.compile("v(\\d+)-(.+)").matcher(field);
        if (article.matches()) {
            var sku = fields.getOrDefault("v" + article.group(1) + "-sku", "");
            return new GoodsProblem(line(sku), GoodsColumn.of(Of.ARTICLE).stream().filter(column -> column.field().equals(article.group(2))).findFirst().orElse(GoodsColumn.SKU).header(), why);
        }
        return new GoodsProblem(lines.getFirst().number(), GoodsColumn.of(Of.PRODUCT).stream().filter(column -> field.equals(column.field())).findFirst().map(GoodsColumn::header).orElse(""), why);
    }

    private void set(String field, String value, Line line, GoodsColumn column) {
        fields.put(field, value);
        origins.put(field, new GoodsProblem(line.number(), column.header(), null));
        formChanged |= !PRICES_AND_STOCK.contains(column);
    }

    private void change(Line line, String sku, GoodsColumn column, String was, String is) {
        changes.add(new GoodsChange(line.number(), fields.get("handle"), sku, column.header(), Objects.toString(was, ""), is));
    }

    private void problem(long line, GoodsColumn column, String key, Map<String, Object> values) {
        problems.add(new GoodsProblem(line, column.header(), new Refused(key, null, values)));
    }
}
