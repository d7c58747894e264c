package app.regulars.payment;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PaymentAttemptRepository extends Repository<PaymentAttempt, UUID> {

    PaymentAttempt save(PaymentAttempt attempt);

    Optional<PaymentAttempt> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from PaymentAttempt a where a.id = :id")
    Optional<PaymentAttempt> lock(UUID id);

    Optional<PaymentAttempt> findFirstByGatewayAndGatewayPaymentAndKind(String gateway, String gatewayPayment, PaymentAttempt.Kind kind);

    List<PaymentAttempt> findByPaymentIdAndState(UUID paymentId, PaymentAttempt.State state);

    List<PaymentAttempt> findByPaymentIdOrderByAskedAt(UUID paymentId);

    @Query("select a.id from PaymentAttempt a where a.state = app.regulars.payment.PaymentAttempt.State.OPEN and a.kind = :kind and a.changedAt < :before order by a.changedAt")
    List<UUID> waiting(PaymentAttempt.Kind kind, Instant before, Limit limit);
}
