package app.regulars.account;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;

/** How people sign in, added to the rules of the platform. */
@Configuration
class SignInConfiguration {

    @Bean
    RememberedBrowsers rememberedBrowsers(AccountUsers users, JdbcTemplate jdbc, Clock clock) {
        return new RememberedBrowsers(users, jdbc, clock);
    }

    @Bean
    Customizer<HttpSecurity> signIn(RememberedBrowsers browsers) {
        return http -> {
            http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, new SignInDestination());
            http.formLogin(form -> form.loginPage("/login").failureHandler(failure()));
            http.exceptionHandling(errors -> errors.accessDeniedHandler(denied()));
            http.rememberMe(remember -> remember.rememberMeServices(browsers).key(browsers.getKey()));
        };
    }

    /** A form that waited too long for its session is shown again; everything else is refused. */
    private static AccessDeniedHandler denied() {
        var refuse = new AccessDeniedHandlerImpl();
        return (request, response, refusal) -> {
            if (refusal instanceof CsrfException && "/login".equals(request.getServletPath())) {
                SignInPages.keepTyped(request, request.getParameter("username"));
                response.sendRedirect("/login?again");
            } else {
                refuse.handle(request, response, refusal);
            }
        };
    }

    /** Back to the form, with nothing in the address but how long to wait and where one wanted to go. */
    private static AuthenticationFailureHandler failure() {
        return (request, response, refusal) -> {
            var problem = refusal instanceof PasswordSignIn.TryLater later ? "wait=" + Math.max(1, later.waitFor().toMinutes() + 1) : "wrong";
            var onward = SignInDestination.page(request.getParameter(SignInDestination.CONTINUE))
                    .map(page -> "&continue=" + URLEncoder.encode(page, StandardCharsets.UTF_8)).orElse("");
            SignInPages.keepTyped(request, request.getParameter("username"));
            response.sendRedirect("/login?" + problem + onward);
        };
    }
}
