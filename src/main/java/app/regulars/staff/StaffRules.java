package app.regulars.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What holds for every change of a member of staff. */
@Component
class StaffRules {

    private static final int MOST_ROLES = 50;

    private final StaffRepository staff;
    private final StaffRoleRepository roles;
    private final StaffBook book;

    StaffRules(StaffRepository staff, StaffRoleRepository roles, StaffBook book) {
        this.staff = staff;
        this.roles = roles;
        this.book = book;
    }

    StaffMember active(StaffId id) {
        return staff.findById(id.value()).filter(StaffMember::isActive).orElseThrow(NotFound::new);
    }

    /** @throws Refused beside "roles" for none, or one that there is not */
    void known(Set<String> codes) {
        if (codes == null || codes.isEmpty() || codes.size() > MOST_ROLES || !codes.stream().allMatch(roles::existsById)) {
            throw new Refused("staff.role.missing", "roles", Map.of());
        }
    }

    /** Nobody gives, or rules over, more than they hold themselves. */
    void refuseMoreThanOwn(Set<String> codes, StaffId by) {
        var given = new HashSet<String>();
        codes.forEach(code -> roles.findById(code).ifPresent(role -> given.addAll(role.permissions())));
        if (!book.permissions(by).containsAll(given)) {
            throw new Refused("staff.more-than-own", "roles", Map.of());
        }
    }

    /** The caller has called {@link StaffBook#changing}, so that nobody else takes the role away in the same moment. */
    void keepSomebody() {
        if (staff.countWhoMayDoEverything() == 0) {
            throw new Refused("staff.last-manager");
        }
    }

    static Map<String, Object> fields(StaffMember member) {
        return Change.fields("name", member.name(), "roles", String.join(", ", member.roles()), "active", member.isActive());
    }
}
