package app.regulars.gap;

import app.regulars.faq.ArticleSources;
import app.regulars.platform.identity.StaffId;
import java.time.LocalDate;
import java.util.List;

/**
 * A gap with everything behind it.
 *
 * @param weeks    how often it was asked in each week, the oldest first
 * @param articles that were begun from it
 */
public record GapFile(GapRow row, String note, StaffId closedBy, String closedArticle, List<GapItem> items, List<Week> weeks, List<ArticleSources.Made> articles) {

    /** @param begins its Monday @param closed whether it was closed in this week */
    public record Week(LocalDate begins, long count, boolean closed) {
    }

    public long most() {
        return weeks.stream().mapToLong(Week::count).max().orElse(0);
    }
}
