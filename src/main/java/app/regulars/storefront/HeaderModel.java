package app.regulars.storefront;

import app.regulars.platform.money.Money;

/**
 * What the header says of this visitor.
 *
 * @param name      the greeting name, or null when nobody is signed in
 * @param company   the company acted for, or null
 * @param cartCount pieces in the cart
 * @param cartTotal null when the cart is empty
 * @param staff     whether the way to the console is shown
 */
public record HeaderModel(String name, String company, int cartCount, Money cartTotal, boolean staff) {

    public static final HeaderModel ANONYMOUS = new HeaderModel(null, null, 0, null, false);

    /** An entry of the main navigation. */
    public record Entry(String slug, String name) {
    }
}
