package app.regulars.account;

import app.regulars.platform.persistence.AfterCommit;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The sessions of this node in which somebody is signed in, so that they end with what they were opened with: a place in the
 * staff, a role, a password. A session on another node ends by itself when it is idle.
 */
@Component
class SignedInSessions implements HttpSessionAttributeListener {

    private final Map<UUID, Set<HttpSession>> sessions = new ConcurrentHashMap<>();

    /** Ends them once the change is committed; beside it, because a live page that asked for it ends as well. */
    void endAfterCommit(UUID account) {
        AfterCommit.run(() -> Thread.ofVirtual().name("sign-out").start(() -> end(account, null)));
    }

    /** @param spared the session of the person who is asking, or null */
    void end(UUID account, HttpSession spared) {
        for (var session : List.copyOf(sessions.getOrDefault(account, Set.of()))) {
            if (spared == null || !session.getId().equals(spared.getId())) {
                end(session);
            }
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            // what was wanted
        }
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        account(event, event.getValue()).ifPresent(account -> sessions.compute(account, (id, open) -> {
            var all = open == null ? ConcurrentHashMap.<HttpSession>newKeySet() : open;
            all.add(event.getSession());
            return all;
        }));
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        account(event, event.getValue()).ifPresent(account -> forget(account, event.getSession()));
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        attributeRemoved(event);
        attributeAdded(new HttpSessionBindingEvent(event.getSession(), event.getName(), event.getSession().getAttribute(event.getName())));
    }

    private void forget(UUID account, HttpSession session) {
        sessions.computeIfPresent(account, (id, open) -> {
            open.remove(session);
            return open.isEmpty() ? null : open;
        });
    }

    private static Optional<UUID> account(HttpSessionBindingEvent event, Object value) {
        return HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY.equals(event.getName()) && value instanceof SecurityContext context
                && context.getAuthentication() != null && context.getAuthentication().getPrincipal() instanceof AccountUser user
                ? Optional.of(user.signedIn().accountId()) : Optional.empty();
    }
}
