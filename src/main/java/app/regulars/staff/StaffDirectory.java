package app.regulars.staff;

import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Roles;
import java.time.Instant;
import java.util.Set;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: who works here, and as what. */
@Service
@Transactional(readOnly = true)
public class StaffDirectory {

    private final StaffRepository staff;

    StaffDirectory(StaffRepository staff) {
        this.staff = staff;
    }

    public Map<StaffId, StaffCard> cards(Collection<StaffId> ids) {
        return ids.isEmpty() ? Map.of()
                : staff.findByIdIn(ids.stream().distinct().map(StaffId::value).toList()).stream().collect(Collectors.toMap(StaffMember::id, StaffMember::card));
    }

    public Optional<StaffCard> find(StaffId id) {
        return staff.findById(id.value()).map(StaffMember::card);
    }

    public Optional<StaffCard> findByEmail(String email) {
        return EmailAddress.parse(email).flatMap(address -> staff.findByEmail(address.value())).map(StaffMember::card);
    }

    /** Everybody who is active, by name, at most 500. */
    public List<StaffCard> all() {
        return staff.findTop500ByActiveTrueOrderByName().stream().map(StaffMember::card).toList();
    }

    /** What the member may do now; empty for somebody who left or is suspended. */
    public Optional<StaffAccess> access(StaffId id) {
        return staff.findById(id.value()).filter(StaffMember::isActive).map(member -> new StaffAccess(member.id(), member.name(), Set.of(Roles.STAFF, member.role().authority())));
    }

    /** Makes a member, or answers the one of this address; for the demonstration and the first start of an empty shop. */
    @Transactional
    public StaffId engage(NewStaff person, Instant at) {
        return staff.findByEmail(EmailAddress.of(person.email()).value()).orElseGet(() -> staff.save(new StaffMember(person, at))).id();
    }

    /** Whether nobody works here yet. */
    public boolean isEmpty() {
        return !staff.existsByActiveTrue();
    }
}
