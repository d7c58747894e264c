package app.regulars.platform.audit;

import java.util.List;

/** A page of entries, newest first. @param older where the next page begins, null on the last @param newer where the page before begins, null on the first */
public record AuditPage(List<AuditRow> rows, String older, String newer) {

    public AuditPage {
        rows = List.copyOf(rows);
    }
}
