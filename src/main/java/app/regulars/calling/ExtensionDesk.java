package app.regulars.calling;

import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.staff.StaffDirectory;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to who is called at which extension. */
@Service
@RolesAllowed(Permissions.STAFF_CHANGE)
public class ExtensionDesk {

    private static final int MOST = 5;

    private final Extensions extensions;
    private final StaffDirectory staff;
    private final AuditTrail audit;

    ExtensionDesk(Extensions extensions, StaffDirectory staff, AuditTrail audit) {
        this.extensions = extensions;
        this.staff = staff;
        this.audit = audit;
    }

    /** What each is called at, with commas between several. */
    @Transactional(readOnly = true)
    @RolesAllowed(Permissions.STAFF_CHANGE)
    public Map<StaffId, String> all() {
        return extensions.all();
    }

    /**
     * Says where somebody is called from now on.
     *
     * @param typed extensions or whole numbers with commas between them, at most five; blank for none
     * @throws Refused for what is no number, or is another's
     */
    @Transactional
    @RolesAllowed(Permissions.STAFF_CHANGE)
    public void set(StaffId of, String typed, StaffId by) {
        staff.stays(of);
        var wanted = new LinkedHashSet<String>();
        for (var part : Arrays.stream((typed == null ? "" : typed).split("[,;\n]")).map(String::strip).filter(part -> !part.isEmpty()).toList()) {
            wanted.add(extensions.normal(part).orElseThrow(() -> new Refused("calling.extension.wrong", "extension", Map.of())));
        }
        if (wanted.size() > MOST) {
            throw new Refused("calling.extension.many", "extension", Map.of("most", MOST));
        }
        for (var extension : wanted) {
            var holder = extensions.holder(extension).filter(other -> !other.equals(of));
            if (holder.isPresent()) {
                throw new Refused("calling.extension.taken", "extension", Map.of("extension", extension, "name", staff.names(List.of(holder.get())).getOrDefault(holder.get(), "")));
            }
        }
        extensions.clear(of);
        wanted.forEach(extension -> extensions.add(of, extension));
        audit.changed(by, "extension.changed", "staff", of.value(), Change.of(null).to(Change.fields("extension", String.join(", ", wanted))));
    }
}
