package app.regulars.approving;

import app.regulars.platform.identity.CustomerId;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApprovalRequestRepository extends Repository<ApprovalRequest, UUID> {

    ApprovalRequest save(ApprovalRequest request);

    Optional<ApprovalRequest> findByIdAndCompanyId(UUID id, CustomerId company);

    Optional<ApprovalRequest> findById(UUID id);

    Optional<ApprovalRequest> findByCheckoutKeyAndCompanyId(UUID key, CustomerId company);

    Optional<ApprovalRequest> findByOrderId(UUID order);

    List<ApprovalRequest> findTop100ByCompanyIdOrderByAskedAtDesc(CustomerId company);

    List<ApprovalRequest> findTop100ByCompanyIdAndPersonIdOrderByAskedAtDesc(CustomerId company, CustomerId person);

    List<ApprovalRequest> findTop200ByStatusInOrderByAskedAtDesc(Collection<RequestStatus> status);

    long countByCompanyIdAndStatus(CustomerId company, RequestStatus status);

    /** Two who decide at once decide one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ApprovalRequest r where r.id = :id and r.companyId = :company")
    Optional<ApprovalRequest> lock(UUID id, CustomerId company);
}
