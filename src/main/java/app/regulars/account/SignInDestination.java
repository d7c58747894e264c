package app.regulars.account;

import app.regulars.platform.security.Roles;
import app.regulars.platform.security.SecondFactor;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;

/** Where one goes after signing in: the page that was asked for, else staff to the console and customers to their own area. */
class SignInDestination extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    /** The field of the form that names the page to go on to. */
    static final String CONTINUE = "continue";
    /** Where Vaadin's part of this handler notes the page that was asked for from within a live page. */
    private static final String LIVE_PAGE = "Saved-url";
    private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.,~%?=&+:-]{0,500}");

    private final ObjectProvider<SecondFactor> second;

    SignInDestination(ObjectProvider<SecondFactor> second) {
        this.second = second;
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

    /** Where somebody goes who has just signed in; first of all to the second proof if one is asked for. */
    String after(Authentication authentication, String onward) {
        return isWaiting(authentication) ? secondStep(onward) : page(onward).orElseGet(() -> home(authentication));
    }

    static boolean isWaiting(Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof AccountUser user && user.isWaiting();
    }

    String secondStep(String onward) {
        return second.stream().findFirst().map(SecondFactor::page).orElse("/login")
                + page(onward).map(page -> "?continue=" + URLEncoder.encode(page, StandardCharsets.UTF_8)).orElse("");
    }

    private static String home(Authentication authentication) {
        return authentication.getAuthorities().stream().anyMatch(authority -> ("ROLE_" + Roles.STAFF).equals(authority.getAuthority())) ? "/console" : "/my";
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        return after(authentication, page(request.getParameter(CONTINUE)).or(() -> page(pathOf(response.getHeader(LIVE_PAGE)))).orElse(null));
    }
}
