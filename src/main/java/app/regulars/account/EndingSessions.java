package app.regulars.account;

import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives whoever comes for a page while the session is being ended ({@link LiveSessions}) another one: the sign-in page that the person
 * was sent to stands in a session of its own, and a sign-in on it is not ended a moment later. What the open pages ask for among
 * themselves still finds the old one, so that they hear of the end.
 */
class EndingSessions extends OncePerRequestFilter {

    private final RequestUtil vaadinRequests;

    EndingSessions(RequestUtil vaadinRequests) {
        this.vaadinRequests = vaadinRequests;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && LiveSessions.isEnding(session) && isForAPage(request)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean isForAPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return !vaadinRequests.isFrameworkInternalRequest(request) && accept != null && accept.contains("text/html");
    }
}
