package app.regulars.shipping;

import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * How it stands with the label of a shipment.
 *
 * @param reference whose shipment it is
 * @param state     "waiting", "bought" or "failed"; "voiding" while it is given back, "voided" afterwards, "kept" where the carrier keeps its money
 * @param problem   why the last try brought none (a text shipping.label.problem.{problem}), or null
 * @param next      when it is tried again; null where it is not
 * @param cost      of a bought one, or null
 */
public record LabelStand(ShipmentId shipment, UUID reference, String state, String problem, int tries, Instant next, Money cost) {

    public boolean isWaiting() {
        return "waiting".equals(state) || "voiding".equals(state);
    }

    public boolean hasFailed() {
        return "failed".equals(state) || "kept".equals(state);
    }
}
