package app.regulars.account;

import app.regulars.platform.security.Roles;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;

/** Where one goes after signing in: the page that was asked for, else staff to the console and customers to their own area. */
class SignInDestination extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    /** The field of the form that names the page to go on to. */
    static final String CONTINUE = "continue";
    private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.,~%?=&+:-]{0,500}");

    SignInDestination() {
        setTargetUrlParameter(CONTINUE);
    }

    /** Only an address of this shop is gone to; anything else is as if nothing was asked. */
    static Optional<String> page(String asked) {
        return asked != null && PAGE.matcher(asked).matches() && !asked.startsWith("/login") && !asked.startsWith("/logout") && !asked.contains("//")
                ? Optional.of(asked) : Optional.empty();
    }

    static String home(Authentication authentication) {
        return authentication.getAuthorities().stream().anyMatch(authority -> ("ROLE_" + Roles.STAFF).equals(authority.getAuthority())) ? "/console" : "/my";
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        return page(request.getParameter(CONTINUE)).orElseGet(() -> home(authentication));
    }
}
