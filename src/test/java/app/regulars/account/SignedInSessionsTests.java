package app.regulars.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.regulars.platform.identity.SignedIn;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class SignedInSessionsTests {

    private final SignedInSessions sessions = new SignedInSessions();
    private final UUID account = UUID.randomUUID();

    @Test
    void endsTheSessionsOfOneAccountAndNobodyElses() {
        var atHome = signedIn(account);
        var atWork = signedIn(account);
        var other = signedIn(UUID.randomUUID());
        sessions.end(account, atWork);
        assertThat(atHome.isInvalid()).isTrue();
        assertThat(atWork.isInvalid()).isFalse();
        assertThat(other.isInvalid()).isFalse();
        sessions.end(account, null);
        assertThat(atWork.isInvalid()).isTrue();
    }

    @Test
    void forgetsASessionInWhichSomebodyElseSignedIn() {
        var session = signedIn(account);
        var before = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context(UUID.randomUUID()));
        sessions.attributeReplaced(new HttpSessionBindingEvent(session, HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, before));
        sessions.end(account, null);
        assertThat(session.isInvalid()).isFalse();
    }

    private MockHttpSession signedIn(UUID account) {
        var session = new MockHttpSession();
        session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context(account));
        sessions.attributeAdded(new HttpSessionBindingEvent(session, HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)));
        return session;
    }

    private static SecurityContext context(UUID account) {
        var user = mock(AccountUser.class);
        when(user.signedIn()).thenReturn(new SignedIn(account, null, null, "Zoë", "zoe@walk.example"));
        return new SecurityContextImpl(new TestingAuthenticationToken(user, null));
    }
}
