package app.regulars.payment;

import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Secrets;
import java.time.Clock;
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

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DemoBank(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param state OPEN, CAPTURED, DECLINED or CLOSED */
    record Charge(String id, String key, String label, Money amount, String back, Locale locale, String state, String problem, Money refunded, Instant changedAt) {

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
        jdbc.update("insert into demo_charge (id, ask_key, label, amount, currency, back, locale, state, refunded, opened_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, 'OPEN', 0, ?, ?)",
                id, key, opening.label(), opening.amount().amount(), opening.amount().currency(), opening.back(), opening.locale().toLanguageTag(), now, now);
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
                row.getString("problem"), Money.of(row.getBigDecimal("refunded"), row.getString("currency")), Columns.instant(row, "changed_at")), value).stream().findFirst();
    }

    /** Only once: what is decided stays. @return whether this decided it */
    boolean decide(String id, String state, String problem) {
        return jdbc.update("update demo_charge set state = ?, problem = ?, changed_at = ? where id = ? and state = 'OPEN'", state, problem, Columns.utc(clock.instant()), id) == 1;
    }

    /** Never more than was taken; the same key again is the same refund. */
    @Transactional
    public void refund(UUID key, String charge, Money amount) {
        if (jdbc.queryForObject("select count(*) from demo_refund where ask_key = ?", Integer.class, key.toString()) == 0
                && jdbc.update("update demo_charge set refunded = refunded + ? where id = ? and state = 'CAPTURED' and refunded + ? <= amount", amount.amount(), charge,
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
