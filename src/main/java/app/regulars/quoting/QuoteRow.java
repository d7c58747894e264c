package app.regulars.quoting;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/** A quote in a list. @param order the number of the order it became, or null */
public record QuoteRow(QuoteNumber number, QuoteStatus status, CustomerId customer, String name, Money total, int pieces, Instant madeAt, LocalDate validUntil, String order) {
}
