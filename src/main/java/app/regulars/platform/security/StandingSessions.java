package app.regulars.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds each session of a member of staff to her standing (see {@link LiveAuthentication}), and ends it when that is over. Who still owes a
 * second proof is left as she is: without anything.
 */
class StandingSessions extends OncePerRequestFilter {

    private final StaffStanding standing;

    /** @param standing null where there is no staff at all */
    StandingSessions(StaffStanding standing) {
        this.standing = standing;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var context = SecurityContextHolder.getContext();
        var live = live(context.getAuthentication());
        if (live != null && live.isOver()) {
            context.setAuthentication(null);
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        } else if (live != null && live != context.getAuthentication()) {
            context.setAuthentication(live);
        }
        chain.doFilter(request, response);
    }

    private LiveAuthentication live(Authentication found) {
        if (found instanceof LiveAuthentication live) {
            return live;
        }
        if (standing == null || found == null || !(found.getPrincipal() instanceof CurrentUser.Principal principal) || principal.isWaiting()
                || principal.signedIn().staff() == null) {
            return null;
        }
        var staff = principal.signedIn().staff();
        return new LiveAuthentication(found, staff, standing.of(staff).map(StaffStanding.Standing::generation).orElse(-1), standing);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
