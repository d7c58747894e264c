package app.regulars.payment;

import app.regulars.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How the payment for a reference stands.
 *
 * @param method   "invoice", "card" or "transfer"
 * @param amount   what is to be paid in all: what it comes to less what was conceded
 * @param dueOn    the last day to pay, or null
 * @param captured what came in
 * @param refunded of that, what went back
 * @param held     what a bank keeps for us, beside what came in
 * @param heldUntil until when it does, or null where nobody said
 * @param conceded what is given away for good: returned goods that were not paid yet, and money that was owed and went back
 * @param problem  why the last try was refused (see {@code payment.problem.} texts), or null
 * @param closed   whether nothing is asked for any more
 */
public record PaymentStand(String method, PaymentStatus status, Money amount, LocalDate dueOn, Money captured, Money refunded, Money held, Instant heldUntil, Money conceded, String problem,
                           boolean closed) {

    /** What is still to be paid beside what is kept for us; never less than nothing. */
    public Money open() {
        if (closed) {
            return Money.zero(amount.currency());
        }
        var open = amount.minus(captured).plus(refunded).minus(held);
        return open.isNegative() ? Money.zero(amount.currency()) : open;
    }

    /** What could be given back. */
    public Money refundable() {
        var kept = captured.minus(refunded);
        return kept.isNegative() ? Money.zero(amount.currency()) : kept;
    }

    /** The key of its words. */
    public String words() {
        return "payment.status." + status.key() + (status == PaymentStatus.PENDING ? "." + method : "");
    }

    /** "ok", "warn", "bad", "info" or "": how its badge looks. */
    public String look() {
        return switch (status) {
            case CAPTURED -> "ok";
            case DECLINED -> "bad";
            case PARTLY_PAID -> "warn";
            case PENDING -> isAwaited() ? "warn" : "info";
            case AUTHORIZED, PARTLY_REFUNDED -> "info";
            case REFUNDED, VOIDED -> "";
        };
    }

    /** Whether it waits for the customer, before the goods can leave. */
    public boolean isAwaited() {
        return !closed && PaymentMethods.isPrepaid(method) && (status == PaymentStatus.PENDING || status == PaymentStatus.DECLINED || status == PaymentStatus.PARTLY_PAID);
    }
}
