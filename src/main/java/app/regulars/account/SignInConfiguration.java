package app.regulars.account;

import app.regulars.platform.security.SecondFactor;
import app.regulars.platform.web.RefusalPages;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.session.DisableEncodeUrlFilter;

/** How people sign in, added to the rules of the platform. */
@Configuration
class SignInConfiguration {

    private static final Pattern OURS = Pattern.compile("/(my|console)(/.*)?");

    @Bean
    RememberedBrowsers rememberedBrowsers(AccountRepository accounts, AccountUsers users, JdbcTemplate jdbc, Clock clock) {
        return new RememberedBrowsers(accounts, users, jdbc, clock);
    }

    @Bean
    SignInDestination signInDestination(ObjectProvider<SecondFactor> second) {
        return new SignInDestination(second);
    }

    @Bean
    Customizer<HttpSecurity> signIn(RememberedBrowsers browsers, LiveSessions sessions, SignInDestination destination, Providers providers,
                                    ObjectProvider<ClientRegistrationRepository> registrations, ObjectProvider<RefusalPages> pages, RequestUtil vaadinRequests,
                                    VaadinDefaultRequestCache requests) {
        Predicate<HttpServletRequest> ours = request -> OURS.matcher(request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "")).matches()
                || vaadinRequests.isSecuredFlowRoute(request);
        var kept = new HttpSessionRequestCache();
        // or the page that was asked for comes back as /page?continue
        kept.setMatchingRequestParameterName(null);
        requests.setDelegateRequestCache(kept);
        // an address that is none is not worth a session
        requests.ignoreRequests(request -> !ours.test(request));
        return http -> {
            http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, destination);
            http.formLogin(form -> form.loginPage("/login").failureHandler(failure()));
            http.exceptionHandling(errors -> errors.accessDeniedHandler(denied(ours, pages, destination)).authenticationEntryPoint(unknown(ours, pages, destination)));
            http.addFilterBefore(new EndingSessions(vaadinRequests), DisableEncodeUrlFilter.class);
            http.addFilterBefore(new SessionNotes(sessions, browsers), AuthorizationFilter.class);
            providers(http, registrations, providers, destination);
            http.rememberMe(remember -> remember.rememberMeServices(browsers).key(browsers.getKey()));
        };
    }

    /** Other providers' sign-ins; nothing at all where none is configured. */
    private static void providers(HttpSecurity http, ObjectProvider<ClientRegistrationRepository> registrations, Providers providers, SignInDestination destination) {
        if (registrations.getIfAvailable() == null) {
            return;
        }
        var oidc = new OidcUserService();
        http.oauth2Login(login -> login.loginPage("/login").successHandler(destination)
                .failureHandler((request, response, refusal) -> response.sendRedirect("/login?provider"))
                .authorizedClientRepository(new ForgottenClients())
                .userInfoEndpoint(user -> user.oidcUserService(asked -> providers.user(asked.getClientRegistration().getRegistrationId(), oidc.loadUser(asked)))));
    }

    /** A form that waited too long for its session is shown again; an address that is none is not found; everything else is refused. */
    private static AccessDeniedHandler denied(Predicate<HttpServletRequest> ours, ObjectProvider<RefusalPages> pages, SignInDestination destination) {
        return (request, response, refusal) -> {
            if (refusal instanceof CsrfException && "/login".equals(request.getServletPath())) {
                SignInPages.keepTyped(request, request.getParameter("username"));
                response.sendRedirect("/login?again");
            } else if (refusal instanceof CsrfException) {
                pages.getObject().denied(request, response);
            } else {
                refuse(SecurityContextHolder.getContext().getAuthentication(), ours, pages, destination, request, response);
            }
        };
    }

    /** Whoever owes a second proof is asked for it; for anybody else it is another's page, or none. */
    private static void refuse(Authentication who, Predicate<HttpServletRequest> ours, ObjectProvider<RefusalPages> pages, SignInDestination destination,
                               HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (SignInDestination.isWaiting(who)) {
            response.sendRedirect(destination.secondStep(request.getRequestURI()));
        } else if (ours.test(request)) {
            pages.getObject().denied(request, response);
        } else {
            pages.getObject().notFound(request, response);
        }
    }

    /**
     * Who is nobody yet is asked to sign in for a page that exists; for any other address there is nothing to sign in for. Spring Security
     * sends remembered people here as well: they are somebody, and asking them to sign in would lead in a circle.
     */
    private static AuthenticationEntryPoint unknown(Predicate<HttpServletRequest> ours, ObjectProvider<RefusalPages> pages, SignInDestination destination) {
        var login = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, refusal) -> {
            if (refusal.getAuthenticationRequest() instanceof RememberMeAuthenticationToken remembered) {
                refuse(remembered, ours, pages, destination, request, response);
            } else if (ours.test(request)) {
                login.commence(request, response, refusal);
            } else {
                pages.getObject().notFound(request, response);
            }
        };
    }

    /** Back to the form, with nothing in the address but how long to wait and where one wanted to go. */
    private static AuthenticationFailureHandler failure() {
        return (request, response, refusal) -> {
            var problem = refusal instanceof PasswordSignIn.TryLater later ? "wait=" + Limits.minutes(later.waitFor()) : "wrong";
            var onward = SignInDestination.page(request.getParameter(SignInDestination.CONTINUE))
                    .map(page -> "&continue=" + URLEncoder.encode(page, StandardCharsets.UTF_8)).orElse("");
            SignInPages.keepTyped(request, request.getParameter("username"));
            response.sendRedirect("/login?" + problem + onward);
        };
    }
}
