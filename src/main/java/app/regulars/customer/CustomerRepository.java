package app.regulars.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, UUID> {

    Optional<Customer> findById(UUID id);

    Optional<Customer> findByEmail(String email);

    Optional<Customer> findByNumber(String number);

    List<Customer> findByIdIn(Collection<UUID> ids);

    /** @param like a pattern in which % stands for anything; its own % and _ are escaped by ! */
    @Query("select c from Customer c where c.searchText like :like escape '!' order by c.joinedAt desc, c.id desc")
    List<Customer> search(String like, Pageable page);

    @Query("select count(c) from Customer c where c.searchText like :like escape '!'")
    long count(String like);

    @Query("select c.id from Customer c order by c.id")
    List<UUID> ids(Limit limit);
}
