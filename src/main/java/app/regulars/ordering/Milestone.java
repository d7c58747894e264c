package app.regulars.ordering;

import java.util.Locale;

/**
 * Something a customer is to be thanked for.
 *
 * @param count how many orders, or how many years since the first one
 */
public record Milestone(Kind kind, long count) {

    /** What was reached. */
    public enum Kind {
        /** A round number of orders: 10, 25, 50, 100, and every further hundred. */
        ORDERS,
        /** A year, or several, since the first order. */
        YEARS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
