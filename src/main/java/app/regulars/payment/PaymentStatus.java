package app.regulars.payment;

/** How a payment stands. On invoice it is pending until the money came in. */
public enum PaymentStatus {
    PENDING, CAPTURED, VOIDED
}
