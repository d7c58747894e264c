package app.regulars.returning;

import app.regulars.platform.money.Money;

/**
 * What can be given back, with tax.
 *
 * @param paid  for the whole line, less discounts
 * @param share of the pieces that come back
 * @param most  what is left of the line's money
 */
public record Proposal(Money paid, Money share, Money most) {
}
