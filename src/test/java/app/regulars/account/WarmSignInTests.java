package app.regulars.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import app.regulars.platform.security.RateLimits;
import app.regulars.testing.RegularsTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The sign-in of nobody before the first of somebody. */
@RegularsTest
class WarmSignInTests {

    @Autowired
    private PasswordSignIn passwords;
    @Autowired
    private PasswordEncoder encoder;
    @Autowired
    private RateLimits limits;
    @Autowired
    private AccountRepository accounts;

    @Test
    void signsNobodyInAndIsNeverToldToWait() {
        var warm = new WarmSignIn(passwords, encoder, limits, Duration.ZERO);
        // as often as a cluster of nodes may be started in a minute
        assertThatNoException().isThrownBy(() -> {
            for (var i = 0; i < 8; i++) {
                warm.signNobodyIn();
            }
        });
        assertThat(limits.take(Limits.SIGN_IN, "warm-up@regulars.invalid|")).isZero();
        assertThat(accounts.findByEmail("warm-up@regulars.invalid")).isEmpty();
    }
}
