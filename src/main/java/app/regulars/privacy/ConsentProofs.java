package app.regulars.privacy;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.shop.Shop;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Answers what somebody had agreed to on a day, in which words. */
@Component
class ConsentProofs {

    private final ConsentLedger ledger;
    private final ConsentLines lines;
    private final PrivacyStatements statements;
    private final Shop shop;
    private final Clock clock;

    ConsentProofs(ConsentLedger ledger, ConsentLines lines, PrivacyStatements statements, Shop shop, Clock clock) {
        this.ledger = ledger;
        this.lines = lines;
        this.statements = statements;
        this.shop = shop;
        this.clock = clock;
    }

    ConsentProof of(CustomerId customer, LocalDate day, Locale locale) {
        var now = clock.instant();
        var end = day.plusDays(1).atStartOfDay(shop.zone()).toInstant().minusNanos(1_000);
        var moment = end.isAfter(now) ? now : end;
        var head = lines.head();
        return new ConsentProof(day, moment, ledger.states(customer, locale, moment), ledger.history(customer, moment),
                statements.at(moment), head.sequence(), HexFormat.of().formatHex(head.hash()), now);
    }
}
