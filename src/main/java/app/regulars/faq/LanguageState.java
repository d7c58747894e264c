package app.regulars.faq;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.Set;

/**
 * Where an article stands in one language.
 *
 * @param version   the number of the text that readers see, 0 for none
 * @param draft     where the words stand that they do not see yet, or null where there are none
 * @param writers   who wrote those
 * @param reviewer  who is asked to read them, or null
 * @param note      what was said last about them, or null
 */
public record LanguageState(String language, int version, DraftState draft, Set<StaffId> writers, StaffId reviewer, String note, StaffId noteBy, Instant askedAt,
                            Instant publishAt) {

    public boolean isShown() {
        return version > 0;
    }

    /** Neither readers nor staff have words in this language. */
    public boolean isMissing() {
        return version == 0 && draft == null;
    }

    public boolean is(DraftState state) {
        return draft == state;
    }

    /** The word that says it in a list: "missing", "draft", "review", "scheduled", "shown" or "changed" for shown with a draft beside it. */
    public String code() {
        return isMissing() ? "missing" : draft == null ? "shown" : draft == DraftState.DRAFT && isShown() ? "changed" : draft.code();
    }
}
