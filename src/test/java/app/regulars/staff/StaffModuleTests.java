package app.regulars.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Roles;
import app.regulars.platform.security.StaffStanding;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** Who works here and what they may do, through the doors. */
@RegularsTest
@WithStaff
class StaffModuleTests {

    @Autowired
    StaffDesk desk;
    @Autowired
    RoleDesk roles;
    @Autowired
    Suspension suspension;
    @Autowired
    StaffDirectory directory;
    @Autowired
    StaffStanding standing;
    @Autowired
    JdbcTemplate jdbc;

    StaffId priya;
    StaffId ellen;

    @BeforeEach
    void people() {
        priya = engage("priya", Permissions.MANAGER);
        ellen = engage("ellen", Permissions.AGENT);
    }

    private StaffId engage(String name, String... codes) {
        return directory.engage(new NewStaff(name, name + "-" + UUID.randomUUID() + "@harbourline.example", Set.of(codes), List.of("en"), null), Instant.EPOCH);
    }

    @Test
    void shippedRolesHoldWhatTheCodeGivesThem() {
        for (var role : roles.list()) {
            var expected = role.code().equals(Permissions.MANAGER) ? Permissions.codes()
                    : Permissions.ALL.stream().filter(permission -> permission.shipped().contains(role.code())).map(Permissions.Permission::code).collect(java.util.stream.Collectors.toSet());
            if (role.shipped()) {
                assertThat(role.permissions()).as(role.code()).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
        assertThat(roles.list()).extracting(RoleCard::code).contains("agent", "warehouse", "manager", "privacy-officer");
    }

    @Test
    void aChangeOfRolesCountsAtOnce() {
        assertThat(standing.of(ellen).orElseThrow().roles()).contains(Roles.STAFF, Permissions.INQUIRIES_ANSWER).doesNotContain(Permissions.STOCK_CHANGE);
        desk.assign(ellen, Set.of("agent", "warehouse"), priya);
        assertThat(standing.of(ellen).orElseThrow().roles()).contains(Permissions.INQUIRIES_ANSWER, Permissions.STOCK_CHANGE);
        var role = roles.create(new RoleForm("Night shift", "Équipe de nuit", Set.of(Permissions.ORDERS_SEE)), priya);
        desk.assign(ellen, Set.of(role), priya);
        assertThat(standing.of(ellen).orElseThrow().roles()).containsExactlyInAnyOrder(Roles.STAFF, Permissions.ORDERS_SEE);
        roles.change(role, new RoleForm("Night shift", "Équipe de nuit", Set.of(Permissions.ORDERS_SEE, Permissions.ORDERS_SHIP)), priya);
        assertThat(standing.of(ellen).orElseThrow().roles()).contains(Permissions.ORDERS_SHIP);
        refused("staff.roles.used", () -> roles.delete(role, priya));
        suspension.suspend(ellen, null, "left", priya);
        assertThat(standing.of(ellen)).isEmpty();
    }

    @Test
    void nobodyGivesMoreThanTheyHold() {
        var lead = roles.create(new RoleForm("Team lead", "Chef d’équipe", Set.of(Permissions.STAFF_CHANGE, Permissions.ROLES_CHANGE, Permissions.ORDERS_SEE)), priya);
        var mara = engage("mara", lead);
        refused("staff.more-than-own", () -> desk.assign(mara, Set.of(lead, "manager"), mara));
        refused("staff.more-than-own", () -> desk.assign(priya, Set.of(lead), mara));
        refused("staff.more-than-own", () -> suspension.suspend(priya, null, null, mara));
        refused("staff.more-than-own", () -> desk.create(new NewStaff("X Y", "x-" + UUID.randomUUID() + "@harbourline.example", Set.of("manager"), List.of("en"), null), Locale.ENGLISH, mara));
        refused("staff.roles.not-held", () -> roles.create(new RoleForm("A", "A", Set.of(Permissions.AUDIT_SEE)), mara));
        refused("staff.roles.not-held", () -> roles.change("agent", new RoleForm("A", "A", Set.of(Permissions.ORDERS_SEE)), mara));
        refused("staff.suspend.self", () -> suspension.suspend(mara, null, null, mara));
    }

    @Test
    void somebodyAlwaysMayDoEverything() {
        jdbc.update("update staff_member set active = false where id <> ? and id in (select staff_id from staff_member_role where role_code = 'manager')",
                app.regulars.platform.persistence.Columns.bytes(priya.value()));
        refused("staff.last-manager", () -> desk.assign(priya, Set.of("agent"), priya));
        refused("staff.roles.shipped", () -> roles.delete("manager", priya));
        roles.change("manager", new RoleForm("Boss", "Patronne", Set.of(Permissions.ORDERS_SEE)), priya);
        assertThat(standing.of(priya).orElseThrow().roles()).containsAll(Permissions.codes());
        roles.change("manager", new RoleForm("Manager", "Gestion", Set.of()), priya);
    }

    @Test
    void aSessionFromBeforeASuspensionIsOverEvenAfterwards() {
        var before = standing.of(ellen).orElseThrow().generation();
        suspension.suspend(ellen, priya, null, priya);
        desk.reinstate(ellen, priya);
        assertThat(standing.of(ellen).orElseThrow().generation()).isGreaterThan(before);
    }

    @Test
    void nothingGoesToSomebodyWhoLeft() {
        suspension.suspend(ellen, null, null, priya);
        refused("staff.gone", () -> directory.stays(ellen));
        var mara = engage("mara", "agent");
        refused("staff.suspend.to.broken", () -> suspension.suspend(mara, ellen, null, priya));
    }

    @Test
    @WithStaff(Permissions.ORDERS_SEE)
    void theDoorsAreShutForOthers() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.list());
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.assign(ellen, Set.of("manager"), priya));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> suspension.suspend(priya, null, null, ellen));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> suspension.preview(priya));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> roles.list());
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> roles.delete("agent", priya));
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatExceptionOfType(Refused.class).isThrownBy(deed).extracting(Refused::key).isEqualTo(key);
    }
}
