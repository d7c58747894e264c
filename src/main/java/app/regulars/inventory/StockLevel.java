package app.regulars.inventory;

/** What is there of a variant. @param reserved pieces of open orders, still on hand */
public record StockLevel(int onHand, int reserved, boolean backorderable) {

    public static final StockLevel NONE = new StockLevel(0, 0, false);

    public int available() {
        return onHand - reserved;
    }
}
