package app.regulars.payment;

import app.regulars.platform.id.Ids;
import app.regulars.platform.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What is to be paid for a reference. */
@Entity
@Table(name = "payment")
class Payment {

    @Id
    private UUID id;
    @Version
    private Integer version;
    private UUID reference;
    private String method;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private PaymentStatus status;
    @Embedded
    private Money amount;
    private LocalDate dueOn;
    private Instant begunAt;
    private Instant changedAt;

    protected Payment() {
    }

    Payment(UUID reference, Money amount, String method, LocalDate dueOn, Instant at) {
        this.id = Ids.next();
        this.reference = reference;
        this.amount = amount;
        this.method = method;
        this.dueOn = dueOn;
        this.status = PaymentStatus.PENDING;
        this.begunAt = at;
        this.changedAt = at;
    }

    /** Nothing has to be paid any more; what was paid already stays as it is. */
    void cancel(Instant at) {
        if (status == PaymentStatus.PENDING) {
            status = PaymentStatus.VOIDED;
            changedAt = at;
        }
    }

    /** The money came in; nothing comes in for what was voided. */
    void capture(Instant at) {
        if (status == PaymentStatus.PENDING) {
            status = PaymentStatus.CAPTURED;
            changedAt = at;
        }
    }

    PaymentStand stand() {
        return new PaymentStand(method, status, amount, dueOn);
    }
}
