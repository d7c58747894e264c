package app.regulars.pricing;

import app.regulars.platform.i18n.Localized;
import java.util.UUID;

/**
 * Where an amount in an {@link Expression} comes from.
 *
 * @param record the price list, exception, promotion or voucher; null where there is none
 * @param name   what staff call it
 * @param label  what customers read; null where the kind says enough
 * @param note   for staff only, such as the reason of an exception; null for none
 * @param from   from so many pieces on; 0 where the quantity is of no matter
 */
public record Origin(Kind kind, UUID record, String name, Localized label, String note, int from) {

    /** What it is; named by pricing.origin.{kind}. */
    public enum Kind {
        LIST, PRICE_LIST, EXCEPTION, PROMOTION, COUPON, VOUCHER, LIMIT, GOODS, SHIPPING
    }

    static Origin of(Kind kind) {
        return new Origin(kind, null, null, null, null, 0);
    }
}
