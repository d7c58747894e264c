package app.regulars.invoicing;

import java.time.LocalDate;

/**
 * Which papers of all.
 *
 * @param kind "invoice", "credit" or "" for both
 * @param text part of a buyer's name or company, or the beginning of a number of a paper or an order; "" for all
 * @param from the first day of issue, or null
 * @param to   the last one, or null
 */
public record InvoiceFilter(String kind, String text, LocalDate from, LocalDate to) {

    private static final int LONGEST = 80;

    public InvoiceFilter {
        kind = "invoice".equals(kind) || "credit".equals(kind) ? kind : "";
        text = text == null ? "" : text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
    }

    @Override
    public String toString() {
        return (kind.isEmpty() ? "all" : kind) + (text.isEmpty() ? "" : ", words") + (from == null ? "" : ", from " + from) + (to == null ? "" : ", to " + to);
    }
}
