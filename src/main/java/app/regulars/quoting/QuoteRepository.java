package app.regulars.quoting;

import app.regulars.platform.identity.CustomerId;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface QuoteRepository extends Repository<Quote, UUID> {

    Quote save(Quote quote);

    Quote saveAndFlush(Quote quote);

    Optional<Quote> findById(UUID id);

    Optional<Quote> findByNumber(String number);

    Optional<Quote> findByRequestKey(UUID key);

    /** A customer's own; another's is not there. */
    Optional<Quote> findByNumberAndCustomerId(String number, CustomerId customer);

    /** Two who take the next step at once take it one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select q from Quote q where q.id = :id")
    Optional<Quote> lock(UUID id);
}
