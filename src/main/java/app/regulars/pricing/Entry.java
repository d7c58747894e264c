package app.regulars.pricing;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A line of a price list that holds now for whoever asks.
 *
 * @param from    from so many pieces on
 * @param amount  of one piece, or null
 * @param percent off the list price, or null
 */
record Entry(UUID list, String name, Localized label, Scope scope, int from, Money amount, BigDecimal percent) {
}
