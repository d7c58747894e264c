package app.regulars.payment;

/** How a payment stands; always follows from what was asked for and what moved. On invoice it is pending until the money came in. */
public enum PaymentStatus {
    /** Nothing came in yet. */
    PENDING,
    /** The last try was refused; another may follow. */
    DECLINED,
    /** The money is kept for us, and not ours yet. */
    AUTHORIZED,
    /** Less came in than is to be paid. */
    PARTLY_PAID,
    /** All of it came in. */
    CAPTURED,
    /** Some of what came in went back. */
    PARTLY_REFUNDED,
    REFUNDED,
    /** Nothing came in, and nothing has to. */
    VOIDED;

    /** The key of its words, after "payment.status.". */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
