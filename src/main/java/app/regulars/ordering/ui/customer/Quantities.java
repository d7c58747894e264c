package app.regulars.ordering.ui.customer;

import app.regulars.platform.Refused;
import java.util.Map;

/** Quantities as people type them. */
final class Quantities {

    private static final int MOST = 999;

    private Quantities() {
    }

    /** @throws Refused for what is not a whole number from 0 to 999 */
    static int of(String typed) {
        var text = typed == null ? "" : typed.strip();
        if (!text.matches("\\d{1,9}")) {
            throw new Refused("ordering.quantity.few", "quantity", Map.of());
        }
        var quantity = Integer.parseInt(text);
        if (quantity > MOST) {
            throw new Refused("ordering.quantity.many", "quantity", Map.of("most", MOST));
        }
        return quantity;
    }
}
