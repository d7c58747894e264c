package app.regulars.contracting;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ContractRepository extends Repository<Contract, UUID> {

    Contract save(Contract contract);

    Contract saveAndFlush(Contract contract);

    Optional<Contract> findByNumber(String number);

    /** A customer's own; another's is not there. */
    Optional<Contract> findByNumberAndCustomerId(String number, CustomerId customer);

    List<Contract> findTop100ByCustomerIdOrderByBeginsOnDesc(CustomerId customer);

    List<Contract> findByOwnerId(StaffId owner);

    @Query("select c.number from Contract c where c.leaving = false and c.remindOn <= :today and (c.remindedFor is null or c.remindedFor <> c.endsOn) order by c.remindOn limit 200")
    List<String> due(LocalDate today);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Contract c where c.number = :number")
    Optional<Contract> lock(String number);
}
