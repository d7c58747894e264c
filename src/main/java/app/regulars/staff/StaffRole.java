package app.regulars.staff;

import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A set of permissions with a name. The manager's holds everything and always will. */
@Entity
@Table(name = "staff_role")
class StaffRole {

    private static final int LONGEST_NAME = 80;

    @Id
    private String code;
    @Version
    private Integer version;
    private String nameEn;
    private String nameFr;
    private boolean everything;
    private boolean shipped;
    @ElementCollection
    @CollectionTable(name = "staff_role_permission", joinColumns = @JoinColumn(name = "role_code"))
    @Column(name = "permission")
    private Set<String> permissions = new HashSet<>();

    protected StaffRole() {
    }

    /** @param code letters, digits and hyphens; not used by another */
    StaffRole(String code, RoleForm form) {
        this.code = code;
        write(form);
    }

    /** @throws Refused beside "nameEn", "nameFr" or "permissions" */
    final void write(RoleForm form) {
        nameEn = name(form.nameEn(), "nameEn");
        nameFr = name(form.nameFr(), "nameFr");
        if (everything) {
            return;
        }
        var wanted = new HashSet<>(form.permissions());
        wanted.retainAll(Permissions.codes());
        if (wanted.isEmpty()) {
            throw new Refused("staff.roles.empty", "permissions", Map.of());
        }
        permissions.retainAll(wanted);
        permissions.addAll(wanted);
    }

    static String name(String typed, String field) {
        return PersonTexts.bounded(PersonTexts.required(typed, "staff.roles.name.missing", field), LONGEST_NAME, field);
    }

    String code() {
        return code;
    }

    boolean isShipped() {
        return shipped;
    }

    boolean isEverything() {
        return everything;
    }

    /** In the order in which people read them. */
    Set<String> permissions() {
        return everything ? Permissions.codes() : new TreeSet<>(permissions);
    }

    RoleCard card(long members) {
        return new RoleCard(code, new Localized(nameEn, nameFr), everything, shipped, permissions(), members);
    }
}
