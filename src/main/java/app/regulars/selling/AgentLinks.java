package app.regulars.selling;

import app.regulars.ordering.SalesAgents;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A link with ?agent=CODE is remembered by the browser for 30 days, and the page is shown without it: so that every page stays one page
 * for caches, and the next link that is passed on names nobody. Comes before public pages are answered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 18)
class AgentLinks extends OncePerRequestFilter {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Agents agents;

    AgentLinks(Agents agents) {
        this.agents = agents;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null || !query.contains("agent=") || !"GET".equals(request.getMethod()) || request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/console") || request.getParameter("agent") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        agents.valid(request.getParameter("agent")).ifPresent(code -> response.addHeader("Set-Cookie", ResponseCookie.from(SalesAgents.COOKIE, code).path("/").httpOnly(true)
                .secure(request.isSecure()).sameSite("Lax").maxAge(KEPT).build().toString()));
        var here = UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString()).replaceQueryParam("agent").build(true).toUriString();
        response.setHeader("Cache-Control", "private, no-store");
        response.setStatus(HttpServletResponse.SC_FOUND);
        // a path of this house only: two slashes would be another one
        response.setHeader("Location", "/" + here.replaceFirst("^/+", ""));
    }
}
