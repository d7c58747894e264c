package app.regulars.payment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PaymentRepository extends Repository<Payment, UUID> {

    Payment save(Payment payment);

    Optional<Payment> findByReference(UUID reference);
}
