package app.regulars.shipping;

import java.util.List;
import java.util.Set;

/**
 * A way of delivery as typed.
 *
 * @param code null for a new one
 */
public record DeliveryForm(String code, String nameEn, String nameFr, String carrier, boolean on, List<Rate> rates) {

    /** @param provinces codes; none for all that no other line names */
    public record Rate(Set<String> provinces, String price, String from, String then, String days) {

        public static final Rate EMPTY = new Rate(Set.of(), "", "", "", "");
    }
}
