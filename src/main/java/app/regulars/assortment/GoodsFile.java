package app.regulars.assortment;

import app.regulars.platform.Refused;
import app.regulars.platform.text.SpreadsheetText;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of goods as it was sent: rows of known columns, each with the line it begins on. */
record GoodsFile(List<GoodsColumn> columns, List<String> ignored, List<Line> lines, List<GoodsProblem> problems) {

    static final int MOST_LINES = 60_000;
    private static final char MARK = '\uFEFF';

    record Line(long number, Map<GoodsColumn, String> cells) {

        /** Empty where the file says nothing. */
        String get(GoodsColumn column) {
            return cells.getOrDefault(column, "");
        }

        String handle() {
            return get(GoodsColumn.HANDLE).strip().toLowerCase(java.util.Locale.ROOT);
        }

        String sku() {
            return get(GoodsColumn.SKU).strip().toUpperCase(java.util.Locale.ROOT);
        }
    }

    /** A row as it stands in the file. @param number the line it begins on, the first is 1 */
    record Row(long number, List<String> fields) {
    }

    /** Takes the rows of a file one after the other. */
    private static final class Taking {

        private final List<GoodsColumn> columns = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<GoodsProblem> problems = new ArrayList<>();
        private boolean begun;

        void take(Row row) {
            if (!begun) {
                begun = true;
                header(row.fields(), columns, ignored);
            } else if (lines.size() == MOST_LINES) {
                throw new Refused("assortment.file.long", Map.of("most", MOST_LINES));
            } else {
                line(row, columns, lines, problems);
            }
        }
    }

    /** As CSV, or as a workbook of which the first sheet counts. @throws Refused for what is no such file at all */
    static GoodsFile read(byte[] content) {
        var taking = new Taking();
        if (GoodsBook.is(content)) {
            GoodsBook.read(content, taking::take);
        } else {
            readText(text(content), taking);
        }
        if (!taking.columns.contains(GoodsColumn.HANDLE)) {
            throw new Refused("assortment.file.header", Map.of("column", GoodsColumn.HANDLE.header()));
        }
        return new GoodsFile(taking.columns.stream().filter(java.util.Objects::nonNull).toList(), taking.ignored, taking.lines, taking.problems);
    }

    private static void readText(String text, Taking taking) {
        try (var reader = CsvReader.builder().fieldSeparator(separator(text)).allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                taking.take(new Row(row.getStartingLineNumber(), row.getFields()));
            }
        } catch (CsvParseException broken) {
            throw new Refused("assortment.file.broken", Map.of("line", broken.getMessage().replaceAll("\\D+", " ").strip().split(" ")[0]));
        } catch (java.io.IOException unexpected) {
            throw new java.io.UncheckedIOException(unexpected);
        }
    }

    private static void header(List<String> names, List<GoodsColumn> columns, List<String> ignored) {
        for (var name : names) {
            var column = GoodsColumn.named(name).orElse(null);
            if (column != null && columns.contains(column)) {
                throw new Refused("assortment.file.twice", Map.of("column", column.header()));
            }
            columns.add(column);
            if (column == null && !name.isBlank()) {
                ignored.add(name.strip());
            }
        }
    }

    private static void line(Row row, List<GoodsColumn> columns, List<Line> lines, List<GoodsProblem> problems) {
        var fields = row.fields();
        if (fields.stream().allMatch(String::isBlank)) {
            return;
        }
        if (fields.size() != columns.size()) {
            problems.add(new GoodsProblem(row.number(), "", new Refused("assortment.file.cells", Map.of("there", fields.size(), "wanted", columns.size()))));
            return;
        }
        var cells = new EnumMap<GoodsColumn, String>(GoodsColumn.class);
        for (int i = 0; i < fields.size(); i++) {
            if (columns.get(i) != null) {
                cells.put(columns.get(i), fields.get(i));
            }
        }
        lines.add(new Line(row.number(), cells));
    }

    private static String text(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refused("assortment.file.letters");
            }
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException otherLetters) {
            throw new Refused("assortment.file.letters");
        }
    }

    /** Spreadsheets write semicolons where the comma stands in numbers. */
    private static char separator(String text) {
        var head = text.lines().findFirst().orElse("");
        return List.of(',', ';', '\t').stream().max(java.util.Comparator.comparingLong(mark -> head.chars().filter(c -> c == mark).count())).orElse(',');
    }

    /** The rows of each product, in the order of the file; rows without a handle are told. */
    Map<String, List<Line>> byHandle(List<GoodsProblem> told) {
        var found = new LinkedHashMap<String, List<Line>>();
        for (var line : lines) {
            if (line.handle().isEmpty()) {
                told.add(new GoodsProblem(line.number(), GoodsColumn.HANDLE.header(), new Refused("assortment.empty")));
            } else {
                found.computeIfAbsent(line.handle(), handle -> new ArrayList<>()).add(line);
            }
        }
        return found;
    }

    /** With the rows of these products only. */
    GoodsFile only(Set<String> handles) {
        return new GoodsFile(columns, ignored, lines.stream().filter(line -> handles.contains(line.handle())).toList(), problems);
    }

    /** A cell as it is written; what would begin a formula is a text. */
    static String safe(String cell) {
        return SpreadsheetText.safe(cell);
    }

    /** Whether a cell that was read says the same as one that would be written now. */
    static boolean same(GoodsColumn column, String read, String now) {
        return column.plain(read).equals(column.plain(safe(now))) || column.plain(read).equals(column.plain(now));
    }

    /** What was meant by a cell: the mark that {@link #safe} set before a formula is taken off. */
    static String meant(GoodsColumn column, String read) {
        var text = column.plain(read);
        return text.startsWith("'") && safe(text.substring(1)).equals(text) ? text.substring(1) : text;
    }
}
