package app.regulars.ordering;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * How a customer buys, worked out from the orders that were placed for her or her company whenever somebody looks; kept nowhere.
 * Canceled orders count for nothing. Credits are no orders: they only lessen the amount of the quarter they were given in. Amounts
 * are with taxes and delivery, in the currency of most of the orders; an order in another currency counts, its amount does not.
 * Days, months and times of day are those where the shop is.
 *
 * @param first     null, as is {@code last}, for whoever has not ordered
 * @param everyDays days between one order and the next on average, rounded; null below two orders
 * @param months    orders by month of the year over all years, January first
 * @param weekdays  orders by day of the week, Monday first
 * @param parts     orders by part of the day: morning from 6, afternoon from 12, evening from 17, night from 22
 * @param average   of an order; null, as is {@code largest}, without orders
 * @param quarters  without gaps up to the last order or credit, at most eight, the oldest first
 * @param lines     lines of all orders
 * @param again     how many of these lines were of something that stood in an order before
 * @param favorites what was ordered most often, at most five
 */
public record BuyingProfile(int orders, int canceled, int credits, Instant first, Instant last, Integer everyDays, List<Integer> months, List<Integer> weekdays,
                            List<Integer> parts, Money average, Money largest, List<Quarter> quarters, long lines, long again, List<Favorite> favorites) {

    /** @param number 1 to 4 @param orders in whatever currency */
    public record Quarter(int year, int number, Money amount, int orders) {
    }

    /** @param times lines that it stood in @param handle null when it is not in the catalog */
    public record Favorite(String handle, Localized name, int times, int pieces, Instant lastAt) {
    }

    /** Lines bought before of all lines, in percent; 0 without lines. */
    public int repeatShare() {
        return lines == 0 ? 0 : (int) Math.round(100.0 * again / lines);
    }
}
