package app.regulars.faq;

import java.util.Locale;

/** Where the words of a language stand that readers do not see yet. */
public enum DraftState {
    DRAFT, REVIEW, SCHEDULED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
