package app.regulars.payment;

import app.regulars.platform.NotFound;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The lines of bank statements, straight from their table, and what they seem to be for. */
@Component
class BankLines {

    private static final int MOST = 300;
    private static final int MOST_OWED = 5_000;
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final ObjectProvider<PaymentNumbers> numbers;

    BankLines(JdbcTemplate jdbc, ObjectProvider<PaymentNumbers> numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    /** @return false when it is known already, from whichever file */
    boolean add(UUID statement, int position, String fingerprint, StatementLine line, LocalDateTime now) {
        return jdbc.queryForObject("select count(*) from bank_line where fingerprint = ?", Integer.class, fingerprint) == 0
                && jdbc.update("insert into bank_line (id, version, statement_id, position, fingerprint, booked_on, amount, currency, payer, words, bank_reference, state, changed_at) "
                        + "values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)", Columns.bytes(Ids.next()), Columns.bytes(statement), position, fingerprint, line.on(),
                        line.amount().amount(), line.amount().currency(), line.payer(), line.words(), line.reference(), now) == 1;
    }

    /** Exact ones first, then the oldest. */
    List<BankLine> open() {
        var found = jdbc.query("select * from bank_line where state = 'OPEN' order by booked_on, id limit " + MOST, (row, n) -> line(row, null));
        if (found.isEmpty()) {
            return found;
        }
        var owed = BankProposal.plain(owed());
        return found.stream().map(line -> new BankLine(line.id(), line.on(), line.amount(), line.payer(), line.words(), line.reference(), line.state(), null, line.changedAt(), null,
                BankProposal.of(line.words() + " " + line.reference(), line.amount(), owed))).sorted(Comparator.comparing(line -> line.proposal().kind())).toList();
    }

    List<BankLine> done(int limit) {
        return jdbc.query("select * from bank_line where state <> 'OPEN' order by changed_at desc, id limit ?", (row, n) -> line(row, null), limit);
    }

    int count() {
        return jdbc.queryForObject("select count(*) from bank_line where state = 'OPEN'", Integer.class);
    }

    private List<BankProposal.Owed> owed() {
        var open = jdbc.query("select reference, label, method, amount - captured + refunded - held as what, currency from payment where status in ('PENDING', 'DECLINED', 'PARTLY_PAID', 'PARTLY_REFUNDED') "
                + "and canceled_at is null and label is not null and amount - captured + refunded - held > 0 order by begun_at desc limit " + MOST_OWED,
                (row, n) -> new BankProposal.Owed(Columns.uuid(row.getBytes(1)), List.of(row.getString(2)), Money.of(row.getBigDecimal(4), row.getString(5)),
                        !PaymentMethods.CARD.equals(row.getString(3))));
        var more = new HashMap<UUID, List<String>>();
        for (var from = 0; from < open.size(); from += BATCH) {
            var batch = open.subList(from, Math.min(open.size(), from + BATCH)).stream().map(BankProposal.Owed::reference).toList();
            numbers.forEach(source -> source.of(batch).forEach((reference, known) -> more.merge(reference, known, (one, other) -> {
                var both = new ArrayList<>(one);
                both.addAll(other);
                return both;
            })));
        }
        return open.stream().map(each -> {
            var all = new ArrayList<>(each.numbers());
            all.addAll(more.getOrDefault(each.reference(), List.of()));
            return new BankProposal.Owed(each.reference(), List.copyOf(all), each.open(), each.byTransfer());
        }).toList();
    }

    /** Who has this number, as people type it. */
    Optional<UUID> reference(String typed) {
        var number = typed.strip().toUpperCase(Locale.ROOT);
        var own = jdbc.query("select reference from payment where label = ?", (row, n) -> Columns.uuid(row.getBytes(1)), number).stream().findFirst();
        return own.or(() -> numbers.stream().flatMap(source -> source.named(number).stream()).findFirst());
    }

    /** Takes it off the list, for whoever is first. @return null when it is not open any more @throws NotFound if there is none */
    BankLine claim(UUID id, String state, String what, StaffId by, Instant at) {
        var claimed = jdbc.update("update bank_line set state = ?, outcome = ?, staff_id = ?, changed_at = ?, version = version + 1 where id = ? and state = 'OPEN'", state,
                what.substring(0, Math.min(what.length(), 500)), Columns.bytes(by.value()), Columns.utc(at), Columns.bytes(id)) == 1;
        var line = jdbc.query("select * from bank_line where id = ?", (row, n) -> line(row, null), Columns.bytes(id)).stream().findFirst().orElseThrow(NotFound::new);
        return claimed ? line : null;
    }

    void of(UUID id, UUID payment) {
        jdbc.update("update bank_line set payment_id = ? where id = ?", Columns.bytes(payment), Columns.bytes(id));
    }

    boolean reopen(UUID id, Instant at) {
        return jdbc.update("update bank_line set state = 'OPEN', outcome = null, staff_id = null, changed_at = ?, version = version + 1 where id = ? and state = 'ASIDE'",
                Columns.utc(at), Columns.bytes(id)) == 1;
    }

    private static BankLine line(ResultSet row, BankProposal proposal) throws SQLException {
        var staff = Columns.uuid(row.getBytes("staff_id"));
        return new BankLine(Columns.uuid(row.getBytes("id")), row.getObject("booked_on", LocalDate.class), Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("payer"), row.getString("words"), row.getString("bank_reference"), row.getString("state").toLowerCase(Locale.ROOT), row.getString("outcome"),
                Columns.instant(row, "changed_at"), staff == null ? null : new StaffId(staff), proposal);
    }
}
