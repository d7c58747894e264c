package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrderRepository extends Repository<Order, UUID> {

    Order save(Order order);

    Order saveAndFlush(Order order);

    void flush();

    Optional<Order> findById(UUID id);

    Optional<Order> findByNumber(String number);

    Optional<Order> findByCheckoutKey(UUID checkoutKey);

    Optional<Order> findByTrackToken(String trackToken);

    /** A customer's own order; another's is not there. */
    Optional<Order> findByNumberAndCustomerId(String number, CustomerId customer);

    /** Two who take the next step at once take it one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.number = :number")
    Optional<Order> lock(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.id = :id")
    Optional<Order> lockById(UUID id);

    long countByCustomerIdAndKindAndStatusNotAndPlacedAtLessThanEqual(CustomerId customer, OrderKind kind, OrderStatus status, Instant at);
}
