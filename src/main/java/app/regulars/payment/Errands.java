package app.regulars.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does at the gateways what was written down to be done there: giving back, taking what is kept, letting it go. Without an answer it is
 * asked again under the same key, so that it is done once.
 */
@Component
class Errands {

    private static final Logger log = LoggerFactory.getLogger(Errands.class);
    private static final int AT_ONCE = 50;

    private final PaymentAttemptRepository attempts;
    private final PaymentBook book;
    private final Gateways gateways;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();

    Errands(PaymentAttemptRepository attempts, PaymentBook book, Gateways gateways, TransactionTemplate transaction, Clock clock) {
        this.attempts = attempts;
        this.book = book;
        this.gateways = gateways;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does what waits, soon and elsewhere. */
    void wake() {
        executor.execute(() -> {
            try {
                send(Duration.ZERO);
            } catch (RuntimeException later) {
                log.warn("errands wait for the next round: {}", later.toString());
            }
        });
    }

    /** Does what was not touched for so long. */
    void send(Duration untouched) {
        var before = clock.instant().minus(untouched).plusMillis(untouched.isZero() ? 1_000 : 0);
        for (var kind : List.of(PaymentAttempt.Kind.CAPTURE, PaymentAttempt.Kind.VOID, PaymentAttempt.Kind.REFUND)) {
            attempts.waiting(kind, before, Limit.of(AT_ONCE)).forEach(this::send);
        }
    }

    private void send(UUID id) {
        var attempt = attempts.findById(id).filter(PaymentAttempt::isOpen).orElse(null);
        var gateway = attempt == null ? null : gateways.of(attempt.gateway()).orElse(null);
        if (gateway == null || attempt.kind() == PaymentAttempt.Kind.VOID && isStillTaking(attempt)) {
            return;
        }
        try {
            book.write(attempt.gateway(), switch (attempt.kind()) {
                case CAPTURE -> gateway.capture(id, attempt.gatewayPayment(), attempt.amount(), attempt.isClosing());
                case VOID -> gateway.cancel(id, attempt.gatewayPayment());
                case REFUND -> gateway.refund(id, attempt.gatewayPayment(), attempt.amount());
                case PAY -> List.of();
            });
            if (attempt.kind() != PaymentAttempt.Kind.REFUND) {
                // it was heard; how much is taken and kept by now is in what it said
                end(id);
            }
        } catch (PaymentGateway.GatewayUnreachable unclear) {
            transaction.executeWithoutResult(status -> attempts.lock(id).filter(PaymentAttempt::isOpen).ifPresent(found -> {
                found.unanswered(clock.instant());
                attempts.save(found);
            }));
        }
    }

    /** What is to be taken is taken before the rest is let go. */
    private boolean isStillTaking(PaymentAttempt attempt) {
        return attempts.findByPaymentIdAndState(attempt.payment(), PaymentAttempt.State.OPEN).stream().anyMatch(other -> other.kind() == PaymentAttempt.Kind.CAPTURE);
    }

    private void end(UUID id) {
        transaction.executeWithoutResult(status -> attempts.lock(id).filter(PaymentAttempt::isOpen).ifPresent(found -> {
            found.end(PaymentAttempt.State.DONE, null, clock.instant());
            attempts.save(found);
        }));
    }
}
