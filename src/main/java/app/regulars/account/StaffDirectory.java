package app.regulars.account;

import app.regulars.platform.address.EmailAddress;
import app.regulars.platform.identity.StaffId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: who works here. */
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
}
