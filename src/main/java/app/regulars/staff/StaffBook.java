package app.regulars.staff;

import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.Roles;
import app.regulars.platform.security.StaffStanding;
import app.regulars.platform.ui.Live;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who may do what, in memory: asked many times a request. A change counts at once on the node where it was made, and within a second
 * on the others, which look at the count of changes once a second.
 */
@Component
class StaffBook implements StaffStanding {

    private static final long LOOKS_EVERY = Duration.ofSeconds(1).toNanos();

    private final JdbcTemplate jdbc;
    private volatile Page page;
    private volatile long changes;

    StaffBook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Page(long stamp, long lookedAt, Map<StaffId, Standing> members) {
    }

    @Override
    public Optional<Standing> of(StaffId member) {
        return Optional.ofNullable(page().members().get(member));
    }

    /** The permissions a member holds now; none for somebody unknown or suspended. */
    Set<String> permissions(StaffId member) {
        return of(member).map(Standing::roles).orElse(Set.of());
    }

    /**
     * To be called first in every transaction that changes roles or members: such changes take turns, so that two managers cannot take
     * the role from each other in the same moment.
     *
     * @param members whose live pages have to look again; none for everybody's
     */
    void changing(StaffId... members) {
        jdbc.update("update staff_change set stamp = stamp + 1 where id = 1");
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
                if (status == STATUS_COMMITTED) {
                    Live.changed("staff");
                    for (var member : members) {
                        Live.changed("staff:" + member);
                    }
                }
            }
        });
    }

    private Page page() {
        var before = changes;
        var known = page;
        var now = System.nanoTime();
        if (known != null && now - known.lookedAt() < LOOKS_EVERY) {
            return known;
        }
        var stamp = jdbc.queryForObject("select stamp from staff_change where id = 1", Long.class);
        var fresh = known != null && known.stamp() == stamp ? new Page(stamp, now, known.members()) : new Page(stamp, now, read());
        synchronized (this) {
            // what was read before a change ended is not kept
            if (changes == before) {
                page = fresh;
            }
        }
        return fresh;
    }

    private synchronized void forget() {
        changes++;
        page = null;
    }

    private Map<StaffId, Standing> read() {
        var permissions = new HashMap<String, Set<String>>();
        jdbc.query("select code, everything from staff_role", row -> {
            permissions.put(row.getString(1), row.getBoolean(2) ? new HashSet<>(Permissions.codes()) : new HashSet<>());
        });
        jdbc.query("select role_code, permission from staff_role_permission", row -> {
            permissions.get(row.getString(1)).add(row.getString(2));
        });
        var members = new HashMap<StaffId, Standing>();
        jdbc.query("select m.id, m.generation, r.role_code from staff_member m left join staff_member_role r on r.staff_id = m.id where m.active = true", row -> {
            var id = new StaffId(uuid(row.getBytes(1)));
            var standing = members.get(id);
            var all = standing == null ? new HashSet<>(Set.of(Roles.STAFF)) : new HashSet<>(standing.roles());
            var role = row.getString(3);
            if (role != null) {
                all.addAll(permissions.getOrDefault(role, Set.of()));
                if (Set.of(Permissions.AGENT, Permissions.WAREHOUSE, Permissions.MANAGER).contains(role)) {
                    all.add(role.toUpperCase(Locale.ROOT));
                }
            }
            members.put(id, new Standing(row.getInt(2), Set.copyOf(all)));
        });
        return Map.copyOf(members);
    }
}
