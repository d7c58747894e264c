package app.regulars.customer;

import app.regulars.platform.identity.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerAddressRepository extends Repository<CustomerAddress, UUID> {

    CustomerAddress save(CustomerAddress address);

    void delete(CustomerAddress address);

    @Query("select a from CustomerAddress a where a.customerId = :customer order by a.isDefault desc, a.usedAt desc, a.id desc")
    List<CustomerAddress> of(CustomerId customer);

    @Query("select a from CustomerAddress a where a.isDefault = true and a.customerId in :customers")
    List<CustomerAddress> defaults(Collection<CustomerId> customers);

    List<CustomerAddress> findByCustomerIdIn(Collection<CustomerId> customers);

    Optional<CustomerAddress> findByIdAndCustomerId(UUID id, CustomerId customer);
}
