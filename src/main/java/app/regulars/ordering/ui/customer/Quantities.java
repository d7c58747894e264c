package app.regulars.ordering.ui.customer;

import app.regulars.platform.Refused;
import java.util.Map;

/** Quantities as people type them. */
final class Quantities {

    private static final int MOST = 999;
    private static final int LONGEST = 9;

    private Quantities() {
    }

    /** @throws Refused for what is not a whole number from 0 to 999 */
    static int of(String typed) {
        var text = typed == null ? "" : typed.strip();
        if (!text.matches("\\d+")) {
            throw new Refused(text.matches("-\\d+") ? "ordering.quantity.few" : "ordering.quantity.whole", "quantity", Map.of());
        }
        var quantity = text.length() > LONGEST ? Integer.MAX_VALUE : Integer.parseInt(text);
        if (quantity > MOST) {
            throw new Refused("ordering.quantity.many", "quantity", Map.of("most", MOST));
        }
        return quantity;
    }
}
