package app.regulars.platform.security;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * What a view says of who may see it, asked of the plain request as well: whoever types the address of a page that is not hers is
 * answered 403, and no live page is begun. An address that is no view's is left to whoever answers it.
 */
class ViewAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final AccessAnnotationChecker annotations = new AccessAnnotationChecker();

    @Override
    public AuthorizationResult authorize(Supplier<? extends Authentication> who, RequestAuthorizationContext asked) {
        var request = asked.getRequest();
        var path = (request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "")).substring(1);
        var found = ApplicationRouteRegistry.getInstance(new VaadinServletContext(request.getServletContext())).getNavigationRouteTarget(path);
        if (found == null || !found.hasTarget()) {
            return new AuthorizationDecision(true);
        }
        var person = who.get();
        return new AuthorizationDecision(annotations.hasAccess(found.getRouteTarget().getTarget(), person,
                role -> person.getAuthorities().stream().anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority()))));
    }
}
