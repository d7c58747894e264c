package app.regulars.returning;

import app.regulars.platform.i18n.Localized;
import java.time.LocalDate;

/**
 * What of a line of an order can still be asked for.
 *
 * @param line       the first is 0
 * @param delivered  pieces that went out, arrived or not
 * @param left       pieces of them that are in no return or complaint
 * @param here       those of them that arrived
 * @param returnTill the last day for a return, null while nothing was delivered
 * @param mayReturn  whether a return can be opened today
 * @param mayComplain whether a complaint can be opened today
 */
public record Returnable(int line, String sku, Localized name, Localized options, String art, String backdrop, int delivered, int left, int here, LocalDate returnTill,
                         boolean mayReturn, boolean mayComplain) {
}
