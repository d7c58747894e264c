package app.regulars.staff;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface StaffRoleRepository extends Repository<StaffRole, String> {

    StaffRole save(StaffRole role);

    Optional<StaffRole> findById(String code);

    List<StaffRole> findTop200ByOrderByShippedDescNameEn();

    boolean existsById(String code);

    void delete(StaffRole role);
}
