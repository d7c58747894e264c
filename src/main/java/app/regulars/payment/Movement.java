package app.regulars.payment;

/** What happened to money. */
public enum Movement {
    AUTHORIZED, CAPTURED, VOIDED, REFUNDED, FAILED
}
