package app.regulars.review;

import java.util.Locale;

/** Why a review waits for somebody to look at it. */
public enum WaitCause {
    /** No review of this customer was published yet. */
    FIRST,
    /** There is an address of a page or of mail in it. */
    LINK,
    /** There is a word of the staff's list in it. */
    WORD,
    /** It was refused, and she changed it. */
    CHANGED,
    /** It was refused, and she asks to look again. */
    APPEAL;

    /** As it stands in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
