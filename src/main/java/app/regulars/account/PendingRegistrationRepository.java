package app.regulars.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PendingRegistrationRepository extends Repository<PendingRegistration, UUID> {

    PendingRegistration save(PendingRegistration registration);

    Optional<PendingRegistration> findById(UUID id);

    Optional<PendingRegistration> findByTokenHash(String hash);
}
