package app.regulars.platform.audit;

import java.time.Instant;
import java.util.List;

/**
 * @param older   where the next page begins, or null
 * @param newer   where the page before begins, or null
 * @param reached as far as was looked for words, where the page is not full because the look ended there; else null
 */
public record AuditPage(List<AuditRow> rows, String older, String newer, Instant reached) {

    public AuditPage {
        rows = List.copyOf(rows);
    }
}
