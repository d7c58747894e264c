package app.regulars.payment;

import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.AfterCommit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: begins payments, says how they stand, gives back. Never asks a gateway itself. */
@Service
@Transactional
public class Payments {

    private final PaymentRepository payments;
    private final PaymentBook book;
    private final Refunds refunds;
    private final Holds holds;
    private final PaymentMethods methods;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payments(PaymentRepository payments, PaymentBook book, Refunds refunds, Holds holds, PaymentMethods methods, ApplicationEventPublisher events,
             Clock clock) {
        this.payments = payments;
        this.book = book;
        this.refunds = refunds;
        this.holds = holds;
        this.methods = methods;
        this.events = events;
        this.clock = clock;
    }

    /** As below, without words for the customer's bank statement. */
    public void begin(UUID reference, Money amount, String method, LocalDate dueOn) {
        begin(reference, null, amount, method, dueOn);
    }

    /**
     * Begins the payment of a reference, in the caller's transaction; again for the same reference changes nothing.
     *
     * @param label  what the person who pays knows it by, such as the number of an order
     * @param method "invoice", "card" or "transfer"
     * @param dueOn  the last day to pay, or null
     */
    public void begin(UUID reference, String label, Money amount, String method, LocalDate dueOn) {
        if (payments.findByReference(reference).isEmpty()) {
            first(reference, label, amount, method, dueOn);
        }
    }

    /** As above, of a reference that is new: nobody has begun its payment. */
    public PaymentStand first(UUID reference, String label, Money amount, String method, LocalDate dueOn) {
        return payments.save(new Payment(reference, label, amount, method, dueOn, clock.instant())).stand();
    }

    /** The ways to pay that are offered, in the order in which they are shown. */
    public java.util.List<String> methods() {
        return methods.offered();
    }

    /** Nothing has to be paid for the reference any more; what came in goes back, what a bank keeps is let go. */
    public void cancel(UUID reference) {
        payments.lockByReference(reference).ifPresent(payment -> {
            payment.cancel(clock.instant());
            payments.save(payment);
            refunds.all(payment, null, null);
            holds.letGo(payment, null, null);
            AfterCommit.run(refunds::wake);
        });
    }

    /**
     * Goods for so much left by now in all: what a bank keeps for us is taken up to it. Again changes nothing, nor does a smaller sum
     * that is told late.
     *
     * @param last whether nothing more will leave; the rest of what is kept is let go
     */
    public void earned(UUID reference, Money inAll, boolean last) {
        payments.lockByReference(reference).ifPresent(payment -> {
            if (holds.earn(payment, inAll, last)) {
                AfterCommit.run(refunds::wake);
            }
        });
    }

    /** Held until the caller's transaction ends, for those who read how it stands and then change it. */
    public void hold(UUID reference) {
        payments.lockByReference(reference);
    }

    /**
     * The reference comes to something else in all; what was conceded of it stays conceded, and what came in beyond the rest goes back.
     * Again the same changes nothing.
     */
    public void change(UUID reference, Money worth) {
        payments.lockByReference(reference).ifPresent(payment -> {
            var before = payment.stand();
            if (!before.amount().equals(payment.asked(worth))) {
                var over = refunds.beyond(payment, worth);
                payment.change(worth, clock.instant());
                changed(payment, before, over);
            }
        });
    }

    /** Less is asked for than the reference comes to, however it is changed afterwards; what came in beyond it goes back. */
    public void concede(UUID reference, Money given) {
        payments.lockByReference(reference).ifPresent(payment -> {
            var before = payment.stand();
            payment.concede(given, clock.instant());
            changed(payment, before, refunds.beyond(payment, payment.worth()));
        });
    }

    private void changed(Payment payment, PaymentStand before, Money over) {
        payments.save(payment);
        if (before.amount().compareTo(payment.stand().amount()) > 0) {
            events.publishEvent(new PaymentLowered(payment.reference(), clock.instant()));
        }
        if (!over.isZero()) {
            refunds.ask(payment, over, null, null);
            AfterCommit.run(refunds::wake);
        }
        book.tell(payment);
    }

    /** The money for the reference came in by hand; again changes nothing. */
    public void received(UUID reference) {
        payments.lockByReference(reference).ifPresent(payment -> {
            var open = payment.stand().open();
            if (!open.isZero()) {
                book.record(payment, "hand", new Fact(Movement.CAPTURED, open, "all:" + payment.id(), null, null, clock.instant(), null, true), null, null);
            }
        });
    }

    /** The customer pays in another way; nothing of it may be there yet. */
    public void choose(UUID reference, String method, LocalDate dueOn) {
        payments.lockByReference(reference).ifPresent(payment -> {
            payment.choose(method, dueOn, clock.instant());
            payments.save(payment);
            book.tell(payment);
        });
    }

    /**
     * Gives money back, as far as there is any; what was paid by card goes back to the card. What was owed of it is not asked for again.
     *
     * @param reason shown to nobody but staff, or null
     * @throws app.regulars.platform.Refused when it is more than what came in and did not go back
     */
    public void refund(UUID reference, Money amount, String reason) {
        var payment = payments.lockByReference(reference).orElseThrow(app.regulars.platform.NotFound::new);
        refunds.give(payment, amount, null, reason);
        AfterCommit.run(refunds::wake);
    }

    @Transactional(readOnly = true)
    public Optional<PaymentStand> of(UUID reference) {
        return payments.findByReference(reference).map(Payment::stand);
    }
}
