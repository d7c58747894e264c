package app.regulars.inquiry;

import app.regulars.media.CleanPaper;
import java.util.Locale;

/** A file that comes along, checked by what it is. @param name as it was sent, made harmless by {@link #of} */
public record NewFile(String name, CleanPaper paper) {

    /** Bounds for everything that comes along with one message. */
    public static final int MOST = 5;
    private static final int LONGEST_NAME = 120;

    /** The ending is that of what the file is, whatever it was called. */
    public static NewFile of(String typed, CleanPaper paper) {
        var name = typed == null ? "" : typed.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*;]", "").strip();
        var end = name.lastIndexOf('.');
        var stem = end > 0 ? name.substring(0, end) : name;
        stem = stem.substring(0, Math.min(LONGEST_NAME, stem.length())).strip();
        return new NewFile((stem.isEmpty() || stem.startsWith(".") ? "file" : stem) + ending(paper.contentType()), paper);
    }

    private static String ending(String contentType) {
        return switch (contentType.toLowerCase(Locale.ROOT)) {
            case "application/pdf" -> ".pdf";
            case "image/png" -> ".png";
            default -> ".jpg";
        };
    }

    @Override
    public String toString() {
        return "a file";
    }
}
