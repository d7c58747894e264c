package app.regulars.pricing;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A price list with everything in it.
 *
 * @param form   its head, as it would be typed
 * @param prices at most {@link PriceListDesk#MOST_SHOWN}, by what they are for and the quantity
 */
public record PriceListFile(UUID id, PriceListForm form, String currency, List<NamedAudience> audiences, List<Line> prices, long total) {

    /**
     * A line.
     *
     * @param name  of the article, product or category; null for everything
     * @param typed what names it in the form
     * @param list  the list price where it is for one article, else null
     */
    public record Line(UUID id, Scope.Kind scope, Localized name, String typed, int from, Money amount, BigDecimal percent, Money list) {
    }
}
