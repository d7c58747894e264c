package app.regulars.ordering;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CartRepository extends Repository<Cart, UUID> {

    Cart save(Cart cart);

    void delete(Cart cart);

    @Query("select c from Cart c left join fetch c.lines where c.ownerKey = :ownerKey")
    Optional<Cart> findByOwnerKey(String ownerKey);

    /** Whoever asks second waits until the first is done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Cart c where c.id = :id")
    Optional<Cart> lock(UUID id);

    @Query("select c.id from Cart c where c.ownerKey = :ownerKey")
    Optional<UUID> idOf(String ownerKey);
}
