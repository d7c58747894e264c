package app.regulars.quoting;

import java.util.List;

/** @param total how many there are on all pages */
public record QuotePage(List<QuoteRow> rows, long total) {
}
