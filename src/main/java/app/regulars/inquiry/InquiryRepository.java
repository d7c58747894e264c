package app.regulars.inquiry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.LockModeType;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InquiryRepository extends Repository<Inquiry, UUID> {

    Inquiry saveAndFlush(Inquiry inquiry);

    Optional<Inquiry> findByNumber(InquiryNumber number);

    Optional<Inquiry> findById(UUID id);

    Optional<Inquiry> findByIdAndCustomerId(UUID id, CustomerId me);

    /** Two who act on it at once act one after the other, so that the second sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Inquiry i where i.number = :number")
    Optional<Inquiry> lock(InquiryNumber number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Inquiry i where i.id = :id")
    Optional<Inquiry> lockById(UUID id);

    Optional<Inquiry> findByNumberAndCustomerId(InquiryNumber number, CustomerId me);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Inquiry i where i.number = :number and i.customerId = :me")
    Optional<Inquiry> lockMine(InquiryNumber number, CustomerId me);

    @Query("""
            select new app.regulars.inquiry.InquirySummary(i.number, i.subject, i.status, i.orderNumber, i.productHandle, i.openedAt,
                i.lastMessageAt, i.version)
            from Inquiry i where i.customerId = :me and (:only is null or i.askedBy = :only) and i.mergedInto is null order by i.lastMessageAt desc, i.number desc""")
    List<InquirySummary> ofCustomer(CustomerId me, CustomerId only, Limit limit);

    List<Inquiry> findByCustomerIdAndOrderNumberAndMergedIntoIsNullOrderByOpenedAt(CustomerId me, String orderNumber, Limit limit);

    @Query("select i.id from Inquiry i where i.snoozedUntil <= :now order by i.snoozedUntil")
    List<UUID> snoozedUntil(Instant now, Limit limit);

    /** Leaves the version alone, for nothing that anybody reads has changed. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update Inquiry i set i.dueAt = :due, i.queueAt = :place where i.id = :id")
    void due(UUID id, Instant due, Instant place);

    List<Inquiry> findByMergedInto(InquiryId inquiry);

    List<Inquiry> findByMergedIntoIn(Collection<InquiryId> inquiries);

    long countByAssigneeAndStatusIn(StaffId assignee, Collection<InquiryStatus> status);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Inquiry i where i.assignee = :assignee and i.status in :status order by i.id")
    List<Inquiry> lockAssigned(StaffId assignee, Collection<InquiryStatus> status);

    @Modifying(flushAutomatically = true)
    @Query("update Inquiry i set i.assignee = :to where i.assignee = :from")
    void giveAll(StaffId from, StaffId to);

    long countByCustomerIdAndOpenedAtAfter(CustomerId customer, Instant since);

    List<Inquiry> findByCustomerIdOrderByOpenedAt(CustomerId customer, Limit limit);

    @Query("select i from Inquiry i where i.openedAt >= :since order by i.openedAt desc, i.id")
    List<Inquiry> openedSince(Instant since, Limit limit);
}
