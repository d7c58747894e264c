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
import org.springframework.data.domain.Pageable;
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
                i.lastMessageAt)
            from Inquiry i where i.customerId = :me order by i.lastMessageAt desc, i.number desc""")
    List<InquirySummary> ofCustomer(CustomerId me, Limit limit);

    List<Inquiry> findByCustomerIdAndOrderNumberOrderByOpenedAt(CustomerId me, String orderNumber, Limit limit);

    @Query("select i from Inquiry i where i.status in :status and (:pattern is null or lower(i.subject) like :pattern or lower(str(i.number)) like :pattern) "
            + "and i.assignee = :me order by i.dueAt nulls last, i.lastMessageAt")
    List<Inquiry> assignedTo(StaffId me, Collection<InquiryStatus> status, String pattern, Pageable page);

    @Query("select i from Inquiry i where i.status in :status and (:pattern is null or lower(i.subject) like :pattern or lower(str(i.number)) like :pattern) "
            + "and i.assignee is null order by i.dueAt nulls last, i.lastMessageAt")
    List<Inquiry> unassigned(Collection<InquiryStatus> status, String pattern, Pageable page);

    @Query("select i from Inquiry i where i.status in :status and (:pattern is null or lower(i.subject) like :pattern or lower(str(i.number)) like :pattern) "
            + "order by i.dueAt nulls last, i.lastMessageAt")
    List<Inquiry> all(Collection<InquiryStatus> status, String pattern, Pageable page);

    @Query("select i from Inquiry i where i.status in :status and (:pattern is null or lower(i.subject) like :pattern or lower(str(i.number)) like :pattern) "
            + "order by i.lastMessageAt desc")
    List<Inquiry> newest(Collection<InquiryStatus> status, String pattern, Pageable page);

    @Query("""
            select new app.regulars.inquiry.InquiryCounts(
                coalesce(sum(case when i.assignee = :me then 1 else 0 end), 0), coalesce(sum(case when i.assignee is null then 1 else 0 end), 0),
                count(i), coalesce(sum(case when i.status = app.regulars.inquiry.InquiryStatus.WAITING_FOR_CUSTOMER then 1 else 0 end), 0))
            from Inquiry i where i.status in :open""")
    InquiryCounts counts(StaffId me, Collection<InquiryStatus> open);

    long countByAssigneeAndStatusIn(StaffId assignee, Collection<InquiryStatus> status);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Inquiry i where i.assignee = :assignee and i.status in :status order by i.id")
    List<Inquiry> lockAssigned(StaffId assignee, Collection<InquiryStatus> status);

    @Modifying(flushAutomatically = true)
    @Query("update Inquiry i set i.assignee = :to where i.assignee = :from")
    void giveAll(StaffId from, StaffId to);

    long countByCustomerIdAndOpenedAtAfter(CustomerId customer, Instant since);

    List<Inquiry> findByCustomerIdOrderByOpenedAt(CustomerId customer, Limit limit);

}
