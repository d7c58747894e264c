package app.regulars.storefront;

import app.regulars.platform.web.PublicPage;
import app.regulars.platform.web.PublicPages;
import app.regulars.platform.web.PublicRequest;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Addresses that nothing in the house answers: a real 404 with a helpful page, without a session and without asking to sign in.
 * Known by the first part of the address, which has to belong to a live page, a controller or the framework.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class UnknownPages implements PublicPages {

    private static final Set<String> OF_THE_FRAMEWORK = Set.of("", "VAADIN", "vaadinServlet", "actuator", "api", "v3", "swagger-ui", "art", "fonts", "styles",
            "error", "logout", "login", "enter", "favicon.ico", "sw.js", "manifest.webmanifest", "offline.html", "icons", "aura", "lumo", "themes", "frontend",
            "web-component", "connect", "HILLA", "push", "webauthn", "h2-console", ".well-known");

    private final ServletContext context;
    private final ObjectProvider<RequestMappingInfoHandlerMapping> controllers;
    private final ObjectProvider<ClientRegistrationRepository> providers;
    private volatile Set<String> known;

    UnknownPages(ServletContext context, ObjectProvider<RequestMappingInfoHandlerMapping> controllers, ObjectProvider<ClientRegistrationRepository> providers) {
        this.context = context;
        this.controllers = controllers;
        this.providers = providers;
    }

    @Override
    public boolean serves(String path) {
        return !known().contains(first(path));
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public Optional<PublicPage> page(PublicRequest request) {
        return Optional.empty();
    }

    private Set<String> known() {
        var answered = known;
        if (answered == null) {
            answered = read();
            known = answered;
        }
        return answered;
    }

    private Set<String> read() {
        var firsts = new HashSet<>(OF_THE_FRAMEWORK);
        if (providers.getIfAvailable() != null) {
            // the way to another provider of sign-ins begins here
            firsts.add("oauth2");
        }
        ApplicationRouteRegistry.getInstance(new VaadinServletContext(context)).getRegisteredRoutes()
                .forEach(route -> firsts.add(first("/" + route.getTemplate())));
        controllers.forEach(mapping -> mapping.getHandlerMethods().keySet()
                .forEach(info -> info.getPatternValues().forEach(pattern -> firsts.add(first(pattern)))));
        // names with a variable part, such as the parts of the site map
        return firsts.stream().anyMatch(name -> name.contains("{")) ? withSiteMaps(firsts) : Set.copyOf(firsts);
    }

    private static Set<String> withSiteMaps(Set<String> firsts) {
        for (int page = 0; page < 1_000; page++) {
            firsts.add("sitemap-" + page + ".xml");
        }
        return Set.copyOf(firsts);
    }

    private static String first(String path) {
        var from = path.startsWith("/") ? 1 : 0;
        var end = path.indexOf('/', from);
        return end < 0 ? path.substring(from) : path.substring(from, end);
    }
}
