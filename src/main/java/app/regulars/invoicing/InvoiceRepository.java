package app.regulars.invoicing;

import app.regulars.platform.identity.CustomerId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvoiceRepository extends Repository<Invoice, UUID> {

    Invoice saveAndFlush(Invoice invoice);

    Optional<Invoice> findByCause(String cause);

    Optional<Invoice> findByNumber(String number);

    Optional<Invoice> findByNumberAndCustomerId(String number, CustomerId customer);

    /** As they stand now, held until the transaction ends: two who credit the same invoice do so one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invoice i where i.orderId = :order order by i.seriesValue")
    List<Invoice> lockByOrder(UUID order);

    List<Invoice> findByOrderIdOrderByIssuedAt(UUID order);

    List<Invoice> findTop200ByCustomerIdOrderByIssuedAtDesc(CustomerId customer);
}
