package app.regulars.faq;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * An article in the staff's list, with how often it helped.
 *
 * @param title     as it is being written
 * @param english   where it stands in English, as {@link LanguageState#code} says it
 * @param reviewers who is asked to read it; holds null where anybody is
 * @param due       whether it is to be checked again
 * @param flagged   whether something it was made from has changed
 */
public record ArticleRow(String slug, String category, Localized categoryName, Localized title, Instant publishedAt, Instant retiredAt, Instant changedAt,
                         String english, String french, Set<StaffId> reviewers, StaffId owner, LocalDate reviewOn, boolean due, boolean flagged, long helpful,
                         long notHelpful) {

    public boolean isPublished() {
        return publishedAt != null;
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    public String in(String language) {
        return "fr".equals(language) ? french : english;
    }

    private boolean any(String state) {
        return english.equals(state) || french.equals(state);
    }

    /** Whether it belongs to one of the shelves of the list. */
    public boolean on(ArticleShelf shelf) {
        return switch (shelf) {
            case ALL -> !isRetired();
            case DRAFTS -> !isRetired() && (any("draft") || any("changed"));
            case REVIEW -> !isRetired() && any("review");
            case SCHEDULED -> !isRetired() && any("scheduled");
            case CHECK -> isPublished() && (due || flagged);
            case MISSING -> isPublished() && any("missing");
            case RETIRED -> isRetired();
        };
    }
}
