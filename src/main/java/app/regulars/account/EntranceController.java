package app.regulars.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs in whoever brings the secret of {@link Entrance}: a page of its own, so that the session id changes as at the form. */
@Controller
class EntranceController {

    private final Entrance entrance;
    private final SignInDestination destination;
    private final SecurityContextHolderStrategy contexts = SecurityContextHolder.getContextHolderStrategy();
    private final HttpSessionSecurityContextRepository repository = new HttpSessionSecurityContextRepository();

    EntranceController(Entrance entrance, SignInDestination destination) {
        this.entrance = entrance;
        this.destination = destination;
    }

    @GetMapping("/enter/{secret}")
    void enter(@PathVariable String secret, @RequestParam(name = "continue", required = false) String onward,
               HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        var user = Entrance.isOf(request.getSession(false), secret) ? user(secret) : null;
        if (user == null) {
            response.sendRedirect("/login");
            return;
        }
        var authentication = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        sign(authentication, request, response);
        response.sendRedirect(destination.after(authentication, onward));
    }

    private AccountUser user(String secret) {
        try {
            return entrance.enter(secret).orElse(null);
        } catch (OptimisticLockingFailureException usedInTheSameMoment) {
            return null;
        }
    }

    private void sign(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        new ChangeSessionIdAuthenticationStrategy().onAuthentication(authentication, request, response);
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
        var context = contexts.createEmptyContext();
        context.setAuthentication(authentication);
        contexts.setContext(context);
        repository.saveContext(context, request, response);
    }
}
