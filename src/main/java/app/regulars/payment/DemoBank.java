package app.regulars.payment;

import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The other side of the demonstration gateway: a bank that exists in two tables and moves no money. */
@Component
@ConditionalOnBooleanProperty("regulars.demo")
class DemoBank {

    private static final int ID_LENGTH = 24;
    /** As banks keep money on most cards. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DemoBank(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param state OPEN, CAPTURED (taken at once), AUTHORIZED (kept, in parts taken), ENDED (nothing of it is kept any more), DECLINED or CLOSED
     * @param taken of what was kept
     */
    record Charge(String id, String key, String label, Money amount, String back, Locale locale, String state, String problem, Money refunded, Money taken, Instant openedAt, Instant changedAt) {

        Instant keptUntil() {
            return openedAt.plus(KEPT);
        }


        boolean isOpen() {
            return "OPEN".equals(state);
        }
    }

    record Refund(String id, String key, Money amount, Instant at) {
    }

    @Transactional
    public Charge open(PaymentGateway.Opening opening) {
        var key = opening.attempt().toString();
        var known = byKey(key);
        if (known.isPresent()) {
            return known.get();
        }
        var now = Columns.utc(clock.instant());
        var id = "dp_" + Secrets.next().substring(0, ID_LENGTH);
        jdbc.update("insert into demo_charge (id, ask_key, label, amount, currency, back, locale, state, refunded, taken, at_once, opened_at, changed_at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, 'OPEN', 0, 0, ?, ?, ?)",
                id, key, opening.label(), opening.amount().amount(), opening.amount().currency(), opening.back(), opening.locale().toLanguageTag(), opening.captured(), now,
                now);
        return find(id).orElseThrow();
    }

    Optional<Charge> find(String id) {
        return charges("id", id);
    }

    private Optional<Charge> byKey(String key) {
        return charges("ask_key", key);
    }

    private Optional<Charge> charges(String column, String value) {
        return jdbc.query("select * from demo_charge where " + column + " = ?", (row, n) -> new Charge(row.getString("id"), row.getString("ask_key"), row.getString("label"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")), row.getString("back"), Locale.forLanguageTag(row.getString("locale")), row.getString("state"),
                row.getString("problem"), Money.of(row.getBigDecimal("refunded"), row.getString("currency")),
                Money.of(row.getBigDecimal("taken"), row.getString("currency")), Columns.instant(row, "opened_at"), Columns.instant(row, "changed_at")), value).stream().findFirst();
    }

    /** Only once: what is decided stays. @return whether this decided it */
    boolean decide(String id, String state, String problem) {
        return jdbc.update("update demo_charge set state = ?, problem = ?, changed_at = ? where id = ? and state = 'OPEN'", state, problem, Columns.utc(clock.instant()), id) == 1;
    }

    /** The card is good: taken at once, or kept. */
    void accept(String id) {
        jdbc.update("update demo_charge set state = case when at_once then 'CAPTURED' else 'AUTHORIZED' end, taken = case when at_once then amount else 0 end, changed_at = ? "
                + "where id = ? and state = 'OPEN'", Columns.utc(clock.instant()), id);
    }

    /** So much in all, never more than is kept. */
    void take(String id, Money inAll, boolean last) {
        jdbc.update("update demo_charge set taken = ?, changed_at = ? where id = ? and state = 'AUTHORIZED' and taken < ? and amount >= ?", inAll.amount(),
                Columns.utc(clock.instant()), id, inAll.amount(), inAll.amount());
        jdbc.update("update demo_charge set state = 'ENDED', changed_at = ? where id = ? and state = 'AUTHORIZED' and (taken = amount or ?)", Columns.utc(clock.instant()), id, last);
    }

    void letGo(String id) {
        jdbc.update("update demo_charge set state = 'ENDED', changed_at = ? where id = ? and state = 'AUTHORIZED'", Columns.utc(clock.instant()), id);
    }

    /** What is kept too long is let go. */
    void lapse(String id) {
        jdbc.update("update demo_charge set state = 'ENDED', changed_at = ? where id = ? and state = 'AUTHORIZED' and opened_at < ?", Columns.utc(clock.instant()), id,
                Columns.utc(clock.instant().minus(KEPT)));
    }

    /** Never more than was taken; the same key again is the same refund. */
    @Transactional
    public void refund(UUID key, String charge, Money amount) {
        if (jdbc.queryForObject("select count(*) from demo_refund where ask_key = ?", Integer.class, key.toString()) == 0
                && jdbc.update("update demo_charge set refunded = refunded + ? where id = ? and refunded + ? <= taken", amount.amount(), charge,
                        amount.amount()) == 1) {
            jdbc.update("insert into demo_refund (id, ask_key, charge_id, amount, made_at) values (?, ?, ?, ?, ?)", "dr_" + Secrets.next().substring(0, ID_LENGTH), key.toString(),
                    charge, amount.amount(), Columns.utc(clock.instant()));
        }
    }

    List<Refund> refunds(Charge charge) {
        return jdbc.query("select * from demo_refund where charge_id = ? order by made_at", (row, n) -> new Refund(row.getString("id"), row.getString("ask_key"),
                Money.of(row.getBigDecimal("amount"), charge.amount().currency()), Columns.instant(row, "made_at")), charge.id());
    }
}
