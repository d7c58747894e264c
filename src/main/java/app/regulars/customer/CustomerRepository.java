package app.regulars.customer;

import jakarta.persistence.LockModeType;
import app.regulars.platform.identity.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, UUID> {

    Customer save(Customer customer);

    void flush();

    Optional<Customer> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.id = :id")
    Optional<Customer> lock(UUID id);

    Optional<Customer> findByEmail(String email);

    Optional<Customer> findByNumber(String number);

    List<Customer> findByPhoneTail(String phoneTail, Limit limit);

    List<Customer> findByIdIn(Collection<UUID> ids);

    List<Customer> findByIdInAndMergedIntoIsNotNull(Collection<UUID> ids);

    List<Customer> findByMergedInto(CustomerId survivor);

    @Query("select c from Customer c where c.mergedInto is null and (:after is null or c.id > :after) order by c.id")
    List<Customer> after(UUID after, Limit limit);

    @Query("select c.id from Customer c order by c.id")
    List<UUID> ids(Limit limit);
}
