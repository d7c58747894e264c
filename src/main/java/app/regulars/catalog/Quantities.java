package app.regulars.catalog;

import app.regulars.platform.Refused;
import java.io.Serializable;
import java.util.Map;

/**
 * In which numbers something is sold.
 *
 * @param least at least so many at once, 1 or more
 * @param step  counted from the least: with 6 and 3 these are 6, 9, 12 ...
 * @param most  in one order; null where there is no bound of its own
 */
public record Quantities(int least, int step, Integer most) implements Serializable {

    public static final Quantities ANY = new Quantities(1, 1, null);
    private static final int HIGHEST = 100_000;

    public Quantities {
        if (least < 1 || least > HIGHEST) {
            throw new Refused("catalog.quantities.least", "least", Map.of("most", HIGHEST));
        }
        if (step < 1 || step > HIGHEST) {
            throw new Refused("catalog.quantities.step", "step", Map.of("most", HIGHEST));
        }
        if (most != null && (most < least || most > HIGHEST)) {
            throw new Refused("catalog.quantities.most", "most", Map.of("least", least));
        }
    }

    public boolean isAny() {
        return equals(ANY);
    }

    /**
     * Refuses a number that is not sold; the sentence names the nearest numbers that are.
     *
     * @throws Refused with the field "quantity"
     */
    public void check(int quantity) {
        if (quantity < least) {
            throw new Refused("catalog.quantity.least", "quantity", Map.of("least", least));
        }
        if (most != null && quantity > highest()) {
            throw new Refused("catalog.quantity.most", "quantity", Map.of("most", highest()));
        }
        if ((quantity - least) % step != 0) {
            var below = quantity - (quantity - least) % step;
            var above = below + step;
            throw most != null && above > most ? new Refused("catalog.quantity.most", "quantity", Map.of("most", highest()))
                    : new Refused("catalog.quantity.step", "quantity", Map.of("step", step, "below", below, "above", above));
        }
    }

    public boolean allow(int quantity) {
        return quantity >= least && (most == null || quantity <= most) && (quantity - least) % step == 0;
    }

    /** The largest number that is sold at once; null where there is no bound. */
    public Integer highest() {
        return most == null ? null : most - (most - least) % step;
    }
}
