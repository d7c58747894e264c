package app.regulars.payment;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Something that we ask of a gateway. It is written before it is asked; its id is the key under which the gateway does it once. */
@Entity
@Table(name = "payment_attempt")
class PaymentAttempt {

    enum Kind {
        PAY, REFUND,
        /** Takes of what is kept, so that it is the amount in all. */
        CAPTURE,
        /** Lets go of what is kept. */
        VOID
    }

    enum State {
        /** Asked, or to be asked; no answer that ends it yet. */
        OPEN,
        DONE, REFUSED,
        /** Given up: another took its place. */
        DROPPED
    }

    @Id
    private UUID id;
    @Version
    private Integer version;
    private UUID paymentId;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private Kind kind;
    private String gateway;
    @Embedded
    private Money amount;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private State state;
    private String gatewayPayment;
    private String page;
    private String problem;
    private boolean closing;
    private BigDecimal conceded;
    private int tries;
    private Instant askedAt;
    private Instant changedAt;
    private StaffId staffId;
    private String reason;

    protected PaymentAttempt() {
    }

    /** @param gatewayPayment what a refund is for; null for a payment, which gets its name from the gateway */
    PaymentAttempt(Payment payment, Kind kind, String gateway, String gatewayPayment, Money amount, StaffId by, String reason, Instant at) {
        this.id = Ids.next();
        this.paymentId = payment.id();
        this.kind = kind;
        this.gateway = gateway;
        this.gatewayPayment = gatewayPayment;
        this.amount = amount;
        this.state = State.OPEN;
        this.staffId = by;
        this.reason = reason;
        this.askedAt = at;
        this.changedAt = at;
    }

    void opened(PaymentGateway.Opened opened, Instant at) {
        gatewayPayment = opened.gatewayPayment();
        page = opened.page();
        problem = null;
        changedAt = at;
    }

    /** It was asked and nobody knows what came of it. */
    void unanswered(Instant at) {
        tries++;
        problem = "unreachable";
        changedAt = at;
    }

    /** With it the rest of what is kept is let go. */
    PaymentAttempt closing() {
        closing = true;
        return this;
    }

    /** Of what goes back, so much was owed and is not asked for again. */
    PaymentAttempt conceding(Money owed) {
        conceded = owed.amount();
        return this;
    }

    /** Null where nobody said. */
    Money conceded() {
        return conceded == null ? null : Money.of(conceded, amount.currency());
    }

    boolean isClosing() {
        return closing;
    }

    int tries() {
        return tries;
    }

    /** Whether news of this kind ends it. */
    boolean isEndedBy(Movement news) {
        return switch (kind) {
            case PAY -> news != Movement.REFUNDED;
            case REFUND -> news == Movement.REFUNDED || news == Movement.FAILED;
            case CAPTURE -> news == Movement.CAPTURED || news == Movement.FAILED;
            case VOID -> news == Movement.VOIDED || news == Movement.FAILED;
        };
    }

    void end(State how, String why, Instant at) {
        if (state != State.DONE) {
            state = how;
            problem = why;
            changedAt = at;
        }
    }

    UUID id() {
        return id;
    }

    UUID payment() {
        return paymentId;
    }

    Kind kind() {
        return kind;
    }

    String gateway() {
        return gateway;
    }

    String gatewayPayment() {
        return gatewayPayment;
    }

    String page() {
        return page;
    }

    Money amount() {
        return amount;
    }

    State state() {
        return state;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    StaffId staff() {
        return staffId;
    }

    String reason() {
        return reason;
    }
}
