package app.regulars.platform.security;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Asks for a proof again before something that could hurt: whoever finds an open browser shall not take the account over. A page asks
 * {@link #isFresh()} and sends the person to {@link #page}, or simply calls {@link #require()} first in the action: a live page then
 * goes to the proof and comes back to where it was. Ask before a form is filled in, so that nothing typed is lost.
 */
@Component
public class StepUp {

    /** How long a proof counts. */
    public static final Duration FRESH = Duration.ofMinutes(10);
    private static final String ATTRIBUTE = StepUp.class.getName();

    private final CurrentUser user;
    private final Clock clock;

    StepUp(CurrentUser user, Clock clock) {
        this.user = user;
        this.clock = clock;
    }

    private record Proved(UUID account, Instant at) implements Serializable {
    }

    /** Whether the person of this session has shown in the last ten minutes who she is: at the sign-in, or since. */
    public boolean isFresh() {
        var since = clock.instant().minus(FRESH);
        return user.get().isPresent() && (user.provedAt().filter(at -> at.isAfter(since)).isPresent() || provedSince(since));
    }

    /** @throws ProofNeeded when {@link #isFresh()} does not hold */
    public void require() {
        if (!isFresh()) {
            throw new ProofNeeded();
        }
    }

    /** Notes that the person of this session has just given a proof; only for what checked it. */
    public void proved() {
        var session = session();
        user.get().filter(who -> session != null).ifPresent(who -> session.setAttribute(ATTRIBUTE, new Proved(who.accountId(), clock.instant())));
    }

    private boolean provedSince(Instant since) {
        var session = session();
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Proved proved
                && proved.at().isAfter(since) && user.get().filter(who -> who.accountId().equals(proved.account())).isPresent();
    }

    /** Of the live page or the plain request at hand; null where there is none. */
    private static HttpSession session() {
        var live = VaadinSession.getCurrent();
        if (live != null) {
            return live.getSession() instanceof WrappedHttpSession wrapped ? wrapped.getHttpSession() : null;
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked ? asked.getRequest().getSession(false) : null;
    }

    /** Where a proof is asked for. @param onward the page to come back to, beginning with "/" */
    public static String page(String onward) {
        return "/prove?continue=" + URLEncoder.encode(onward, StandardCharsets.UTF_8);
    }
}
