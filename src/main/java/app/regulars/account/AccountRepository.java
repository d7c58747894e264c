package app.regulars.account;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, UUID> {

    Account save(Account account);

    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID id);

    Optional<Account> findByEmail(String email);

    Optional<Account> findByCustomerId(CustomerId customer);

    Optional<Account> findByStaffId(StaffId staff);

    List<Account> findByCustomerIdIn(Collection<CustomerId> customers);

    List<Account> findByStaffIdIn(Collection<StaffId> staff);
}
