package app.regulars.returning;

import java.util.List;

/** @param total how many there are on all pages */
public record ReturnPage(List<ReturnRow> rows, long total) {
}
