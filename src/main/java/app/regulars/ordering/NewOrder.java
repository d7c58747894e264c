package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import java.util.List;
import java.util.UUID;

/**
 * An order without a cart: ordering again, by staff for a customer, the demonstration's past.
 *
 * @param key     makes it one order however often it is placed
 * @param placedBy the person who orders for the customer, or null for guests, staff and the past
 * @param codes   of coupons and vouchers
 * @param seen    the total that the person saw, or null where nobody did
 * @param channel "reorder", "standing", "renewal", "web", "api", "quote", or of those that staff enter "staff", "phone", "mail", "counter", or {@link #EXCHANGE}
 * @param agreement whose price holds; null where the price of the moment does
 * @param agent   the code of who sold it for the shop; null for the shop itself
 * @param approved whether somebody who may has said yes to it, so that nobody is asked again
 */
public record NewOrder(UUID key, CustomerId customer, CustomerId placedBy, List<Prices.Wish> lines, List<String> codes, CheckoutForm form, Money seen,
                       String channel, Agreement agreement, boolean approved, String agent) {

    /** Sold by the shop itself. */
    public NewOrder(UUID key, CustomerId customer, CustomerId placedBy, List<Prices.Wish> lines, List<String> codes, CheckoutForm form, Money seen, String channel,
                    Agreement agreement, boolean approved) {
        this(key, customer, placedBy, lines, codes, form, seen, channel, agreement, approved, null);
    }

    /** The same, sold by that agent. @param code null for the shop itself */
    public NewOrder through(String code) {
        return new NewOrder(key, customer, placedBy, lines, codes, form, seen, channel, agreement, approved, code);
    }

    /** In place of what came back: sent without a charge, whatever it costs. */
    public static final String EXCHANGE = "exchange";

    /** Nobody was asked. */
    public NewOrder(UUID key, CustomerId customer, CustomerId placedBy, List<Prices.Wish> lines, List<String> codes, CheckoutForm form, Money seen, String channel,
                    Agreement agreement) {
        this(key, customer, placedBy, lines, codes, form, seen, channel, agreement, false);
    }

    private static final java.util.Set<String> BY_STAFF = java.util.Set.of("staff", "phone", "mail", "counter");

    /** Whether somebody of the staff took it, on the phone for instance. */
    boolean isByStaff() {
        return BY_STAFF.contains(channel);
    }

    boolean isExchange() {
        return EXCHANGE.equals(channel);
    }

    /** At the price of the moment. */
    public NewOrder(UUID key, CustomerId customer, CustomerId placedBy, List<Prices.Wish> lines, List<String> codes, CheckoutForm form, Money seen, String channel) {
        this(key, customer, placedBy, lines, codes, form, seen, channel, null, false);
    }

    /** Without codes of coupons and vouchers. */
    public NewOrder(UUID key, CustomerId customer, CustomerId placedBy, List<Prices.Wish> lines, CheckoutForm form, Money seen, String channel) {
        this(key, customer, placedBy, lines, List.of(), form, seen, channel);
    }

    /** Nobody is known to have placed it for the customer. */
    public NewOrder(UUID key, CustomerId customer, List<Prices.Wish> lines, CheckoutForm form, Money seen, String channel) {
        this(key, customer, null, lines, form, seen, channel);
    }
}
