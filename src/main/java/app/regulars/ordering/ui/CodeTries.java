package app.regulars.ordering.ui;

import app.regulars.platform.Refused;
import app.regulars.platform.security.RateLimits;
import app.regulars.platform.security.RateLimits.Limit;
import app.regulars.platform.web.Origin;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Codes can be mistyped, but not guessed through: so many from one place, then a while between two. */
@Component
public class CodeTries {

    private static final Limit LIMIT = Limit.of("coupon", 30, Duration.ofMinutes(10)).and(100, Duration.ofHours(6));

    private final RateLimits limits;

    CodeTries(RateLimits limits) {
        this.limits = limits;
    }

    /** @throws Refused when there were too many */
    public void one() {
        if (!limits.take(LIMIT, Origin.here()).isZero()) {
            throw new Refused("ordering.code.wait", "code", Map.of());
        }
    }
}
