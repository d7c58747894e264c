package app.regulars.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.Refused;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/** A line of a bank's statement is booked once, to what it is for, in whichever files it comes. */
@RegularsTest
@WithStaff
class BankDeskModuleTests {

    @Autowired
    BankDesk desk;
    @Autowired
    Payments payments;
    @Autowired
    PaymentDesk money;
    @Autowired
    JdbcTemplate jdbc;

    final StaffId nadia = StaffId.next();
    UUID order;
    String number;

    @BeforeEach
    void due() {
        jdbc.update("delete from bank_line");
        order = UUID.randomUUID();
        number = number();
        payments.begin(order, number, cad("48.30"), "transfer", null);
    }

    @Test
    void booksWhatIsExactInOneGoAndTheSameFileTwiceOnlyOnce() {
        var other = UUID.randomUUID();
        var second = number();
        payments.begin(other, second, cad("10.00"), "invoice", null);
        var file = "Date,Amount,Payer,Message\n2026-11-20,48.30,Amélie,order %s\n2026-11-20,9.00,Bo,%s\n2026-11-20,77.77,Cy,rent\n".formatted(number, second);
        assertThat(take(file)).isEqualTo(new BankDesk.Taken(3, 0));
        assertThat(desk.open()).extracting(line -> line.proposal().kind()).containsExactly(BankProposal.Kind.EXACT, BankProposal.Kind.LESS, BankProposal.Kind.NONE);
        assertThat(desk.bookExact(nadia)).isEqualTo(1);
        assertThat(desk.bookExact(nadia)).isZero();
        assertThat(stand(order).status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(stand(order).captured()).isEqualTo(cad("48.30"));
        // again, and once more with one line that is new
        assertThat(take(file)).isEqualTo(new BankDesk.Taken(3, 3));
        assertThat(take(file + "2026-11-20,48.30,Amélie,order %s\n".formatted(number))).isEqualTo(new BankDesk.Taken(4, 3));
        assertThat(desk.bookExact(nadia)).isZero();
        assertThat(stand(order).captured()).isEqualTo(cad("48.30"));
        assertThat(stand(other).captured().isZero()).isTrue();
    }

    @Test
    void booksByHandOverAndUnderAndStaffSeeIt() {
        take("Date,Amount,Payer,Message\n2026-11-20,40.00,Amélie,no number\n2026-11-21,20.00,Amélie,again\n");
        var lines = desk.open();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.book(lines.getFirst().id(), "HL-none", nadia)).matches(refused -> refused.key().endsWith("unknown"));
        assertThat(desk.open()).hasSize(2);
        desk.book(lines.getFirst().id(), number.toLowerCase(), nadia);
        assertThat(stand(order).status()).isEqualTo(PaymentStatus.PARTLY_PAID);
        assertThat(problems()).contains("part");
        desk.book(lines.getLast().id(), number, nadia);
        assertThat(stand(order).captured()).isEqualTo(cad("60.00"));
        assertThat(problems()).contains("overpaid");
        assertThat(desk.done(10)).hasSize(2).allMatch(line -> line.booked().equalsIgnoreCase(number));
    }

    @Test
    void sharesOneTransferOverSeveralOrders() {
        var other = UUID.randomUUID();
        var second = number();
        payments.begin(other, second, cad("10.00"), "invoice", null);
        take("Date,Amount,Payer,Message\n2026-11-20,58.30,Amélie,%s + %s\n".formatted(number, second));
        assertThat(desk.open().getFirst().proposal().isExact()).isTrue();
        assertThat(desk.bookExact(nadia)).isEqualTo(1);
        assertThat(stand(order).status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(stand(other).status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void whoPaysTwiceIsNotBookedTwiceUnseen() {
        take("Date,Amount,Payer,Message\n2026-11-20,48.30,Amélie,%s\n2026-11-21,48.30,Amélie,%s\n".formatted(number, number));
        assertThat(desk.bookExact(nadia)).isEqualTo(1);
        assertThat(stand(order).captured()).isEqualTo(cad("48.30"));
        assertThat(desk.open()).hasSize(1).allMatch(line -> !line.proposal().isExact());
    }

    @Test
    void whatWentBackByTheBankIsNotTakenForThereStill() {
        take("Date,Amount,Payer,Message\n2026-11-20,20.00,Amélie,%s\n".formatted(number));
        desk.book(desk.open().getFirst().id(), number, nadia);
        payments.received(order);
        payments.refund(order, cad("20.00"), "one");
        payments.refund(order, cad("20.00"), "two");
        assertThat(jdbc.queryForList("select e.gateway from payment_entry e join payment p on p.id = e.payment_id where p.reference = ? and e.kind = 'REFUNDED' order by e.position",
                String.class, app.regulars.platform.persistence.Columns.bytes(order))).containsExactly("bank", "hand");
    }

    @Test
    void whoClicksTwiceOrAtTheSameTimeAsAnotherGivesBackOnce() {
        var before = money.of(order).orElseThrow().seen();
        money.receive(order, "48.30", "cash", before, nadia);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> money.receive(order, "48.30", "cash", before, nadia)).matches(refused -> refused.key().endsWith("seen"));
        var seen = money.of(order).orElseThrow().seen();
        money.refund(order, "10.00", "chipped", seen, nadia);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> money.refund(order, "10.00", "chipped", seen, nadia)).matches(refused -> refused.key().endsWith("seen"));
        assertThat(stand(order).refunded()).isEqualTo(cad("10.00"));
    }

    @Test
    void isBookedOnceByHoweverManyAtOnce() throws Exception {
        take("Date,Amount,Payer,Message\n2026-11-20,48.30,Amélie,%s\n".formatted(number));
        var line = desk.open().getFirst().id();
        var tries = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            tries.add(new DelegatingSecurityContextCallable<>(() -> desk.bookExact(nadia)));
            tries.add(new DelegatingSecurityContextCallable<>(() -> {
                desk.book(line, number, nadia);
                return 0;
            }));
        }
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (var each : pool.invokeAll(tries)) {
                each.get();
            }
        }
        assertThat(stand(order).captured()).isEqualTo(cad("48.30"));
    }

    @Test
    void setsAsideAndTakesUpAgain() {
        take("Date,Amount,Payer,Message\n2026-11-20,77.00,Landlord,rent\n");
        var line = desk.open().getFirst().id();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.setAside(line, " ", nadia));
        desk.setAside(line, "rent of the flat", nadia);
        assertThat(desk.open()).isEmpty();
        desk.takeUp(line, nadia);
        assertThat(desk.open()).hasSize(1);
    }

    @Test
    void takesIsoStatements() {
        assertThat(BankDesk.isXml(("\ufeff" + StatementTests.CAMT).getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(BankDesk.isXml("Date,Amount".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(desk.take("november.xml", StatementTests.CAMT.getBytes(StandardCharsets.UTF_8), nadia).fresh()).isEqualTo(3);
        assertThat(desk.take("november.xml", StatementTests.CAMT.getBytes(StandardCharsets.UTF_8), nadia).fresh()).isZero();
    }

    private BankDesk.Taken take(String csv) {
        var table = desk.table(csv.getBytes(StandardCharsets.UTF_8));
        return desk.take("november.csv", table, table.guess(), nadia);
    }

    private List<String> problems() {
        return money.problems().stream().filter(problem -> problem.id().equals(order)).map(PaymentProblem::kind).toList();
    }

    private PaymentStand stand(UUID reference) {
        return payments.of(reference).orElseThrow();
    }

    private static String number() {
        return "HL-" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 100_000_000_000L);
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
