package app.regulars.ordering;

import app.regulars.platform.money.Money;

/** What the header says of a cart. @param total after discounts, without tax and shipping; zero for an empty cart */
public record CartSummary(int pieces, Money total) {
}
