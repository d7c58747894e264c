package app.regulars.ordering;

import app.regulars.platform.i18n.Localized;

/** Some pieces of a line, in one shipment. */
public record ShippedGoods(int pieces, Localized name, Localized options) {
}
