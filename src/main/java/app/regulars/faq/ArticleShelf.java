package app.regulars.faq;

import java.util.Arrays;
import java.util.Locale;

/** The parts of the staff's list of articles. */
public enum ArticleShelf {
    ALL, DRAFTS, REVIEW, SCHEDULED, CHECK, MISSING, RETIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All for anything unknown. */
    public static ArticleShelf of(String code) {
        return Arrays.stream(values()).filter(shelf -> shelf.code().equals(code)).findFirst().orElse(ALL);
    }
}
