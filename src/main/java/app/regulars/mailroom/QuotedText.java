package app.regulars.mailroom;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody wrote, and what was quoted below it. A quote between the writer's own lines stays, for there it is being answered.
 *
 * @param own    never blank unless all of it is
 * @param quoted may be empty
 */
record QuotedText(String own, String quoted) {

    private static final int LONGEST_LEAD = 300;
    /** "On Monday … wrote:", in the ways in which mail programs say it here. */
    private static final Pattern LEAD = Pattern.compile("(?is)^\\s*(on|le|am|el|op|il)\\b.{5,250}(wrote|a écrit|writes|schrieb|escribió|schreef|ha scritto)\\s*:\\s*$");
    private static final Pattern ORIGINAL = Pattern.compile("(?i)^\\s*[-_]{2,}\\s*(original message|message d['’]origine|message original|forwarded message|message transféré|"
            + "begin forwarded message|message transmis)\\s*[-_]*\\s*$");
    private static final Pattern RULE = Pattern.compile("^\\s*_{20,}\\s*$");
    private static final Pattern HEAD = Pattern.compile("(?i)^\\s*\\*?(from|de|von)\\s?:\\*?\\s.*");
    private static final Pattern HEAD_MORE = Pattern.compile("(?i)^\\s*\\*?(sent|date|envoyé|to|à|subject|objet|gesendet)\\s?:\\*?\\s.*");

    /** @param mark a line of ours that says where the answer ends, without it nothing is looked for */
    static QuotedText of(String text, String mark) {
        var lines = List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
        var cut = cut(lines, mark);
        var own = String.join("\n", lines.subList(0, cut)).strip();
        var quoted = String.join("\n", lines.subList(cut, lines.size())).strip();
        // somebody who answers below what she quotes
        return own.isEmpty() ? below(quoted) : quoted.isEmpty() && oneQuoteFirst(own) ? below(own) : new QuotedText(own, quoted);
    }

    /** Introduced at the very top, and quoted in one piece. */
    private static boolean oneQuoteFirst(String text) {
        var lines = List.of(text.split("\n", -1));
        var pieces = 0;
        for (var i = 0; i < lines.size(); i++) {
            pieces += lines.get(i).startsWith(">") && (i == 0 || !lines.get(i - 1).startsWith(">")) ? 1 : 0;
        }
        return pieces == 1 && isLead(lines, 0);
    }

    private static QuotedText below(String text) {
        var lines = text.split("\n", -1);
        var last = -1;
        for (var i = 0; i < lines.length; i++) {
            last = lines[i].startsWith(">") ? i : last;
        }
        if (last >= 0 && last < lines.length - 1) {
            var own = String.join("\n", List.of(lines).subList(last + 1, lines.length)).strip();
            if (!own.isEmpty()) {
                return new QuotedText(own, String.join("\n", List.of(lines).subList(0, last + 1)).strip());
            }
        }
        return new QuotedText(text, "");
    }

    private static int cut(List<String> lines, String mark) {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (mark != null && line.contains(mark) || ORIGINAL.matcher(line).matches()) {
                return i;
            }
            if (RULE.matcher(line).matches() && heads(lines, i + 1) || heads(lines, i)) {
                return i;
            }
            if (isLead(lines, i) && quoteFollows(lines, i)) {
                return i;
            }
        }
        return trailing(lines);
    }

    /** A block of quoted lines at the end, and the line that introduces it. */
    private static int trailing(List<String> lines) {
        var at = lines.size();
        while (at > 0 && (lines.get(at - 1).isBlank() || lines.get(at - 1).startsWith(">"))) {
            at--;
        }
        return lines.subList(at, lines.size()).stream().anyMatch(line -> line.startsWith(">")) ? at : lines.size();
    }

    private static boolean isLead(List<String> lines, int at) {
        var lead = new StringBuilder();
        for (var i = at; i < Math.min(at + 3, lines.size()) && lead.length() < LONGEST_LEAD; i++) {
            if (lines.get(i).isBlank()) {
                return false;
            }
            lead.append(lines.get(i)).append(' ');
            if (lines.get(i).stripTrailing().endsWith(":")) {
                return lead.length() < LONGEST_LEAD && LEAD.matcher(lead).matches();
            }
        }
        return false;
    }

    /** Only quoted lines, or none that begin like that at all (some programs indent nothing), follow. */
    private static boolean quoteFollows(List<String> lines, int lead) {
        var after = lines.subList(Math.min(lines.size(), lead + 1), lines.size());
        var any = after.stream().anyMatch(line -> line.startsWith(">"));
        if (!any) {
            return true;
        }
        var last = after.size();
        while (last > 0 && after.get(last - 1).isBlank()) {
            last--;
        }
        return last == 0 || after.get(last - 1).startsWith(">");
    }

    private static boolean heads(List<String> lines, int at) {
        if (at >= lines.size() || !HEAD.matcher(lines.get(at)).matches()) {
            return false;
        }
        return lines.subList(at + 1, Math.min(lines.size(), at + 5)).stream().filter(line -> HEAD_MORE.matcher(line).matches()).count() >= 2;
    }
}
