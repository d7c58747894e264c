package app.regulars.storefront;

import app.regulars.catalog.ProductCard;
import app.regulars.catalog.VariantId;
import app.regulars.platform.money.Money;
import app.regulars.review.ReviewSummary;
import java.util.Map;

/**
 * A product card, ready to be shown.
 *
 * @param choice      the variant on the card: the first that can be bought, else the first
 * @param highlighted the name with the found words between the marks \u0001 and \u0002, or null
 * @param reason      why it stands here ("Our recipe uses it"), or null
 * @param rating      what those who have it say, in numbers
 */
public record CardView(ProductCard card, ProductCard.Choice choice, Offer offer, String highlighted, String reason, ReviewSummary rating) {

    static CardView of(ProductCard card, Map<VariantId, Offer> offers, String highlighted, String reason, ReviewSummary rating) {
        var choice = card.choices().stream().filter(some -> offers.get(some.variant()).canBeBought()).findFirst().orElseGet(() -> card.choices().getFirst());
        return new CardView(card, choice, offers.get(choice.variant()), highlighted, reason, rating);
    }

    /** @param highlighted the name with the found words between the marks */
    CardView marked(String highlighted) {
        return new CardView(card, choice, offer, highlighted, reason, rating);
    }

    public Money perUnit() {
        return offer.perUnit(choice.unit());
    }
}
