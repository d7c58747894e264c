package app.regulars.shipping;

import java.util.UUID;

/** Names a shipment. */
public record ShipmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
