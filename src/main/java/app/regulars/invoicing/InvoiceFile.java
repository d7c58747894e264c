package app.regulars.invoicing;

import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * An invoice or credit note as it was issued.
 *
 * @param credit   whether it takes back what an invoice asked for; its amounts are positive and count against
 * @param credits  the number of that invoice, or null
 * @param supplied the day the goods left, or null
 * @param dueOn    the last day to pay, or null
 * @param method   "invoice", "card" or "transfer"; null where nothing was to be paid
 * @param net      without taxes, after discounts, with delivery
 * @param paid     what had come in for it when it was issued
 * @param buyer    name, company and address, a line each
 * @param seller   legal name, address and registration, a line each
 */
public record InvoiceFile(InvoiceId id, boolean credit, String number, String credits, String orderNumber, Instant issuedAt, LocalDate issuedOn, LocalDate supplied, LocalDate dueOn,
                          String method, Locale locale, List<Line> lines, Money discount, Money shipping, Money net, List<Tax> taxes, Money total, Money paid, List<String> buyer,
                          String reference, List<String> seller) {

    public record Line(String sku, String name, String options, int quantity, Money each, Money total) {
    }

    /** @param rate as a fraction, or null */
    public record Tax(String code, BigDecimal rate, Money amount) {
    }

    /** What is left to pay. */
    public Money open() {
        var open = total.minus(paid);
        return open.isNegative() ? Money.zero(total.currency()) : open;
    }

    @Override
    public String toString() {
        return "invoice " + number;
    }
}
