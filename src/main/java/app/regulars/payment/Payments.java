package app.regulars.payment;

import app.regulars.platform.money.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: begins payments and says how they stand. */
@Service
@Transactional
public class Payments {

    private final PaymentRepository payments;
    private final Clock clock;

    Payments(PaymentRepository payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Begins the payment of a reference, in the caller's transaction; again for the same reference changes nothing.
     *
     * @param method "invoice"
     * @param dueOn  the last day to pay, or null
     */
    public void begin(UUID reference, Money amount, String method, LocalDate dueOn) {
        if (payments.findByReference(reference).isEmpty()) {
            payments.save(new Payment(reference, amount, method, dueOn, clock.instant()));
        }
    }

    /** Nothing has to be paid for the reference any more. */
    public void cancel(UUID reference) {
        payments.findByReference(reference).ifPresent(payment -> payment.cancel(clock.instant()));
    }

    /** The money for the reference came in; again changes nothing. */
    public void received(UUID reference) {
        payments.findByReference(reference).ifPresent(payment -> payment.capture(clock.instant()));
    }

    @Transactional(readOnly = true)
    public Optional<PaymentStand> of(UUID reference) {
        return payments.findByReference(reference).map(Payment::stand);
    }
}
