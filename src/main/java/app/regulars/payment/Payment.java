package app.regulars.payment;

import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is to be paid for a reference, and every movement of money for it. How it stands follows from the movements, in whatever order they became known. */
@Entity
@Table(name = "payment")
class Payment {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private UUID reference;
    private String label;
    private String method;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private PaymentStatus status;
    @Embedded
    private Money amount;
    private BigDecimal captured;
    private BigDecimal refunded;
    private BigDecimal held;
    private BigDecimal conceded;
    private Instant heldUntil;
    private String problem;
    private LocalDate dueOn;
    private Instant begunAt;
    private Instant changedAt;
    private Instant canceledAt;
    @ElementCollection
    @CollectionTable(name = "payment_entry", joinColumns = @JoinColumn(name = "payment_id"))
    @OrderColumn(name = "position")
    private List<Entry> entries = new ArrayList<>();

    /** One movement, as it was told of. */
    @Embeddable
    record Entry(@Enumerated(EnumType.STRING) @Column(columnDefinition = "varchar(12)") Movement kind, BigDecimal entryAmount, String gateway, String gatewayPayment,
                 String externalId, String problem, Instant happenedAt, Instant recordedAt, StaffId staffId, String reason) {
    }

    protected Payment() {
    }

    Payment(UUID reference, String label, Money amount, String method, LocalDate dueOn, Instant at) {
        this.id = Ids.next();
        this.reference = reference;
        this.label = label;
        this.amount = amount;
        this.method = method;
        this.dueOn = dueOn;
        this.captured = BigDecimal.ZERO;
        this.refunded = BigDecimal.ZERO;
        this.held = BigDecimal.ZERO;
        this.conceded = BigDecimal.ZERO;
        this.begunAt = at;
        follow(at);
    }

    /** Nothing has to be paid any more; what was paid already stays written. */
    void cancel(Instant at) {
        if (canceledAt == null) {
            canceledAt = at;
            follow(at);
        }
    }

    /** What is asked for something of this worth: what was given away of it before stays given. */
    Money asked(Money worth) {
        var asked = worth.minus(money(conceded));
        return asked.isNegative() ? money(BigDecimal.ZERO) : asked;
    }

    /** What the reference comes to, as far as it is known here. */
    Money worth() {
        return amount.plus(money(conceded));
    }

    /** The reference comes to something else in all, because the order was changed. */
    void change(Money worth, Instant at) {
        amount = asked(worth);
        follow(at);
    }

    /** Less is asked for than the reference comes to, and that for good. */
    void concede(Money given, Instant at) {
        conceded = conceded.add(given.amount());
        var less = amount.minus(given);
        amount = less.isNegative() ? money(BigDecimal.ZERO) : less;
        follow(at);
    }

    /** Of money that went back just now, what was owed: it is not asked for again. What was too much was not owed. */
    Money owedOf(Money wentBack) {
        var lacking = amount.minus(money(captured.subtract(refunded)));
        return lacking.isNegative() ? money(BigDecimal.ZERO) : wentBack.isAtLeast(lacking) ? lacking : wentBack;
    }

    /** Another way to pay, as long as nothing came in. */
    void choose(String other, LocalDate due, Instant at) {
        if (captured.signum() > 0 || held.signum() > 0) {
            throw new Refused("payment.refused.paid");
        }
        method = other;
        dueOn = due;
        problem = null;
        follow(at);
    }

    /** @return whether it was news; what is known already changes nothing */
    boolean record(String gateway, Fact fact, StaffId by, String reason, Instant at) {
        if (!fact.amount().currency().equals(amount.currency())) {
            throw new IllegalArgumentException("paid in another currency");
        }
        if (fact.externalId() != null
                && entries.stream().anyMatch(entry -> entry.kind() == fact.kind() && entry.gateway().equals(gateway) && fact.externalId().equals(entry.externalId()))) {
            return false;
        }
        var moved = fact.amount().amount();
        if (fact.whole()) {
            moved = moved.subtract(sum(fact.kind(), gateway, fact.gatewayPayment()));
            if (moved.signum() <= 0) {
                return false;
            }
        }
        if (fact.kind() == Movement.AUTHORIZED) {
            heldUntil = fact.until();
        }
        entries.add(new Entry(fact.kind(), moved, gateway, fact.gatewayPayment(), fact.externalId(), fact.problem(), fact.at(), at, by, reason));
        follow(at);
        return true;
    }

    /** The one place that says how it stands. */
    private void follow(Instant at) {
        changedAt = at;
        captured = sum(Movement.CAPTURED);
        refunded = sum(Movement.REFUNDED);
        var kept = captured.subtract(refunded);
        held = holds().stream().map(hold -> hold.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        heldUntil = held.signum() > 0 ? heldUntil : null;
        var failed = !entries.isEmpty() && entries.getLast().kind() == Movement.FAILED;
        problem = failed ? entries.getLast().problem() : captured.signum() > 0 || held.signum() > 0 ? null : problem;
        if (captured.signum() > 0 && kept.signum() <= 0) {
            status = PaymentStatus.REFUNDED;
        } else if (canceledAt != null) {
            status = captured.signum() == 0 ? PaymentStatus.VOIDED : refunded.signum() > 0 ? PaymentStatus.PARTLY_REFUNDED : PaymentStatus.CAPTURED;
        } else if (captured.signum() > 0 && refunded.signum() > 0) {
            status = PaymentStatus.PARTLY_REFUNDED;
        } else if (captured.compareTo(amount.amount()) >= 0) {
            status = PaymentStatus.CAPTURED;
        } else if (captured.add(held).compareTo(amount.amount()) >= 0) {
            status = PaymentStatus.AUTHORIZED;
        } else if (captured.add(held).signum() > 0) {
            status = PaymentStatus.PARTLY_PAID;
        } else {
            status = problem != null ? PaymentStatus.DECLINED : PaymentStatus.PENDING;
        }
    }

    private BigDecimal sum(Movement kind, String gateway, String gatewayPayment) {
        return entries.stream().filter(entry -> entry.kind() == kind && entry.gateway().equals(gateway) && java.util.Objects.equals(entry.gatewayPayment(), gatewayPayment))
                .map(Entry::entryAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By gateway and its payment, what is kept for us and neither taken nor let go, the oldest first. */
    List<Kept> holds() {
        return entries.stream().filter(entry -> entry.kind() == Movement.AUTHORIZED).map(entry -> List.of(entry.gateway(), entry.gatewayPayment())).distinct()
                .map(key -> new Kept(key.get(0), key.get(1), money(sum(Movement.AUTHORIZED, key.get(0), key.get(1)).subtract(sum(Movement.VOIDED, key.get(0), key.get(1)))
                        .subtract(sum(Movement.CAPTURED, key.get(0), key.get(1)))))).filter(hold -> hold.amount().amount().signum() > 0).toList();
    }

    /** What was taken of one of the gateway's payments by now in all. */
    Money taken(String gateway, String gatewayPayment) {
        return money(sum(Movement.CAPTURED, gateway, gatewayPayment));
    }

    private BigDecimal sum(Movement kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).map(Entry::entryAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By gateway and its payment, what came in by it and did not go back, the oldest first; gateway "hand" has no payments of its own. */
    List<Kept> kept() {
        var kept = new HashMap<List<String>, BigDecimal>();
        var order = new ArrayList<List<String>>();
        for (var entry : entries) {
            if (entry.kind() == Movement.CAPTURED || entry.kind() == Movement.REFUNDED) {
                var key = new ArrayList<String>();
                key.add(entry.gateway());
                key.add(entry.gatewayPayment());
                if (!kept.containsKey(key)) {
                    order.add(key);
                }
                kept.merge(key, entry.kind() == Movement.CAPTURED ? entry.entryAmount() : entry.entryAmount().negate(), BigDecimal::add);
            }
        }
        return order.stream().filter(key -> kept.get(key).signum() > 0).map(key -> new Kept(key.get(0), key.get(1), money(kept.get(key)))).toList();
    }

    record Kept(String gateway, String gatewayPayment, Money amount) {
    }

    PaymentStand stand() {
        return new PaymentStand(method, status, amount, dueOn, money(captured), money(refunded), money(held), heldUntil, money(conceded), problem, canceledAt != null);
    }

    /** Whether what was asked for came in (or nothing is asked for any more). */
    boolean isCovered() {
        return captured.subtract(refunded).add(held).compareTo(amount.amount()) >= 0;
    }

    /** It was asked whether it is still kept, and it was. */
    void keptOn(Instant askAgain) {
        if (held.signum() > 0) {
            heldUntil = askAgain;
        }
    }

    boolean isCanceled() {
        return canceledAt != null;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    UUID id() {
        return id;
    }

    UUID reference() {
        return reference;
    }

    String label() {
        return label == null ? "" : label;
    }

    Money money(BigDecimal value) {
        return Money.of(value, amount.currency());
    }

    Map<String, Object> fields() {
        return Map.of("status", status, "captured", money(captured).toString(), "refunded", money(refunded).toString());
    }
}
