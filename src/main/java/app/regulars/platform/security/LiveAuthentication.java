package app.regulars.platform.security;

import app.regulars.platform.identity.StaffId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The sign-in of a member of staff as a session keeps it: who it is does not change, what it may do is asked anew each time. So a
 * change of role counts at once, and a suspended member has nothing left, on a live page that is pushed to as well.
 */
final class LiveAuthentication implements Authentication {

    private static final long serialVersionUID = 1L;
    /** Everything that only staff have; what else somebody holds (being a customer) stays as it was at the sign-in. */
    private static final Set<String> OF_STAFF = Stream.concat(Permissions.codes().stream(), Stream.of(Roles.STAFF, Roles.AGENT, Roles.WAREHOUSE, Roles.MANAGER))
            .map(role -> "ROLE_" + role).collect(Collectors.toUnmodifiableSet());

    private final Authentication given;
    private final StaffId staff;
    private final int generation;
    private final transient StaffStanding standing;

    LiveAuthentication(Authentication given, StaffId staff, int generation, StaffStanding standing) {
        this.given = given;
        this.staff = staff;
        this.generation = generation;
        this.standing = standing;
    }

    /** Whether the session is over, because the member was suspended or is to sign in anew. */
    boolean isOver() {
        return standing == null || standing.of(staff).filter(now -> now.generation() == generation).isEmpty();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        var now = standing == null ? null : standing.of(staff).filter(present -> present.generation() == generation).orElse(null);
        if (now == null) {
            return List.of();
        }
        var all = new ArrayList<GrantedAuthority>();
        given.getAuthorities().stream().filter(authority -> !OF_STAFF.contains(String.valueOf(authority.getAuthority()))).forEach(all::add);
        now.roles().forEach(role -> all.add(new SimpleGrantedAuthority("ROLE_" + role)));
        return all;
    }

    @Override
    public Object getCredentials() {
        return given.getCredentials();
    }

    @Override
    public Object getDetails() {
        return given.getDetails();
    }

    @Override
    public Object getPrincipal() {
        return given.getPrincipal();
    }

    @Override
    public boolean isAuthenticated() {
        return given.isAuthenticated() && !isOver();
    }

    @Override
    public void setAuthenticated(boolean yes) {
        given.setAuthenticated(yes);
    }

    @Override
    public String getName() {
        return given.getName();
    }

    @Override
    public String toString() {
        return "a member of staff";
    }
}
