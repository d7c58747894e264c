package app.regulars.shipping;

/** Goods in a shipment. @param line which line of the reference they belong to; shipping knows no more of it */
public record ShipmentPart(int line, int quantity) {
}
