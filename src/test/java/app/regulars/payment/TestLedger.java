package app.regulars.payment;

import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.UUID;

/** A payment by itself, without a database or a gateway, moved as the gateways' news move it. */
public final class TestLedger {

    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    private final Payment payment;
    private Money authorized;
    private int count;

    public TestLedger(Money due, String method) {
        payment = new Payment(UUID.randomUUID(), "HL-1", due, method, null, AT);
        authorized = Money.zero(due.currency());
    }

    public void authorize(Money amount) {
        authorized = amount;
        payment.record("card", new Fact(Movement.AUTHORIZED, amount, "a", "p", null, AT, null, true), null, null, AT);
    }

    public void receive(Money amount) {
        payment.record("bank", new Fact(Movement.CAPTURED, amount, "c" + ++count, "b" + count, null, AT, null, true), null, null, AT);
    }

    /** As a gateway that takes up to so much in all, told twice. */
    public void earned(Money inAll, boolean last) {
        var stand = payment.stand();
        var asked = stand.amount().plus(stand.refunded());
        var more = (inAll.compareTo(asked) > 0 ? asked : inAll).minus(stand.captured());
        var part = more.compareTo(stand.held()) > 0 ? stand.held() : more;
        if (!part.isNegative() && !part.isZero()) {
            var fact = Fact.inAll(Movement.CAPTURED, payment.taken("card", "p").plus(part), "p", null, AT);
            payment.record("card", fact, null, null, AT);
            payment.record("card", fact, null, null, AT);
        }
        if (last) {
            letGo();
        }
    }

    private void letGo() {
        if (!payment.stand().held().isZero()) {
            var fact = Fact.inAll(Movement.VOIDED, authorized.minus(payment.taken("card", "p")), "p", null, AT);
            payment.record("card", fact, null, null, AT);
            payment.record("card", fact, null, null, AT);
        }
    }

    /** Of money that is owed. */
    public void refund(Money amount) {
        var over = payment.stand().refundable().minus(payment.stand().amount());
        back(amount);
        var owed = over.isNegative() ? amount : amount.minus(over);
        if (!owed.isNegative()) {
            payment.concede(owed, AT);
        }
    }

    private void back(Money amount) {
        var left = amount;
        for (var kept : payment.kept()) {
            var part = kept.amount().isAtLeast(left) ? left : kept.amount();
            if (!part.isZero()) {
                payment.record(kept.gateway(), new Fact(Movement.REFUNDED, part, "r" + ++count, kept.gatewayPayment(), null, AT, null, true), null, null, AT);
                left = left.minus(part);
            }
        }
        if (!left.isZero()) {
            throw new IllegalStateException("more than came in");
        }
    }

    /** It comes to something else; what is kept beyond what is asked for goes back. */
    public void change(Money worth) {
        payment.change(worth, AT);
        even();
    }

    /** Goods came back that were not paid. */
    public void concede(Money given) {
        payment.concede(given, AT);
        even();
    }

    private void even() {
        var over = payment.stand().refundable().minus(payment.stand().amount());
        if (!over.isZero() && !over.isNegative()) {
            back(over);
        }
    }

    public void cancel() {
        payment.cancel(AT);
        if (!payment.stand().refundable().isZero()) {
            back(payment.stand().refundable());
        }
        letGo();
    }

    public PaymentStand stand() {
        return payment.stand();
    }

    /** By the movements alone. */
    public boolean isBalanced() {
        var held = Money.zero(authorized.currency());
        var kept = Money.zero(authorized.currency());
        for (var entry : payment.entries()) {
            var amount = Money.of(entry.entryAmount(), authorized.currency());
            switch (entry.kind()) {
                case AUTHORIZED -> held = held.plus(amount);
                case VOIDED -> held = held.minus(amount);
                case CAPTURED -> {
                    held = "card".equals(entry.gateway()) ? held.minus(amount) : held;
                    kept = kept.plus(amount);
                }
                case REFUNDED -> kept = kept.minus(amount);
                case FAILED -> throw new IllegalStateException("nothing fails here");
            }
        }
        return held.equals(payment.stand().held()) && kept.equals(payment.stand().captured().minus(payment.stand().refunded())) && !held.isNegative() && !kept.isNegative();
    }
}
