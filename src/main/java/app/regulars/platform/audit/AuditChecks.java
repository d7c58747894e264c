package app.regulars.platform.audit;

import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks the chain and keeps how it went: for the button, the nightly job and the command. */
@Component
public class AuditChecks {

    private static final Logger log = LoggerFactory.getLogger(AuditChecks.class);
    private static final String CHECKED = "audit.checked";

    private final AuditChain chain;
    private final Shop shop;
    private final Clock clock;

    AuditChecks(AuditChain chain, Shop shop, Clock clock) {
        this.chain = chain;
        this.shop = shop;
        this.clock = clock;
    }

    public AuditCheck run() {
        var result = chain.check(clock.instant());
        shop.set(CHECKED, result.at() + " " + result.entries() + " " + result.holds());
        if (!result.holds()) {
            log.error("the history of deeds does not hold: {}", result.breaks());
        }
        return result;
    }

    /** When it was last checked, how many entries there were and whether it held: "2026-11-22T06:00:00Z 1200 true". */
    Optional<String> last() {
        return Optional.ofNullable(shop.get(CHECKED, null));
    }
}
