package app.regulars.staff;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface StaffRepository extends Repository<StaffMember, UUID> {

    StaffMember save(StaffMember member);

    Optional<StaffMember> findById(UUID id);

    Optional<StaffMember> findByEmail(String email);

    List<StaffMember> findByIdIn(Collection<UUID> ids);

    List<StaffMember> findTop500ByActiveTrueOrderByName();

    List<StaffMember> findTop500ByOrderByActiveDescNameAsc();

    long countByActiveTrueAndRole(StaffRole role);

    boolean existsByActiveTrue();
}
