package app.regulars.mailroom;

/** Text whose lines end softly (RFC 3676): puts paragraphs together again, quotes apart by their depth. */
final class FlowedText {

    private FlowedText() {
    }

    /** @param delSp whether the space at the end of a soft line is none */
    static String unfolded(String text, boolean delSp) {
        var out = new StringBuilder();
        var open = false;
        var depth = 0;
        for (var line : text.split("\r?\n", -1)) {
            var quotes = 0;
            while (quotes < line.length() && line.charAt(quotes) == '>') {
                quotes++;
            }
            var rest = line.substring(quotes);
            if (rest.startsWith(" ")) {
                rest = rest.substring(1);
            }
            var signature = "-- ".equals(rest);
            if (open && (quotes != depth || signature)) {
                out.append('\n');
                open = false;
            }
            if (!open && quotes > 0) {
                out.append(">".repeat(quotes)).append(' ');
            }
            var soft = rest.endsWith(" ") && !signature;
            out.append(soft && delSp ? rest.substring(0, rest.length() - 1) : rest);
            if (!soft) {
                out.append('\n');
            }
            open = soft;
            depth = quotes;
        }
        return out.toString();
    }
}
