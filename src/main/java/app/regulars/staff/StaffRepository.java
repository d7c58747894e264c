package app.regulars.staff;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StaffRepository extends Repository<StaffMember, UUID> {

    StaffMember save(StaffMember member);

    Optional<StaffMember> findById(UUID id);

    Optional<StaffMember> findByEmail(String email);

    List<StaffMember> findByIdIn(Collection<UUID> ids);

    List<StaffMember> findTop500ByActiveTrueOrderByName();

    @Query("select distinct m from StaffMember m left join fetch m.roles order by m.active desc, m.name limit 500")
    List<StaffMember> everybody();

    boolean existsByActiveTrue();

    StaffMember saveAndFlush(StaffMember member);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from StaffMember m where m.id = :id")
    Optional<StaffMember> lock(UUID id);

    @Query("select count(m) from StaffMember m where m.active = true and exists (select 1 from StaffRole r where r.everything = true and r.code member of m.roles)")
    long countWhoMayDoEverything();
}
