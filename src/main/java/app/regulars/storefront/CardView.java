package app.regulars.storefront;

import app.regulars.catalog.ProductCard;
import app.regulars.platform.money.Money;

/**
 * A product card, ready to be shown.
 *
 * @param highlighted the name with the found words between the marks \u0001 and \u0002, or null
 * @param reason      why it stands here ("Our recipe uses it"), or null
 */
public record CardView(ProductCard card, Offer offer, String highlighted, String reason) {

    public Money perUnit() {
        return offer.perUnit(card.unit());
    }
}
