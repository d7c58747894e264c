package app.regulars.account;

import app.regulars.platform.security.RateLimits;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Goes through a sign-in of nobody, and hashes until the compiler has seen enough of it, a moment after the start and beside
 * everything else: or else the first people to sign in pay for it, some of them half a second. Runs with the jobs that run by
 * themselves, and not where they do not.
 */
@Component
@ConditionalOnBooleanProperty("db-scheduler.enabled")
class WarmSignIn {

    /** Each is two passes over 19 MiB: after so many they cost what they always cost. */
    private static final int HASHES = 12;
    private static final String NOBODY = "warm-up@regulars.invalid";

    private final PasswordSignIn passwords;
    private final PasswordEncoder encoder;
    private final RateLimits limits;
    private final Duration pause;
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    WarmSignIn(PasswordSignIn passwords, PasswordEncoder encoder, RateLimits limits, @Value("${regulars.jobs.start-after:5s}") Duration pause) {
        this.passwords = passwords;
        this.encoder = encoder;
        this.limits = limits;
        this.pause = pause;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        work = CompletableFuture.runAsync(this::warm, CompletableFuture.delayedExecutor(pause.toMillis() / 2, TimeUnit.MILLISECONDS));
    }

    private void warm() {
        signNobodyIn();
        var hash = encoder.encode("warm-up");
        for (var i = 0; i < HASHES && !Thread.currentThread().isInterrupted(); i++) {
            encoder.matches("warm-up", hash);
        }
    }

    /** Leaves nothing behind, not even a try that counts. */
    void signNobodyIn() {
        try {
            passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(NOBODY, ""));
        } catch (AuthenticationException asItShould) {
            limits.forget(Limits.SIGN_IN, NOBODY + "|");
            limits.giveBack(Limits.SIGN_IN_ACCOUNT, NOBODY);
        }
    }

    @PreDestroy
    void end() {
        work.cancel(true);
    }
}
