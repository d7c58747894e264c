package app.regulars.payment;

import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What a gateway knows to have happened. It may be told any number of times and in any order: its kind and external id make it one.
 *
 * @param externalId     the gateway's own name of this movement
 * @param gatewayPayment the gateway's own name of the payment it belongs to
 * @param attempt        which of our tries it answers, or null where the gateway does not say
 * @param problem        a code of {@code payment.problem.} texts for what failed, else null
 * @param ended          whether the try is over with it
 */
public record Fact(Movement kind, Money amount, String externalId, String gatewayPayment, UUID attempt, Instant at, String problem, boolean ended) {
}
