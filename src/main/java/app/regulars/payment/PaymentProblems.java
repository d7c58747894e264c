package app.regulars.payment;

import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds what does not match, straight from the tables, the oldest first. */
@Component
class PaymentProblems {

    /** A customer may still be on the gateway's page. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final Duration LAPSING = Duration.ofDays(2);
    private static final int MOST = 200;

    /** The last that was asked of that kind, and the gateway said no: nobody asks again by itself. */
    private static final String REFUSED = "a.state = 'REFUSED' and not exists (select 1 from payment_attempt b where b.payment_id = a.payment_id and b.kind = a.kind "
            + "and b.id > a.id)";
    private static final String OPEN = "a.state = 'OPEN'";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PaymentProblems(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<PaymentProblem> list(LocalDate today) {
        var found = new ArrayList<PaymentProblem>();
        found.addAll(payments("declined", "amount", "status = 'DECLINED'"));
        found.addAll(attempts("refused", "REFUND", clock.instant().plus(ANSWER), REFUSED + " and p.captured > p.refunded"));
        found.addAll(attempts("refused", "CAPTURE", clock.instant().plus(ANSWER), REFUSED + " and p.held > 0 and p.canceled_at is null"));
        found.addAll(attempts("unclear", "PAY", clock.instant().minus(ANSWER), OPEN + " and a.gateway_payment is not null and p.status in ('PENDING', 'DECLINED')"));
        found.addAll(attempts("down", "PAY", clock.instant(), OPEN + " and a.gateway_payment is null and a.tries > 0 and p.canceled_at is null"));
        found.addAll(attempts("untaken", "CAPTURE", clock.instant().minus(ANSWER), OPEN));
        found.addAll(payments("lapsing", "held", "held > 0 and canceled_at is null and held_until < ?", Columns.utc(clock.instant().plus(LAPSING))));
        found.addAll(attempts("refund", "REFUND", clock.instant().minus(ANSWER), OPEN));
        found.addAll(payments("overpaid", "captured - refunded - case when canceled_at is null then amount else 0 end",
                "captured > 0 and captured - refunded > case when canceled_at is null then amount else 0 end and not exists "
                        + "(select 1 from payment_attempt a where a.payment_id = payment.id and a.kind = 'REFUND' and a.state = 'OPEN')"));
        found.addAll(payments("waiting", "amount", "status = 'PENDING' and method in ('card', 'transfer') and begun_at < ?", Columns.utc(clock.instant().minus(PATIENCE))));
        found.addAll(payments("part", "amount - captured + refunded", "status = 'PARTLY_PAID'"));
        found.addAll(payments("overdue", "amount - captured + refunded", "status in ('PENDING', 'PARTLY_PAID') and due_on < ?", today));
        found.addAll(jdbc.query("select id, external_id, amount, currency, happened_at from payment_stray where settled_at is null order by happened_at limit " + MOST,
                (row, n) -> new PaymentProblem("unmatched", Columns.uuid(row.getBytes(1)), row.getString(2), Money.of(row.getBigDecimal(3), row.getString(4)),
                        Columns.instant(row, "happened_at"), null)));
        return found;
    }

    private List<PaymentProblem> payments(String kind, String sum, String where, Object... values) {
        return jdbc.query("select reference, label, " + sum + " as what, currency, changed_at, problem from payment where " + where + " order by changed_at limit " + MOST,
                (row, n) -> problem(kind, row), values);
    }

    private List<PaymentProblem> attempts(String kind, String asked, Instant before, String where) {
        return jdbc.query("select p.reference, p.label, a.amount as what, a.currency, a.changed_at, a.problem from payment_attempt a join payment p on p.id = a.payment_id "
                + "where a.kind = ? and a.asked_at < ? and " + where + " order by a.asked_at limit " + MOST, (row, n) -> problem(kind, row), asked,
                Columns.utc(before));
    }

    private static PaymentProblem problem(String kind, ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("what");
        return new PaymentProblem(kind, Columns.uuid(row.getBytes("reference")), row.getString("label"), Money.of(amount == null ? BigDecimal.ZERO : amount, row.getString("currency")),
                Columns.instant(row, "changed_at"), row.getString("problem"));
    }
}
