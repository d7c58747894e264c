package app.regulars.reordering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Article numbers and quantities as people type them, paste them from a spreadsheet or export them: number and quantity apart by a tab, a bar, a
 * semicolon, a comma or spaces, in whatever columns a first line names; a lonely number is one piece. A pure class.
 */
final class OrderLines {

    static final int MOST = 200;
    private static final int LONGEST = 60;
    private static final Pattern PIECES = Pattern.compile("(?i)^(qty|quantity|quantit[ée]|qt[ée]|menge|pieces|pi[èe]ces)$");
    private static final Pattern ARTICLE = Pattern.compile("(?i)^(sku|article( number)?|article no\\.?|item|num[ée]ro( d.article)?|code|r[ée]f[ée]rence|artikelnummer)$");
    /** What web pages and spreadsheets put for a space, and what is not seen at all. */
    private static final Pattern BLANK = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]");
    private static final Pattern UNSEEN = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");

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
        var columns = Columns.USUAL;
        var rows = UNSEEN.matcher(BLANK.matcher(typed == null ? "" : typed).replaceAll(" ")).replaceAll("").split("\\R", -1);
        for (int i = 0; i < rows.length; i++) {
            var text = rows[i].strip();
            if (text.replaceAll("[\\s;,|:\"-]", "").isEmpty()) {
                continue;
            }
            // an empty first cell counts where the columns were named
            var cells = cells(columns == Columns.USUAL ? text : rows[i]);
            if (lines.isEmpty() && at(cells, ARTICLE) >= 0) {
                columns = Columns.of(at(cells, ARTICLE), at(cells, PIECES));
                continue;
            }
            if (lines.size() == MOST) {
                lines.add(new Line(i + 1, String.join("\n", Arrays.asList(rows).subList(i, rows.length)).strip(), cells.getFirst(), 0, Wrong.MANY));
                break;
            }
            lines.add(line(i + 1, text, cells, columns));
        }
        return lines;
    }

    private static Line line(int at, String text, List<String> cells, Columns columns) {
        if (text.length() > LONGEST * 4) {
            return new Line(at, text.substring(0, LONGEST) + "…", "", 0, Wrong.TOO_LONG);
        }
        var lonely = cells.size() < 2;
        var sku = lonely ? cells.getFirst() : cell(cells, columns.article());
        var quantity = lonely ? "1" : cell(cells, columns.pieces());
        if (sku.isEmpty() || sku.length() > LONGEST) {
            return new Line(at, text, sku, 0, Wrong.NO_ARTICLE);
        }
        // "4.00" are four; "1.000" may be a thousand as well as one, so it is asked about
        var number = quantity.replaceAll("[.,]0{1,2}$", "").replaceAll("(?i)\\s*(x|pcs?\\.?|pi[èe]ces?)$", "").replaceAll("(?i)^x\\s*", "");
        return number.matches("\\d{1,6}") && Integer.parseInt(number) > 0 ? new Line(at, text, sku, Integer.parseInt(number), null) : new Line(at, text, sku, 0, Wrong.NO_NUMBER);
    }

    private static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at) : "";
    }

    private static int at(List<String> cells, Pattern heading) {
        for (int i = 0; i < cells.size(); i++) {
            if (heading.matcher(cells.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** Where a row has what, the first column is 0. */
    private record Columns(int article, int pieces) {

        private static final Columns USUAL = new Columns(0, 1);

        static Columns of(int article, int pieces) {
            return new Columns(article, pieces >= 0 ? pieces : article + 1);
        }
    }

    private static List<String> cells(String row) {
        // a table written with bars has them at both ends as well
        var text = row.indexOf('\t') >= 0 ? row : row.strip().replaceAll("^\\|(.*)\\|$", "$1").strip();
        var by = text.indexOf('\t') >= 0 ? "\t" : text.indexOf('|') >= 0 ? "\\|" : text.indexOf(';') >= 0 ? ";" : text.indexOf(',') >= 0 ? "," : "\\s+";
        var cells = new ArrayList<String>();
        for (var cell : text.split(by, -1)) {
            var plain = cell.strip();
            cells.add(plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"") ? plain.substring(1, plain.length() - 1).strip() : plain);
        }
        return cells;
    }
}
