package app.regulars.payment;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money that a bank keeps for us: takes a part when goods leave, lets the rest go. Written in the caller's transaction, on a locked payment, and done after it. */
@Component
class Holds {

    private final PaymentAttemptRepository attempts;
    private final Gateways gateways;
    private final Clock clock;

    Holds(PaymentAttemptRepository attempts, Gateways gateways, Clock clock) {
        this.attempts = attempts;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** What is kept, without what is on its way to us. */
    Money available(Payment payment) {
        return payment.stand().held().minus(coming(payment));
    }

    private Money coming(Payment payment) {
        return payment.holds().stream().map(hold -> target(payment, hold).minus(payment.taken(hold.gateway(), hold.gatewayPayment())))
                .reduce(payment.money(java.math.BigDecimal.ZERO), Money::plus);
    }

    /** What is taken of it, or is going to be. */
    private Money target(Payment payment, Payment.Kept hold) {
        return attempts.findByPaymentIdAndState(payment.id(), PaymentAttempt.State.OPEN).stream()
                .filter(attempt -> attempt.kind() == PaymentAttempt.Kind.CAPTURE && attempt.gateway().equals(hold.gateway()) && hold.gatewayPayment().equals(attempt.gatewayPayment()))
                .map(PaymentAttempt::amount).reduce(payment.taken(hold.gateway(), hold.gatewayPayment()), (most, each) -> each.compareTo(most) > 0 ? each : most);
    }

    /**
     * Goods for so much left by now in all: what is kept is taken up to it.
     *
     * @param last whether nothing more will leave, so that the rest is let go
     * @return whether there was anything to do
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean earn(Payment payment, Money inAll, boolean last) {
        var stand = payment.stand();
        var asked = stand.amount().plus(stand.refunded());
        // goods that came back before they were paid are not asked for
        var amount = (inAll.compareTo(asked) > 0 ? asked : inAll).minus(stand.captured()).minus(coming(payment));
        var taken = !amount.isZero() && !amount.isNegative() && take(payment, amount, last, null, null);
        return last && letGo(payment, null, null) || taken;
    }

    private boolean take(Payment payment, Money amount, boolean last, StaffId by, String reason) {
        var left = amount;
        var asked = false;
        for (var hold : payment.holds()) {
            var target = target(payment, hold);
            var there = hold.amount().minus(target.minus(payment.taken(hold.gateway(), hold.gatewayPayment())));
            var part = there.isAtLeast(left) ? left : there;
            if (part.isZero() || part.isNegative() || gateways.of(hold.gateway()).isEmpty()) {
                continue;
            }
            var attempt = new PaymentAttempt(payment, PaymentAttempt.Kind.CAPTURE, hold.gateway(), hold.gatewayPayment(), target.plus(part), by, reason, clock.instant());
            attempts.save(last ? attempt.closing() : attempt);
            left = left.minus(part);
            asked = true;
        }
        return asked;
    }

    /** Somebody says how much to take. @throws Refused beside "amount" */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Payment payment, Money amount, StaffId by, String reason) {
        var available = available(payment);
        if (amount.isZero() || amount.isNegative() || !amount.equals(amount.rounded())) {
            throw new Refused("payment.refused.amount", "amount", Map.of());
        }
        if (!available.isAtLeast(amount)) {
            throw new Refused("payment.refused.more-than-held", "amount", Map.of("available", available));
        }
        take(payment, amount, false, by, reason);
    }

    /** Lets go of all that is kept and not on its way to us. @return whether there was anything */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean letGo(Payment payment, StaffId by, String reason) {
        var open = attempts.findByPaymentIdAndState(payment.id(), PaymentAttempt.State.OPEN);
        var asked = false;
        for (var hold : payment.holds()) {
            var known = open.stream().anyMatch(attempt -> attempt.kind() == PaymentAttempt.Kind.VOID && attempt.gateway().equals(hold.gateway())
                    && hold.gatewayPayment().equals(attempt.gatewayPayment()));
            if (!known && gateways.of(hold.gateway()).isPresent()) {
                attempts.save(new PaymentAttempt(payment, PaymentAttempt.Kind.VOID, hold.gateway(), hold.gatewayPayment(), hold.amount(), by, reason, clock.instant()));
                asked = true;
            }
        }
        return asked;
    }
}
