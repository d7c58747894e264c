package app.regulars.pricing;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A promotion as staff see it.
 *
 * @param on    how what it is on is called; null for everything
 * @param uses  orders that used it and were not canceled
 * @param given what it took off them in all
 */
public record PromotionFile(UUID id, PromotionForm form, PromotionKind kind, Localized on, NamedAudience audience, Instant from, Instant until, long uses, Money given,
                            List<Coupon> coupons) {

    /** @param most null for no limit */
    public record Coupon(UUID id, String code, Integer most, int used, boolean active) {
    }

    /** Whether it holds at this moment. */
    public boolean isRunning(Instant now) {
        return form.active() && (from == null || !from.isAfter(now)) && (until == null || until.isAfter(now));
    }
}
