package app.regulars.inventory;

import app.regulars.catalog.VariantId;

/** There are fewer pieces than wanted. */
public class NotEnoughStock extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient VariantId variant;
    private final int available;

    public NotEnoughStock(VariantId variant, int available) {
        super("not enough stock", null, false, false);
        this.variant = variant;
        this.available = available;
    }

    public VariantId variant() {
        return variant;
    }

    public int available() {
        return available;
    }
}
