package app.regulars.staff;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to roles. Nobody puts into a role, or takes from one, what they do not hold themselves. A change counts at once. */
@Service
@Transactional
@RolesAllowed(Permissions.ROLES_CHANGE)
public class RoleDesk {

    private static final int LONGEST_CODE = 50;

    private final StaffRoleRepository roles;
    private final StaffBook book;
    private final JdbcTemplate jdbc;
    private final AuditTrail audit;

    RoleDesk(StaffRoleRepository roles, StaffBook book, JdbcTemplate jdbc, AuditTrail audit) {
        this.roles = roles;
        this.book = book;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The shipped ones first, at most 200. */
    @RolesAllowed({Permissions.ROLES_CHANGE, Permissions.STAFF_CHANGE})
    @Transactional(readOnly = true)
    public List<RoleCard> list() {
        var members = new HashMap<String, Long>();
        jdbc.query("select r.role_code, count(*) from staff_member_role r join staff_member m on m.id = r.staff_id where m.active = true group by r.role_code", row -> {
            members.put(row.getString(1), row.getLong(2));
        });
        return roles.findTop200ByOrderByShippedDescNameEn().stream().map(role -> role.card(members.getOrDefault(role.code(), 0L))).toList();
    }

    /** What is wrong with the form, one refusal a field. */
    @Transactional(readOnly = true)
    public List<Refused> problems(RoleForm form) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> StaffRole.name(form.nameEn(), "nameEn"));
        Refused.collect(problems, () -> StaffRole.name(form.nameFr(), "nameFr"));
        return problems;
    }

    /** @return the new role's code @throws Refused for a form that is wrong, or a permission that the person does not hold */
    public String create(RoleForm form, StaffId by) {
        book.changing();
        var role = new StaffRole(code(form), form);
        refuseWhatIsNotHeld(role, by);
        roles.save(role);
        audit.changed(by, "role.created", "role", id(role), Change.of(form.nameEn()).to(fields(role)));
        return role.code();
    }

    /** @throws Refused as above; also for taking away what the person does not hold */
    public void change(String code, RoleForm form, StaffId by) {
        book.changing();
        var role = roles.findById(code).orElseThrow(NotFound::new);
        refuseWhatIsNotHeld(role, by);
        var before = fields(role);
        role.write(form);
        refuseWhatIsNotHeld(role, by);
        audit.changed(by, "role.changed", "role", id(role), Change.of(form.nameEn()).from(before).to(fields(role)));
    }

    /** @throws Refused for a shipped role, and for one that somebody has */
    public void delete(String code, StaffId by) {
        book.changing();
        var role = roles.findById(code).orElseThrow(NotFound::new);
        if (role.isShipped()) {
            throw new Refused("staff.roles.shipped");
        }
        if (jdbc.queryForObject("select count(*) from staff_member_role where role_code = ?", Long.class, code) > 0) {
            throw new Refused("staff.roles.used");
        }
        refuseWhatIsNotHeld(role, by);
        audit.changed(by, "role.deleted", "role", id(role), Change.of(role.card(0).name().en()).from(fields(role)));
        roles.delete(role);
    }

    private void refuseWhatIsNotHeld(StaffRole role, StaffId by) {
        if (!book.permissions(by).containsAll(role.permissions())) {
            throw new Refused("staff.roles.not-held", "permissions", Map.of());
        }
    }

    private String code(RoleForm form) {
        var plain = PersonTexts.plain(StaffRole.name(form.nameEn(), "nameEn")).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var base = plain.isEmpty() ? "role" : plain.substring(0, Math.min(LONGEST_CODE, plain.length()));
        var code = base;
        for (var number = 2; roles.existsById(code); number++) {
            code = base + "-" + number;
        }
        return code;
    }

    private static Map<String, Object> fields(StaffRole role) {
        var card = role.card(0);
        return Change.fields("nameEn", card.name().en(), "nameFr", card.name().fr(), "permissions",
                card.everything() ? "*" : String.join(", ", card.permissions()));
    }

    private static UUID id(StaffRole role) {
        return UUID.nameUUIDFromBytes(("role:" + role.code()).getBytes());
    }
}
