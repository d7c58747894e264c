package app.regulars.ordering.ui.staff;

import app.regulars.ordering.OrderFile;
import app.regulars.shipping.Parcel;
import app.regulars.shipping.ShipmentPart;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A paper for one shipment. @param parcel null for what is open */
public record OrderSlip(OrderFile order, Parcel parcel) {

    /** Pieces by the line's position. */
    public Map<Integer, Integer> inside() {
        return parcel == null ? order.open() : parcel.parts().stream().collect(Collectors.toMap(ShipmentPart::line, ShipmentPart::quantity, Integer::sum, TreeMap::new));
    }

    /** Whether something of the order is not in it and still to come. */
    public boolean more() {
        return parcel != null && !order.open().isEmpty();
    }
}
