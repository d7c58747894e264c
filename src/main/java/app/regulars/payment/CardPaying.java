package app.regulars.payment;

import app.regulars.platform.NotFound;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends somebody to a gateway's page, and asks the gateway what came of it. Nothing here holds a transaction while a gateway is asked:
 * what is asked is written first, the answer afterwards, and either may be repeated.
 */
@Service
public class CardPaying {

    private static final int AT_ONCE = 50;
    private static final int MOST_TURNS = 3;
    private static final Duration ASK_AGAIN = Duration.ofHours(1);

    private final PaymentRepository payments;
    private final PaymentAttemptRepository attempts;
    private final PaymentBook book;
    private final Gateways gateways;
    private final Shop shop;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CardPaying(PaymentRepository payments, PaymentAttemptRepository attempts, PaymentBook book, Gateways gateways, Shop shop, TransactionTemplate transaction, Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.book = book;
        this.gateways = gateways;
        this.shop = shop;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How going to the gateway's page ended. */
    public sealed interface Way {
    }

    /** @param address of the gateway's page */
    public record Page(String address) implements Way {
    }

    /** There is nothing to pay (any more). */
    public record NothingToPay() implements Way {
    }

    /** The gateway does not answer; nothing was lost, and it can be tried again. */
    public record Unreachable() implements Way {
    }

    /**
     * The page on which what is open can be paid. While one page waits it is the same page again; while nobody knows what came of an
     * earlier try there is no second one, so that nobody pays twice.
     *
     * @param back where the browser goes afterwards
     */
    public Way open(UUID reference, String back, Locale locale) {
        for (var turn = 0; turn < MOST_TURNS; turn++) {
            var attempt = transaction.execute(status -> begun(reference));
            if (attempt == null) {
                return new NothingToPay();
            }
            var gateway = gateways.of(attempt.gateway()).orElse(null);
            if (gateway == null) {
                return new Unreachable();
            }
            try {
                if (attempt.gatewayPayment() != null) {
                    book.write(gateway.code(), gateway.look(attempt.id(), attempt.gatewayPayment()));
                    var now = attempts.findById(attempt.id()).orElseThrow();
                    if (now.isOpen() && now.amount().equals(openAmount(reference))) {
                        return new Page(now.page());
                    }
                    if (now.isOpen()) {
                        book.write(gateway.code(), gateway.cancel(now.id(), now.gatewayPayment()));
                        drop(now.id());
                    }
                } else {
                    var label = payments.findByReference(reference).map(Payment::label).orElse("");
                    var opened = gateway.open(new PaymentGateway.Opening(attempt.id(), attempt.amount(), label, back, locale, "order".equals(shop.get("card-taken", "shipment"))));
                    transaction.executeWithoutResult(status -> attempts.lock(attempt.id()).ifPresent(found -> {
                        found.opened(opened, clock.instant());
                        attempts.save(found);
                    }));
                    return new Page(opened.page());
                }
            } catch (PaymentGateway.GatewayUnreachable unclear) {
                unanswered(attempt.id());
                return new Unreachable();
            }
        }
        return new NothingToPay();
    }

    /** Asks about what is open for the reference and writes the answer down. @return false when nobody answered */
    public boolean look(UUID reference) {
        var payment = payments.findByReference(reference).orElseThrow(NotFound::new);
        var answered = true;
        for (var attempt : attempts.findByPaymentIdAndState(payment.id(), PaymentAttempt.State.OPEN)) {
            answered &= look(attempt);
        }
        return answered;
    }

    /** Whether a try is open of which nobody knows yet what came of it. */
    public boolean isUnclear(UUID reference) {
        return payments.findByReference(reference).stream().flatMap(payment -> attempts.findByPaymentIdAndState(payment.id(), PaymentAttempt.State.OPEN).stream())
                .anyMatch(attempt -> attempt.kind() == PaymentAttempt.Kind.PAY && attempt.gatewayPayment() != null);
    }

    /** Asks about tries that nobody has told us of since then. */
    void reconcile(Instant untouchedSince) {
        for (var id : attempts.waiting(PaymentAttempt.Kind.PAY, untouchedSince, Limit.of(AT_ONCE))) {
            attempts.findById(id).ifPresent(this::look);
        }
    }

    /** Asks about money whose keeping is said to be over; what is still kept is asked about again after a while. */
    void watchHolds() {
        var now = clock.instant();
        for (var id : payments.heldUntil(now, Limit.of(AT_ONCE))) {
            for (var hold : transaction.execute(status -> payments.findById(id).orElseThrow().holds())) {
                try {
                    var gateway = gateways.of(hold.gateway()).orElse(null);
                    if (gateway != null) {
                        book.write(gateway.code(), gateway.look(null, hold.gatewayPayment()));
                    }
                } catch (PaymentGateway.GatewayUnreachable later) {
                    // asked again below, after a while
                }
            }
            transaction.executeWithoutResult(status -> payments.lock(id).ifPresent(found -> {
                found.keptOn(now.plus(ASK_AGAIN));
                payments.save(found);
            }));
        }
    }

    private boolean look(PaymentAttempt attempt) {
        var gateway = gateways.of(attempt.gateway()).orElse(null);
        if (gateway == null || attempt.kind() != PaymentAttempt.Kind.PAY || attempt.gatewayPayment() == null) {
            return gateway != null;
        }
        try {
            book.write(gateway.code(), gateway.look(attempt.id(), attempt.gatewayPayment()));
            return true;
        } catch (PaymentGateway.GatewayUnreachable unclear) {
            unanswered(attempt.id());
            return false;
        }
    }

    /** The try that is open, or a new one; null when there is nothing to pay. */
    private PaymentAttempt begun(UUID reference) {
        var payment = payments.lockByReference(reference).orElseThrow(NotFound::new);
        if (payment.isCanceled() || payment.stand().open().isZero()) {
            return null;
        }
        var open = attempts.findByPaymentIdAndState(payment.id(), PaymentAttempt.State.OPEN).stream().filter(attempt -> attempt.kind() == PaymentAttempt.Kind.PAY).findFirst();
        return open.orElseGet(() -> gateways.current().map(gateway -> attempts.save(
                new PaymentAttempt(payment, PaymentAttempt.Kind.PAY, gateway.code(), null, payment.stand().open(), null, null, clock.instant()))).orElse(null));
    }

    private Money openAmount(UUID reference) {
        return payments.findByReference(reference).orElseThrow(NotFound::new).stand().open();
    }

    private void unanswered(UUID attempt) {
        transaction.executeWithoutResult(status -> attempts.lock(attempt).filter(PaymentAttempt::isOpen).ifPresent(found -> {
            found.unanswered(clock.instant());
            attempts.save(found);
        }));
    }

    private void drop(UUID attempt) {
        transaction.executeWithoutResult(status -> attempts.lock(attempt).filter(PaymentAttempt::isOpen).ifPresent(found -> {
            found.end(PaymentAttempt.State.DROPPED, null, clock.instant());
            attempts.save(found);
        }));
    }
}
