package app.regulars.ordering;

import app.regulars.platform.shop.Shop;
import java.time.Duration;
import java.time.Instant;

/**
 * How long goods are kept for an order that is to be paid before it leaves, as the shop has set it up ({@code unpaid-days},
 * {@code unpaid-reminder-days}).
 *
 * @param days     from the order on
 * @param reminder so many days before the end the customer is reminded; 0 for never
 */
record PayTime(int days, int reminder) {

    static final int MOST = 90;
    private static final int DAYS = 7;
    private static final int REMINDER = 2;

    static PayTime of(Shop shop) {
        var days = Math.max(1, number(shop.get("unpaid-days", ""), DAYS));
        return new PayTime(days, Math.min(days - 1, number(shop.get("unpaid-reminder-days", ""), REMINDER)));
    }

    private static int number(String set, int otherwise) {
        return set.matches("\\d{1,3}") ? Math.min(MOST, Integer.parseInt(set)) : otherwise;
    }

    Instant end(Instant from) {
        return from.plus(Duration.ofDays(days));
    }

    /** Whose time ends until then is reminded now. */
    Instant reminded(Instant now) {
        return now.plus(Duration.ofDays(reminder));
    }
}
