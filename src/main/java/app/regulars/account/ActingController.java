package app.regulars.account;

import app.regulars.customer.Companies;
import app.regulars.platform.identity.SignedIn;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Puts into the session for whom its person acts, as she chose before on a live page ({@link ActingSwitch}); the address itself says
 * nothing of whom, so that nobody can be sent there. What was proved, and when, stays as it was. Pages of this browser that are still
 * open end and load anew, so that none acts for the one while it shows the other.
 */
@Controller
class ActingController {

    private final Companies companies;
    private final HttpSessionSecurityContextRepository repository = new HttpSessionSecurityContextRepository();

    ActingController(Companies companies) {
        this.companies = companies;
    }

    @GetMapping("/act")
    void act(@RequestParam(name = "continue", required = false) String onward, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        var now = SecurityContextHolder.getContext().getAuthentication();
        var user = now != null && now.getPrincipal() instanceof AccountUser somebody ? somebody : null;
        var session = request.getSession(false);
        if (user == null || session == null || user.isWaiting() || user.signedIn().person() == null) {
            response.sendRedirect("/login");
            return;
        }
        SignedIn me = user.signedIn();
        var acting = user.actingFor(companies.actsFor(me.person()));
        endOpenPages(session);
        var authentication = UsernamePasswordAuthenticationToken.authenticated(acting, null, acting.getAuthorities());
        authentication.setDetails(now.getDetails());
        new ChangeSessionIdAuthenticationStrategy().onAuthentication(authentication, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        repository.saveContext(context, request, response);
        response.sendRedirect(SignInDestination.page(onward).orElse("/my"));
    }

    private static void endOpenPages(HttpSession session) {
        for (var live : VaadinSession.getAllSessions(session)) {
            live.lock();
            try {
                live.close();
            } finally {
                live.unlock();
            }
        }
    }
}
