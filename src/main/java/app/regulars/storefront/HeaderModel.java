package app.regulars.storefront;

import app.regulars.platform.money.Money;

/**
 * What the header says of this visitor.
 *
 * @param name      the greeting name, or null when nobody is signed in
 * @param cartCount pieces in the cart
 * @param cartTotal null when the cart is empty
 * @param customer  whether the name leads to the customer's own area
 * @param staff     whether the way to the console is shown
 */
public record HeaderModel(String name, int cartCount, Money cartTotal, boolean customer, boolean staff) {

    public static final HeaderModel ANONYMOUS = new HeaderModel(null, 0, null, false, false);
}
