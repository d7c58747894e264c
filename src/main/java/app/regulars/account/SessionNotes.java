package app.regulars.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets {@link LiveSessions} know of every request of somebody who is signed in, by whichever way. */
class SessionNotes extends OncePerRequestFilter {

    private final LiveSessions sessions;
    private final RememberedBrowsers browsers;

    SessionNotes(LiveSessions sessions, RememberedBrowsers browsers) {
        this.sessions = sessions;
        this.browsers = browsers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof AccountUser user) {
            sessions.seen(request, user.signedIn().accountId(), browsers.series(request));
        }
        chain.doFilter(request, response);
    }
}
