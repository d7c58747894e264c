package app.regulars.payment;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.ui.Live;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what gateways and people say that happened, each thing once: whoever tells it, how often, and in whatever order. What
 * belongs to no payment of ours is kept apart until somebody has looked at it.
 */
@Component
class PaymentBook {

    private final PaymentRepository payments;
    private final PaymentAttemptRepository attempts;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PaymentBook(PaymentRepository payments, PaymentAttemptRepository attempts, JdbcTemplate jdbc, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Outside any transaction; each of them in one of its own, so that an answer that is told in halves is told again. */
    void write(String gateway, List<Fact> facts) {
        facts.forEach(fact -> {
            var attempt = attempt(gateway, fact).orElse(null);
            if (attempt == null) {
                stray(gateway, fact);
            } else {
                transaction.executeWithoutResult(status -> write(gateway, fact, attempt.payment(), attempt.id()));
            }
        });
    }

    /** The payment is locked before anything else is read, so that what is read is how it stands now. */
    private void write(String gateway, Fact fact, UUID of, UUID answered) {
        var payment = payments.lock(of).orElseThrow();
        var attempt = attempts.lock(answered).orElseThrow();
        var refund = fact.kind() == Movement.REFUNDED && attempt.kind() == PaymentAttempt.Kind.REFUND;
        var news = record(payment, gateway, fact, refund ? attempt.staff() : null, refund ? attempt.reason() : null);
        if (news && fact.kind() == Movement.REFUNDED && !payment.isCanceled()) {
            // what the gateway gave back by itself is taken for what somebody wanted to give
            var owed = refund ? attempt.conceded() : payment.owedOf(fact.amount());
            concede(payment, owed == null ? payment.owedOf(fact.amount()) : owed);
        }
        if (fact.ended() && attempt.isOpen() && attempt.isEndedBy(fact.kind())) {
            var refused = fact.kind() == Movement.FAILED || fact.kind() == Movement.VOIDED && attempt.kind() == PaymentAttempt.Kind.PAY;
            attempt.end(refused ? PaymentAttempt.State.REFUSED : PaymentAttempt.State.DONE, fact.problem(), clock.instant());
            attempts.save(attempt);
        }
    }

    private Optional<PaymentAttempt> attempt(String gateway, Fact fact) {
        var named = fact.attempt() == null ? Optional.<PaymentAttempt>empty() : attempts.findById(fact.attempt()).filter(found -> found.gateway().equals(gateway));
        return named.or(() -> fact.gatewayPayment() == null ? Optional.empty()
                : attempts.findFirstByGatewayAndGatewayPaymentAndKind(gateway, fact.gatewayPayment(), PaymentAttempt.Kind.PAY));
    }

    /** On a locked payment. @return whether it was news */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean record(Payment payment, String gateway, Fact fact, StaffId by, String reason) {
        if (!payment.record(gateway, fact, by, reason, clock.instant())) {
            return false;
        }
        payments.save(payment);
        switch (fact.kind()) {
            case CAPTURED -> events.publishEvent(new PaymentCaptured(payment.reference(), payment.isCovered(), fact.at()));
            case FAILED -> events.publishEvent(new PaymentDeclined(payment.reference(), fact.problem(), fact.at()));
            case REFUNDED -> events.publishEvent(new PaymentRefunded(payment.reference(), gateway + ":" + fact.externalId(), fact.amount().amount(), fact.amount().currency(),
                    reason, fact.at()));
            case AUTHORIZED -> events.publishEvent(new PaymentAuthorized(payment.reference(), payment.isCovered(), fact.at()));
            case VOIDED -> {
                // how it stands is all there is to it
            }
        }
        tell(payment);
        return true;
    }

    /** On a locked payment. */
    void concede(Payment payment, Money given) {
        if (!given.isZero()) {
            payment.concede(given, clock.instant());
            payments.save(payment);
        }
    }

    void tell(Payment payment) {
        Live.changed("payments", "payment:" + payment.reference(), "order:" + payment.reference(), "orders");
    }

    private void stray(String gateway, Fact fact) {
        if (fact.kind() != Movement.CAPTURED && fact.kind() != Movement.REFUNDED) {
            return;
        }
        try {
            jdbc.update("insert into payment_stray (id, version, gateway, external_id, kind, amount, currency, happened_at, recorded_at) values (?, 0, ?, ?, ?, ?, ?, ?, ?) "
                    + "on duplicate key update version = version", Columns.bytes(Ids.next()), gateway, fact.externalId(), fact.kind().name(), fact.amount().amount(),
                    fact.amount().currency(), Columns.utc(fact.at()), Columns.utc(clock.instant()));
        } catch (DuplicateKeyException known) {
            // told of before
        }
    }
}
