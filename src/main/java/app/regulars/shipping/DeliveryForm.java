package app.regulars.shipping;

import java.util.List;
import java.util.Set;

/**
 * A way of delivery as typed.
 *
 * @param code null for a new one
 */
public record DeliveryForm(String code, String nameEn, String nameFr, String carrier, boolean on, List<Rate> rates) {

    /**
     * @param provinces codes; none for all that no other line names
     * @param weights   other prices from some kilograms on: "5: 14.00; 20: 30.00"; empty where the weight does not matter
     * @param most      kilograms; empty without a bound
     */
    public record Rate(Set<String> provinces, String price, String from, String then, String days, String weights, String most) {

        public static final Rate EMPTY = new Rate(Set.of(), "", "", "", "");

        /** Whatever it weighs. */
        public Rate(Set<String> provinces, String price, String from, String then, String days) {
            this(provinces, price, from, then, days, "", "");
        }
    }
}
