package app.regulars.payment;

import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The staff's door to bank statements: reads them, proposes what each line is for, books it. No line is ever booked twice, in whichever file it comes. */
@Service
@RolesAllowed(Permissions.PAYMENTS_SEE)
public class BankDesk {

    /** Bytes of a file. */
    public static final int LARGEST = 10 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_NUMBERS = 20;

    private final PaymentRepository payments;
    private final PaymentBook book;
    private final BankLines lines;
    private final AuditTrail audit;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Shop shop;
    private final Clock clock;

    BankDesk(PaymentRepository payments, PaymentBook book, BankLines lines, AuditTrail audit, JdbcTemplate jdbc, TransactionTemplate transaction, Shop shop, Clock clock) {
        this.payments = payments;
        this.book = book;
        this.lines = lines;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.shop = shop;
        this.clock = clock;
    }

    /** @param lines that came in @param known of them, those that another file or this one brought before */
    public record Taken(int lines, int known) {

        public int fresh() {
            return lines - known;
        }
    }

    /** Whether it is a statement in XML, which needs no choice of columns. */
    public static boolean isXml(byte[] file) {
        for (var each : file) {
            if (each == '<') {
                return true;
            }
            if (!Character.isWhitespace(each) && each > 0) {
                return false;
            }
        }
        return false;
    }

    /** The file as a table, to choose what its columns are. @throws Refused beside "bank-file" */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    public StatementTable table(byte[] file) {
        bounded(file);
        return StatementTable.of(file);
    }

    /** Takes over what came in by a table. @throws Refused beside the choice of a column that does not fit */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    public Taken take(String name, StatementTable table, StatementTable.Columns columns, StaffId by) {
        return take(name, "csv", table.lines(columns, shop.currency()), by);
    }

    /** Takes over what came in by an ISO 20022 statement. @throws Refused beside "bank-file" */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    public Taken take(String name, byte[] xml, StaffId by) {
        bounded(xml);
        return take(name, "camt", CamtStatement.read(xml), by);
    }

    private Taken take(String name, String format, List<StatementLine> found, StaffId by) {
        var called = name == null || name.isBlank() ? format : name.strip().substring(0, Math.min(name.strip().length(), LONGEST_NAME));
        var prints = StatementLine.fingerprints(found);
        var taken = transaction.execute(status -> {
            var statement = Ids.next();
            var now = Columns.utc(clock.instant());
            jdbc.update("insert into bank_statement (id, version, name, format, taken_at, staff_id) values (?, 0, ?, ?, ?, ?)", Columns.bytes(statement), called, format, now,
                    Columns.bytes(by.value()));
            var fresh = 0;
            for (var i = 0; i < found.size(); i++) {
                fresh += lines.add(statement, i, prints.get(i), found.get(i), now) ? 1 : 0;
            }
            audit.changed(by, "payment.statement", "bank-statement", statement, Change.of(called).to(Change.fields("lines", found.size(), "new", fresh)));
            return new Taken(found.size(), found.size() - fresh);
        });
        Live.changed("payments");
        return taken;
    }

    /** What waits, with what each seems to be for; exact ones first. */
    @RolesAllowed(Permissions.PAYMENTS_SEE)
    @Transactional(readOnly = true)
    public List<BankLine> open() {
        return lines.open();
    }

    /** How many lines wait. */
    @RolesAllowed(Permissions.PAYMENTS_SEE)
    @Transactional(readOnly = true)
    public int waiting() {
        return lines.count();
    }

    /** What was done last. */
    @RolesAllowed(Permissions.PAYMENTS_SEE)
    @Transactional(readOnly = true)
    public List<BankLine> done(int limit) {
        return lines.done(limit);
    }

    /** Books every line that names what it is for and is exactly what is open of it. @return how many */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    public int bookExact(StaffId by) {
        var booked = 0;
        for (var line : open()) {
            if (line.proposal().isExact()) {
                try {
                    booked += Boolean.TRUE.equals(transaction.execute(status -> book(line.id(), line.proposal().owed().stream().map(BankProposal.Owed::label).toList(), true, by))) ? 1 : 0;
                } catch (Refused changedMeanwhile) {
                    // it stays on the list, where it says what it is now
                }
            }
        }
        return booked;
    }

    /**
     * Books a line by hand.
     *
     * @param typed numbers of orders or invoices; with several, each gets what is open of it and the last one the rest
     * @throws Refused beside "numbers-{id}"
     */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    public void book(UUID line, String typed, StaffId by) {
        var numbers = List.of((typed == null ? "" : typed).strip().split("[\\s,;]+")).stream().filter(number -> !number.isBlank()).distinct().toList();
        if (numbers.isEmpty() || numbers.size() > MOST_NUMBERS) {
            throw new Refused("payment.bank.refused.numbers", "numbers-" + line, Map.of());
        }
        transaction.execute(status -> book(line, numbers, false, by));
    }

    /** @param exact whether it is booked only for just what is open @return false when somebody was quicker */
    private boolean book(UUID id, List<String> numbers, boolean exact, StaffId by) {
        var line = lines.claim(id, "BOOKED", String.join(" ", numbers), by, clock.instant());
        if (line == null) {
            return false;
        }
        var references = new ArrayList<UUID>();
        for (var number : numbers) {
            references.add(lines.reference(number).orElseThrow(() -> new Refused("payment.bank.refused.unknown", "numbers-" + id, Map.of("number", number))));
        }
        if (new HashSet<>(references).size() != references.size()) {
            throw new Refused("payment.bank.refused.twice", "numbers-" + id, Map.of());
        }
        // always in the same order, so that two who book at once do not wait for each other
        var owed = references.stream().sorted().map(reference -> payments.lockByReference(reference).orElseThrow()).toList();
        if (exact && !owed.stream().map(payment -> payment.stand().open()).reduce(Money.zero(line.amount().currency()), Money::plus).equals(line.amount())) {
            throw new Refused("payment.bank.refused.twice", "numbers-" + id, Map.of());
        }
        var left = line.amount();
        for (var i = 0; i < owed.size(); i++) {
            var payment = owed.get(i);
            if (!payment.stand().amount().currency().equals(left.currency())) {
                throw new Refused("payment.bank.refused.currency", "numbers-" + id, Map.of("currency", left.currency()));
            }
            var open = payment.stand().open();
            var part = i == owed.size() - 1 || !left.isAtLeast(open) ? left : open;
            if (!part.isZero()) {
                write(line, i, payment, part, by);
                left = left.minus(part);
            }
        }
        lines.of(id, owed.getFirst().id());
        audit.changed(by, "payment.booked", "bank-line", id, Change.of(String.join(" ", numbers)).to(Change.fields("amount", line.amount().toString())));
        return true;
    }

    private void write(BankLine line, int nth, Payment payment, Money part, StaffId by) {
        try {
            book.record(payment, "bank", new Fact(Movement.CAPTURED, part, "bank:" + line.id() + ":" + nth, line.id().toString(), null,
                    line.on().atStartOfDay(shop.zone()).toInstant(), null, true), by, null);
        } catch (DuplicateKeyException twice) {
            throw new IllegalStateException("booked before", twice);
        }
    }

    /** Is not for anything here. @throws Refused beside "aside-{id}" */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    @Transactional
    public void setAside(UUID line, String reason, StaffId by) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refused("payment.refused.reason", "aside-" + line, Map.of());
        }
        if (lines.claim(line, "ASIDE", reason.strip(), by, clock.instant()) != null) {
            audit.changed(by, "payment.set-aside", "bank-line", line, Change.of("").because(reason));
        }
        Live.changed("payments");
    }

    /** What was set aside is to be looked at again. */
    @RolesAllowed(Permissions.PAYMENTS_CHANGE)
    @Transactional
    public void takeUp(UUID line, StaffId by) {
        if (lines.reopen(line, clock.instant())) {
            audit.changed(by, "payment.taken-up", "bank-line", line, Change.of(""));
        }
        Live.changed("payments");
    }

    private static void bounded(byte[] file) {
        if (file == null || file.length == 0) {
            throw new Refused("payment.bank.refused.empty", "bank-file", Map.of());
        }
        if (file.length > LARGEST) {
            throw new Refused("payment.bank.refused.large-file", "bank-file", Map.of());
        }
    }
}
