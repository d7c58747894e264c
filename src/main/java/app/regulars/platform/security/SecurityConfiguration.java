package app.regulars.platform.security;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Who may reach which address: denied unless a view or a rule here allows it. */
@Configuration
@EnableMethodSecurity(jsr250Enabled = true)
class SecurityConfiguration {

    /** Argon2id as the OWASP password storage cheat sheet asks for at least; what it costs stands in src/docs/benchmarks.md. */
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    @Bean
    SecurityFilterChain regulars(HttpSecurity http, RequestUtil vaadinRequests, ObjectProvider<StaffStanding> standing) throws Exception {
        http.authorizeHttpRequests(rules -> rules
                .requestMatchers("/art/**", "/fonts/**", "/styles/**", "/favicon.ico", "/robots.txt", "/sitemap.xml", "/sitemap-*.xml",
                        "/language", "/search/suggest", "/ask/answers", "/enter/*", "/act", "/actuator/health/**", "/actuator/health").permitAll()
                .requestMatchers("/unsubscribe/*", "/webhooks/payment/*", "/webhooks/tracking", "/demo-bank/*", "/papers/*/*").permitAll()
                // its controller asks who is in the talk
                .requestMatchers("/talk", "/talk/*").permitAll()
                // their controller asks whose they are
                .requestMatchers("/return-picture/*", "/review-picture/*", "/return-slip/*", "/contract-file/*", "/inquiry-file/*").permitAll()
                // programs show a key each time
                .requestMatchers("/api/v1/**").permitAll()
                .requestMatchers("/my", "/my/**").hasRole(Roles.CUSTOMER)
                .requestMatchers("/console", "/console/**")
                .access(AuthorizationManagers.allOf(AuthorityAuthorizationManager.hasRole(Roles.STAFF), new ViewAccess())));
        // Vaadin's own rule would spare the sign-in form the token: somebody could be signed in to an account that is not hers
        http.csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest)
                // a mail program presses it (RFC 8058): the signed address is the proof, and nothing but stopping can be done with it
                .ignoringRequestMatchers("/unsubscribe/*")
                // made without a session: its controller takes only what the browser says comes from a page of ours
                .ignoringRequestMatchers("/talk", "/talk/*")
                // gateways and carriers sign what they say; the demonstration's bank is another house, with a page of its own
                .ignoringRequestMatchers("/webhooks/payment/*", "/webhooks/tracking", "/demo-bank/*")
                // no cookie opens it, so that none can be abused
                .ignoringRequestMatchers("/api/v1/**"));
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView("/login", "/").enableCsrfConfiguration(false));
        http.addFilterBefore(new StandingSessions(standing.getIfAvailable()), AuthorizationFilter.class);
        return http.build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    }
}
