package app.regulars.faq;

import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.staff.StaffCard;
import app.regulars.staff.StaffDirectory;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may write and approve help. */
@Component
class Editors {

    private final StaffDirectory staff;

    Editors(StaffDirectory staff) {
        this.staff = staff;
    }

    /** Everybody else who could read it, by name. */
    List<StaffCard> besides(StaffId somebody) {
        return staff.all().stream().filter(card -> !card.id().equals(somebody) && mayWrite(card.id())).toList();
    }

    boolean isAlone(StaffId by) {
        return besides(by).isEmpty();
    }

    boolean mayWrite(StaffId id) {
        return staff.access(id).filter(access -> access.roles().contains(Permissions.HELP_WRITE)).isPresent();
    }
}
