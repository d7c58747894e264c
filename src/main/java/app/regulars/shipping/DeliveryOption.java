package app.regulars.shipping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way to send something, as the shop has set it up. Its name is the text shipping.option.{code}, in the shop's own words where it
 * has some.
 *
 * @param carrier who usually carries it; null for the pick-up
 * @param rates   what it costs where; none for the pick-up, which costs nothing
 */
public record DeliveryOption(String code, String carrier, boolean on, List<Rate> rates) {

    /** The code of the way without a way: the customer comes to the counter. */
    public static final String PICKUP = "pickup";

    public DeliveryOption {
        rates = List.copyOf(rates);
    }

    /**
     * @param provinces codes; empty for all that no other rate of the option names
     * @param from      from goods of this worth on it costs {@code then}; null where the price stays
     * @param days      business days on the way
     */
    public record Rate(Set<String> provinces, BigDecimal price, BigDecimal from, BigDecimal then, int days) {

        public Rate {
            provinces = Set.copyOf(provinces);
        }

        BigDecimal price(BigDecimal goods, BigDecimal agreed) {
            var bound = from != null && agreed != null ? agreed.min(from) : from;
            return bound != null && goods.compareTo(bound) >= 0 ? then : price;
        }
    }

    public boolean pickup() {
        return PICKUP.equals(code);
    }

    /** @param province null where it is not known yet */
    Optional<Rate> rate(String province) {
        return rates.stream().filter(rate -> province != null && rate.provinces().contains(province)).findFirst()
                .or(() -> rates.stream().filter(rate -> rate.provinces().isEmpty()).findFirst());
    }
}
