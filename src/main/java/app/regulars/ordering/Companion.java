package app.regulars.ordering;

import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;

/**
 * Something that goes with what is in the cart, or could be taken instead of it.
 *
 * @param kind   "goes-with", "spare-part", "upgrade" or "instead-of"; said by ordering.cart.companion.{kind}
 * @param beside what in the cart it goes with
 * @param why    the reason staff gave, or empty
 * @param each   null when it has no price
 * @param ready  whether it can be bought without choosing or saying anything
 */
public record Companion(String kind, String handle, VariantId variant, Localized name, String art, String backdrop, Localized beside, Localized why, Money each, boolean ready) {
}
