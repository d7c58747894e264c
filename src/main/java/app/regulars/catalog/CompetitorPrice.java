package app.regulars.catalog;

import app.regulars.platform.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody else asks for the same product.
 *
 * @param source where it was seen: an address or words
 * @param shown  whether customers see it
 */
public record CompetitorPrice(UUID id, String competitor, Money price, String source, LocalDate seenOn, boolean shown) {
}
