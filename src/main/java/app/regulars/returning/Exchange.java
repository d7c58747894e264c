package app.regulars.returning;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;

/**
 * What another piece costs in place of what came back.
 *
 * @param goods before anything is taken off, without tax
 * @param taken of what was paid for what came back
 * @param total what is left to pay, with tax
 * @param rest  stays a credit, before taxes
 */
public record Exchange(String sku, Localized name, int pieces, Money goods, Money taken, Money total, Money rest) {
}
