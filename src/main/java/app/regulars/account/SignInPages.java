package app.regulars.account;

import app.regulars.platform.address.EmailAddress;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** What the pages around signing in need of the request they are shown in. */
@Component
public class SignInPages {

    private static final String TYPED = SignInPages.class.getName() + ".typed";

    /** An address of this shop that may be gone on to; anything else is none. */
    public Optional<String> page(String asked) {
        return SignInDestination.page(asked);
    }

    /** The token an ordinary form has to carry. */
    public String token(VaadinRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** The address that was typed before the refusal, once. */
    public String takeTyped(VaadinRequest request) {
        var session = request.getWrappedSession(false);
        if (session == null || !(session.getAttribute(TYPED) instanceof String typed)) {
            return "";
        }
        session.removeAttribute(TYPED);
        return typed;
    }

    static void keepTyped(HttpServletRequest request, String typed) {
        var session = request.getSession(false);
        if (session != null && typed != null && typed.length() <= EmailAddress.LONGEST) {
            session.setAttribute(TYPED, typed);
        }
    }
}
