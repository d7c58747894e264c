package app.regulars.reordering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Article numbers and quantities as people type them, paste them from a spreadsheet or export them: number and quantity apart by a tab, a semicolon,
 * a comma or spaces, in either order of columns where a first line names them; a lonely number is one piece. A pure class.
 */
final class OrderLines {

    static final int MOST = 200;
    private static final int LONGEST = 60;
    private static final Pattern NUMBER_FIRST = Pattern.compile("(?i)^(qty|quantity|quantit[ée]|qt[ée]|menge|pieces|pi[èe]ces)$");
    private static final Pattern HEADING = Pattern.compile("(?i)^(sku|article( number)?|article no\\.?|item|num[ée]ro( d.article)?|code|r[ée]f[ée]rence|artikelnummer)$");

    private OrderLines() {
    }

    /** What is wrong with a line. */
    enum Wrong {
        NO_ARTICLE, NO_NUMBER, TOO_LONG, MANY
    }

    /** @param at counted from 1 @param text as typed @param wrong null where it can be read */
    record Line(int at, String text, String sku, int quantity, Wrong wrong) {
    }

    /** @return a line for each that is not empty; a heading is none. One more than may be at the most: its text is all that is left */
    static List<Line> read(String typed) {
        var lines = new ArrayList<Line>();
        var quantityFirst = false;
        var rows = (typed == null ? "" : typed.startsWith("\uFEFF") ? typed.substring(1) : typed).split("\\R", -1);
        for (int i = 0; i < rows.length; i++) {
            var text = rows[i].strip();
            if (text.replaceAll("[\\s;,\"]", "").isEmpty()) {
                continue;
            }
            var cells = cells(text);
            if (lines.isEmpty() && cells.stream().anyMatch(cell -> HEADING.matcher(cell).matches())) {
                quantityFirst = NUMBER_FIRST.matcher(cells.getFirst()).matches();
                continue;
            }
            if (lines.size() == MOST) {
                lines.add(new Line(i + 1, String.join("\n", Arrays.asList(rows).subList(i, rows.length)).strip(), cells.getFirst(), 0, Wrong.MANY));
                break;
            }
            lines.add(line(i + 1, text, cells, quantityFirst));
        }
        return lines;
    }

    private static Line line(int at, String text, List<String> cells, boolean quantityFirst) {
        if (text.length() > LONGEST * 4) {
            return new Line(at, text.substring(0, LONGEST) + "…", "", 0, Wrong.TOO_LONG);
        }
        var sku = quantityFirst && cells.size() > 1 ? cells.get(1) : cells.getFirst();
        var quantity = cells.size() < 2 ? "1" : quantityFirst ? cells.getFirst() : cells.get(1);
        if (sku.isEmpty() || sku.length() > LONGEST) {
            return new Line(at, text, sku, 0, Wrong.NO_ARTICLE);
        }
        var number = quantity.replaceAll("[.,]0+$", "").replaceAll("(?i)\\s*(x|pcs?\\.?|pi[èe]ces?)$", "").replaceAll("(?i)^x\\s*", "");
        return number.matches("\\d{1,6}") && Integer.parseInt(number) > 0 ? new Line(at, text, sku, Integer.parseInt(number), null) : new Line(at, text, sku, 0, Wrong.NO_NUMBER);
    }

    private static List<String> cells(String text) {
        var by = text.indexOf('\t') >= 0 ? "\t" : text.indexOf(';') >= 0 ? ";" : text.indexOf(',') >= 0 ? "," : "\\s+";
        var cells = new ArrayList<String>();
        for (var cell : text.split(by, -1)) {
            var plain = cell.strip();
            cells.add(plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"") ? plain.substring(1, plain.length() - 1).strip() : plain);
        }
        return cells;
    }
}
