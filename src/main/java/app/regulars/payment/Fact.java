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
 * @param whole          whether the amount is what moved in all of this kind for that payment, and not what moved this time
 * @param until          until when money that is only kept is kept, or null
 */
public record Fact(Movement kind, Money amount, String externalId, String gatewayPayment, UUID attempt, Instant at, String problem, boolean ended, boolean whole, Instant until) {

    /** One movement by itself. */
    public Fact(Movement kind, Money amount, String externalId, String gatewayPayment, UUID attempt, Instant at, String problem, boolean ended) {
        this(kind, amount, externalId, gatewayPayment, attempt, at, problem, ended, false, null);
    }

    /** So much was taken, let go or kept by now in all, in however many steps; told late or twice it adds nothing. */
    public static Fact inAll(Movement kind, Money amount, String gatewayPayment, UUID attempt, Instant at) {
        return new Fact(kind, amount, gatewayPayment + ":" + amount.amount().movePointRight(2).toBigInteger(), gatewayPayment, attempt, at, null, true, true, null);
    }

    Fact keptUntil(Instant last) {
        return new Fact(kind, amount, externalId, gatewayPayment, attempt, at, problem, ended, whole, last);
    }

    Fact of(Money part) {
        return new Fact(kind, part, externalId, gatewayPayment, attempt, at, problem, ended, whole, until);
    }
}
