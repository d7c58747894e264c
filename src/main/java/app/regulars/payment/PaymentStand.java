package app.regulars.payment;

import app.regulars.platform.money.Money;
import java.time.LocalDate;

/**
 * How the payment for a reference stands.
 *
 * @param method "invoice"
 * @param dueOn  the last day to pay, or null
 */
public record PaymentStand(String method, PaymentStatus status, Money amount, LocalDate dueOn) {
}
