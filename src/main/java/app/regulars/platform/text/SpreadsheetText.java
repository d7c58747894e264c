package app.regulars.platform.text;

/** Texts of people in files that a spreadsheet opens. */
public final class SpreadsheetText {

    private static final String BEGIN_FORMULAS = "=+-@\t\r\n|%";

    private SpreadsheetText() {
    }

    /** A cell that begins like a formula would be run: an apostrophe before it makes it a text again. @return never null */
    public static String safe(String text) {
        return text == null ? "" : !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
