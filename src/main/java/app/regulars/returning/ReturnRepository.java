package app.regulars.returning;

import app.regulars.platform.identity.CustomerId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReturnRepository extends Repository<ReturnRequest, UUID> {

    ReturnRequest save(ReturnRequest request);

    ReturnRequest saveAndFlush(ReturnRequest request);

    Optional<ReturnRequest> findById(UUID id);

    Optional<ReturnRequest> findByNumber(String number);

    Optional<ReturnRequest> findByRequestKey(UUID key);

    /** A customer's own; another's is not there. */
    Optional<ReturnRequest> findByNumberAndCustomerId(String number, CustomerId customer);

    List<ReturnRequest> findTop200ByOrderIdOrderByOpenedAt(UUID order);

    List<ReturnRequest> findTop200ByOrderIdAndLineOrderByOpenedAt(UUID order, int line);

    /** Two who take the next step at once take it one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ReturnRequest r where r.number = :number")
    Optional<ReturnRequest> lock(String number);
}
