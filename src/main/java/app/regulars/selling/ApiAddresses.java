package app.regulars.selling;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells programs in their own way that an address below /api/v1 is none, or takes another method, instead of by a page for people. Decided by
 * the addresses that there are, whichever module answers them.
 */
@Component
class ApiAddresses extends OncePerRequestFilter {

    private static final String ROOT = "/api/v1";
    private static final Set<String> READ_ALIKE = Set.of("HEAD", "OPTIONS");
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final ObjectProvider<ApiDoor> door;
    private volatile List<Address> known;

    private record Address(PathPattern pattern, List<String> methods) {
    }

    /** Filters are made before what they ask for: it is looked up at the first request. */
    ApiAddresses(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings, ObjectProvider<ApiDoor> door) {
        this.mappings = mappings;
        this.door = door;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = path(request);
        return !path.equals(ROOT) && !path.startsWith(ROOT + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var path = PathContainer.parsePath(path(request));
        var here = known().stream().filter(address -> address.pattern().matches(path)).toList();
        var methods = here.stream().flatMap(address -> address.methods().stream()).collect(Collectors.toCollection(TreeSet::new));
        if (here.isEmpty()) {
            refuse(request, response, HttpStatus.NOT_FOUND, "not-found");
        } else if (methods.isEmpty() || methods.contains(request.getMethod()) || READ_ALIKE.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Allow", String.join(", ", methods));
            refuse(request, response, HttpStatus.METHOD_NOT_ALLOWED, "method");
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String kind) throws IOException {
        var refusal = door.getObject().answered(request, () -> {
            throw new ApiProblem(status, kind);
        });
        response.setStatus(status.value());
        refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(JSON.writeValueAsBytes(refusal.getBody()));
    }

    private List<Address> known() {
        var found = known;
        if (found == null) {
            found = mappings.getObject().getHandlerMethods().keySet().stream().filter(mapping -> mapping.getPathPatternsCondition() != null)
                    .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream()
                            .map(pattern -> new Address(pattern, mapping.getMethodsCondition().getMethods().stream().map(Enum::name).toList())))
                    .filter(address -> address.pattern().getPatternString().startsWith(ROOT)).toList();
            known = found;
        }
        return found;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
