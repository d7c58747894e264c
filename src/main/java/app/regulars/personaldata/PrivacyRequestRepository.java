package app.regulars.personaldata;

import app.regulars.platform.identity.CustomerId;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PrivacyRequestRepository extends Repository<PrivacyRequest, UUID> {

    PrivacyRequest saveAndFlush(PrivacyRequest request);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from PrivacyRequest r where r.id = :id")
    Optional<PrivacyRequest> lock(UUID id);

    Optional<PrivacyRequest> findByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from PrivacyRequest r where r.number = :number")
    Optional<PrivacyRequest> lock(String number);

    List<PrivacyRequest> findByCustomerIdOrderByAskedAtDesc(CustomerId me, Limit limit);

    List<PrivacyRequest> findByStateInOrderByDueAt(Collection<RequestState> states, Limit limit);

    List<PrivacyRequest> findByStateInOrderByClosedAtDesc(Collection<RequestState> states, Limit limit);

    List<PrivacyRequest> findByKindAndState(RequestKind kind, RequestState state, Limit limit);

    Optional<PrivacyRequest> findFirstByCustomerIdAndKindAndStateIn(CustomerId me, RequestKind kind, Collection<RequestState> states);

    long countByCustomerIdAndStateIn(CustomerId me, Collection<RequestState> states);
}
