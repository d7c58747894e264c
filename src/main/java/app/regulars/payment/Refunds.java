package app.regulars.payment;

import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives money back. What is asked of a gateway is written first, in the transaction of whoever wants it, and asked after its commit.
 */
@Component
class Refunds {

    private static final int LONGEST_REASON = 500;

    private final PaymentAttemptRepository attempts;
    private final PaymentBook book;
    private final Gateways gateways;
    private final Errands errands;
    private final Clock clock;

    Refunds(PaymentAttemptRepository attempts, PaymentBook book, Gateways gateways, Errands errands, Clock clock) {
        this.attempts = attempts;
        this.book = book;
        this.gateways = gateways;
        this.errands = errands;
        this.clock = clock;
    }

    /** What came in, without what went back or is on its way there. */
    Money available(Payment payment) {
        var stand = payment.stand();
        var going = attempts.findByPaymentIdAndState(payment.id(), PaymentAttempt.State.OPEN).stream().filter(attempt -> attempt.kind() == PaymentAttempt.Kind.REFUND)
                .map(PaymentAttempt::amount).reduce(Money.zero(stand.amount().currency()), Money::plus);
        return stand.refundable().minus(going);
    }

    void all(Payment payment, StaffId by, String reason) {
        var available = available(payment);
        if (!available.isZero() && !available.isNegative()) {
            ask(payment, available, Money.zero(available.currency()), by, reason);
        }
    }

    /** What goes back when something else is due, because it is more than is asked for then. */
    Money beyond(Payment payment, Money worth) {
        var over = available(payment).minus(payment.asked(worth)).plus(conceding(payment));
        var available = available(payment);
        return over.isNegative() ? Money.zero(over.currency()) : available.isAtLeast(over) ? over : available;
    }

    /** What is on its way back though it was owed. */
    private Money conceding(Payment payment) {
        return attempts.findByPaymentIdAndState(payment.id(), PaymentAttempt.State.OPEN).stream().filter(attempt -> attempt.kind() == PaymentAttempt.Kind.REFUND && attempt.conceded() != null)
                .map(PaymentAttempt::conceded).reduce(Money.zero(payment.stand().amount().currency()), Money::plus);
    }

    /** What is too much goes back first; the rest was owed, and is not asked for again. On a locked payment. @throws Refused beside "amount" */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(Payment payment, Money amount, StaffId by, String reason) {
        var over = available(payment).minus(payment.stand().amount()).plus(conceding(payment));
        var owed = over.isNegative() ? amount : over.isAtLeast(amount) ? Money.zero(amount.currency()) : amount.minus(over);
        ask(payment, amount, owed, by, reason);
    }

    /** What is not owed goes back. On a locked payment. @throws Refused beside "amount" */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(Payment payment, Money amount, StaffId by, String reason) {
        ask(payment, amount, Money.zero(amount.currency()), by, reason);
    }

    private void ask(Payment payment, Money amount, Money owed, StaffId by, String reason) {
        if (amount.isZero() || amount.isNegative() || !amount.equals(amount.rounded())) {
            throw new Refused("payment.refused.amount", "amount", Map.of());
        }
        var available = available(payment);
        if (!available.isAtLeast(amount)) {
            throw new Refused("payment.refused.too-much", "amount", Map.of("available", available));
        }
        var why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why != null && why.length() > LONGEST_REASON) {
            throw new Refused("payment.refused.reason-long", "reason", Map.of("most", LONGEST_REASON));
        }
        var going = attempts.findByPaymentIdAndState(payment.id(), PaymentAttempt.State.OPEN);
        var left = amount;
        var leftOwed = owed;
        for (var kept : payment.kept()) {
            var there = kept.amount();
            for (var attempt : going) {
                if (attempt.kind() == PaymentAttempt.Kind.REFUND && kept.gateway().equals(attempt.gateway()) && kept.gatewayPayment() != null
                        && kept.gatewayPayment().equals(attempt.gatewayPayment())) {
                    there = there.minus(attempt.amount());
                }
            }
            var part = there.isAtLeast(left) ? left : there;
            if (part.isZero() || part.isNegative()) {
                continue;
            }
            var partOwed = part.isAtLeast(leftOwed) ? leftOwed : part;
            leftOwed = leftOwed.minus(partOwed);
            if (gateways.of(kept.gateway()).isPresent()) {
                attempts.save(new PaymentAttempt(payment, PaymentAttempt.Kind.REFUND, kept.gateway(), kept.gatewayPayment(), part, by, why, clock.instant()).conceding(partOwed));
            } else {
                // no machine can send it: it is written that it goes back, and staff send it by their bank
                book.record(payment, kept.gateway(), new Fact(Movement.REFUNDED, part, "refund:" + Ids.next(), kept.gatewayPayment(), null,
                        clock.instant(), null, true), by, why);
                book.concede(payment, partOwed);
            }
            left = left.minus(part);
        }
        if (!left.isZero()) {
            throw new Refused("payment.refused.too-much", "amount", Map.of("available", available));
        }
    }

    /** Sends what waits, soon and elsewhere. */
    void wake() {
        errands.wake();
    }

    /** Sends what was not touched for so long. */
    void send(Duration untouched) {
        errands.send(untouched);
    }
}
