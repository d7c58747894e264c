package app.regulars.pricing;

import app.regulars.catalog.VariantId;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A promotion that holds now for whoever asks.
 *
 * @param percent what is taken off, or how much of the free pieces is (100 for free); null for an amount
 * @param buy     pieces that have to be bought; 0 where it is of no matter
 * @param get     pieces that are cheaper then
 * @param gift    the complement that is cheaper then, or null
 * @param minimum of goods in the cart before discounts, or null
 * @param coupon  through which it was reached, or null
 */
record Promotion(UUID id, String name, Localized label, PromotionKind kind, Scope scope, BigDecimal percent, Money amount, int buy, int get, VariantId gift,
                 Money minimum, boolean combinable, Coupon coupon) {

    record Coupon(UUID id, String code) {
    }

    Origin origin() {
        return new Origin(coupon == null ? Origin.Kind.PROMOTION : Origin.Kind.COUPON, id, name, label, coupon == null ? null : coupon.code(), 0);
    }
}
