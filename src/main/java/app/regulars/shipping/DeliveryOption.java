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
     * @param provinces codes of provinces at home, "country:FR" for another country; empty for everywhere at home that no other rate of the option names
     * @param from      from goods of this worth on it costs {@code then}; null where the price stays
     * @param days      business days on the way
     * @param weights   other prices from some weight on, the lightest first; none where the weight does not matter
     * @param mostGrams heavier goods do not go this way; null without a bound
     */
    public record Rate(Set<String> provinces, BigDecimal price, BigDecimal from, BigDecimal then, int days, List<Heavier> weights, Integer mostGrams) {

        public Rate {
            provinces = Set.copyOf(provinces);
            weights = weights == null ? List.of() : List.copyOf(weights);
        }

        /** Whatever it weighs. */
        public Rate(Set<String> provinces, BigDecimal price, BigDecimal from, BigDecimal then, int days) {
            this(provinces, price, from, then, days, List.of(), null);
        }

        /** What costs less from some worth on costs so for every weight that is taken at all, but never more than its weight costs. */
        BigDecimal price(BigDecimal goods, BigDecimal agreed, int grams) {
            var plain = weights.stream().filter(heavier -> grams >= heavier.grams()).map(Heavier::price).reduce(price, (lighter, heavier) -> heavier);
            var bound = from != null && agreed != null ? agreed.min(from) : from;
            return bound != null && goods.compareTo(bound) >= 0 ? then.min(plain) : plain;
        }

        boolean takes(int grams) {
            return mostGrams == null || grams <= mostGrams;
        }

        boolean weighs() {
            return mostGrams != null || !weights.isEmpty();
        }
    }

    /** From so many grams on it costs that. */
    public record Heavier(int grams, BigDecimal price) {
    }

    public boolean pickup() {
        return PICKUP.equals(code);
    }

    /** How a whole country other than the shop's own stands among the places of a rate. */
    static String abroad(String country) {
        return "country:" + country;
    }

    /**
     * @param home     the shop's own country: only there a rate without places reaches everywhere
     * @param province null where it is not known yet
     */
    Optional<Rate> rate(String country, String home, String province) {
        if (country != null && !country.equals(home)) {
            return rates.stream().filter(rate -> rate.provinces().contains(abroad(country))).findFirst();
        }
        return rates.stream().filter(rate -> province != null && rate.provinces().contains(province)).findFirst()
                .or(() -> rates.stream().filter(rate -> rate.provinces().isEmpty()).findFirst());
    }
}
