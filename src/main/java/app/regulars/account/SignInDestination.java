package app.regulars.account;

import app.regulars.platform.security.Roles;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;

/** Where one goes after signing in: the page that was asked for, else staff to the console and customers to their own area. */
class SignInDestination extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    /** The field of the form that names the page to go on to. */
    static final String CONTINUE = "continue";
    /** Where Vaadin's part of this handler notes the page that was asked for from within a live page. */
    private static final String LIVE_PAGE = "Saved-url";
    private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.,~%?=&+:-]{0,500}");

    SignInDestination() {
        setTargetUrlParameter(CONTINUE);
    }

    /** Only an address of this shop is gone to; anything else is as if nothing was asked. */
    static Optional<String> page(String asked) {
        return asked != null && PAGE.matcher(asked).matches() && !asked.startsWith("/login") && !asked.startsWith("/logout") && !asked.contains("//")
                ? Optional.of(asked) : Optional.empty();
    }

    /** The path and query of an address that Vaadin noted. */
    private static String pathOf(String address) {
        if (address == null) {
            return null;
        }
        try {
            var uri = URI.create(address);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    static String home(Authentication authentication) {
        return authentication.getAuthorities().stream().anyMatch(authority -> ("ROLE_" + Roles.STAFF).equals(authority.getAuthority())) ? "/console" : "/my";
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        return page(request.getParameter(CONTINUE)).or(() -> page(pathOf(response.getHeader(LIVE_PAGE)))).orElseGet(() -> home(authentication));
    }
}
