package app.regulars.faq;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An article as staff see it, with the words as they are being written.
 *
 * @param owner       who looks after it
 * @param reviewOn    when it is to be checked again, or null for never
 * @param edition     grows by one with every change
 * @param publishedAt null where readers do not see it
 * @param retiredAt   when it was taken from the readers, or null
 * @param leadsTo     the article that readers are led to since, or null
 * @param plannedEnd when it will be taken from them by itself, or null
 */
public record ArticleFile(ArticleForm form, StaffId author, StaffId owner, LocalDate reviewOn, int edition, Instant changedAt, Instant publishedAt, Instant retiredAt,
                          String leadsTo, PlannedEnd plannedEnd, List<LanguageState> languages, List<SourceLink> sources, Figures figures) {

    /** What readers did with it: votes, searches that ended at it, inquiries that were not sent because of it. */
    public record Figures(long helpful, long notHelpful, long searchesEnded, long inquiriesSaved) {

        public long votes() {
            return helpful + notHelpful;
        }

        /** Of those who voted; 0 where nobody did. */
        public double share() {
            return votes() == 0 ? 0 : (double) helpful / votes();
        }
    }

    public LanguageState in(String language) {
        return languages.stream().filter(state -> state.language().equals(language)).findFirst().orElseThrow();
    }

    public boolean isFlagged() {
        return sources.stream().anyMatch(source -> source.changedAt() != null);
    }

    public long helpful() {
        return figures.helpful();
    }

    public long notHelpful() {
        return figures.notHelpful();
    }
}
