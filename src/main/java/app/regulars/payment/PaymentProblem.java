package app.regulars.payment;

import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Something about money that does not match.
 *
 * @param kind   "declined", "down", "unclear", "refund", "untaken", "lapsing", "overpaid", "waiting", "part", "overdue" or "unmatched"; named by payment.desk.kind.{kind}
 * @param id     the reference, or for "unmatched" the movement's own
 * @param label  what the payer knows it by, or the gateway's name of it
 * @param amount what it is about
 * @param detail a code of {@code payment.problem.} texts, or null
 */
public record PaymentProblem(String kind, UUID id, String label, Money amount, Instant at, String detail) {
}
