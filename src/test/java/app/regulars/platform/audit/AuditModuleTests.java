package app.regulars.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** The history of deeds: kept with before and after, found again, and not to be changed unseen. */
@RegularsTest
@WithStaff
class AuditModuleTests {

    @Autowired
    AuditTrail trail;
    @Autowired
    AuditDesk desk;
    @Autowired
    AuditChain chain;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    Clock clock;

    final StaffId ellen = StaffId.next();
    final StaffId priya = StaffId.next();
    final CustomerId amelie = CustomerId.next();

    @BeforeEach
    @AfterEach
    void anEmptyBook() {
        chain.seal();
        jdbc.update("delete from audit_entry");
        jdbc.update("update audit_chain set chain_position = 0, chain_hash = '', signature = ''");
    }

    @Test
    void keepsWhatDiffersBetweenBeforeAndAfterAndWhy() {
        trail.changed(ellen, "order.canceled", "order", UUID.randomUUID(), Change.of("HL-1").about(amelie).from(Change.fields("status", "placed", "carrier", null))
                .to(Change.fields("status", "canceled", "carrier", null)).because("ordered twice"));
        var row = desk.page(AuditFilter.ALL, null, 10).rows().getFirst();
        assertThat(row.before()).containsOnly(java.util.Map.entry("status", "placed"));
        assertThat(row.after()).containsOnly(java.util.Map.entry("status", "canceled"));
        assertThat(row.reason()).isEqualTo("ordered twice");
        assertThat(row.customer()).isEqualTo(amelie);
    }

    @Test
    void whatIsRolledBackWasNotDone() {
        transaction.executeWithoutResult(status -> {
            trail.changed(ellen, "order.packed", "order", UUID.randomUUID(), Change.of("HL-2"));
            status.setRollbackOnly();
        });
        assertThat(desk.page(AuditFilter.ALL, null, 10).rows()).isEmpty();
    }

    @Test
    void manyWritersAtOnceMakeOneChainWithoutAGap() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Callable<Void>>();
            for (var writer = 0; writer < 8; writer++) {
                all.add(() -> {
                    for (var deed = 0; deed < 25; deed++) {
                        transaction.executeWithoutResult(status -> {
                            trail.changed(ellen, "order.packed", "order", UUID.randomUUID(), Change.of("HL-3"));
                            trail.record(priya, "customer.viewed", "customer", amelie.value(), null);
                        });
                        chain.seal();
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(all)) {
                done.get();
            }
        }
        var check = desk.check(priya);
        assertThat(check.breaks()).isEmpty();
        assertThat(check.entries()).isEqualTo(400);
        assertThat(jdbc.queryForList("select chain_position from audit_entry where chain_position is not null order by chain_position", Long.class))
                .startsWith(1L, 2L, 3L).doesNotHaveDuplicates();
    }

    @Test
    void everyChangeOfAStoredEntryBreaksTheChain() {
        for (var tamper : new String[] {"staff_id = x'" + priya.value().toString().replace("-", "") + "'", "action = 'order.packed'", "detail = 'nothing'",
            "reason = 'other'", "after_values = '{}'", "before_values = null", "subject_label = 'HL-9'", "happened_at = '2020-01-01 00:00:00'",
            "customer_id = null", "content_hash = 'f'", "chain_hash = 'f'"}) {
            anEmptyBook();
            write(5);
            assertThat(desk.check(priya).holds()).as("before " + tamper).isTrue();
            jdbc.update("update audit_entry set " + tamper + " where chain_position = 3");
            assertThat(desk.check(priya).breaks()).as(tamper).isNotEmpty().first().extracting(AuditCheck.Break::position).isIn(3L, 4L);
        }
    }

    @Test
    void aMissingOrCutOrSwappedEntryIsSeen() {
        write(5);
        jdbc.update("delete from audit_entry where chain_position = 2");
        assertThat(desk.check(priya).breaks()).extracting(AuditCheck.Break::kind).contains(AuditCheck.Kind.MISSING);
        anEmptyBook();
        write(5);
        jdbc.update("delete from audit_entry where chain_position = 5");
        assertThat(desk.check(priya).breaks()).extracting(AuditCheck.Break::kind).contains(AuditCheck.Kind.CUT);
        anEmptyBook();
        write(5);
        jdbc.update("update audit_entry set chain_position = 99 where chain_position = 2");
        jdbc.update("update audit_entry set chain_position = 2 where chain_position = 3");
        jdbc.update("update audit_entry set chain_position = 3 where chain_position = 99");
        assertThat(desk.check(priya).holds()).isFalse();
    }

    @Test
    void aChainMadeAnewLacksTheSignature() {
        write(3);
        var last = jdbc.queryForObject("select chain_hash from audit_entry where chain_position = 3", String.class);
        jdbc.update("update audit_chain set chain_position = 3, chain_hash = ?, signature = 'forged'", last);
        assertThat(desk.check(priya).breaks()).extracting(AuditCheck.Break::kind).containsExactly(AuditCheck.Kind.SIGNATURE);
    }

    @Test
    void forgettingACustomerTakesTheWordsAndLeavesTheChain() {
        trail.changed(ellen, "customer.changed", "customer", amelie.value(), Change.of("C-00101").about(amelie).of("name", "Amélie Cormier", "Amélie Roy"));
        write(2);
        trail.forget(amelie);
        var check = desk.check(priya);
        assertThat(check.holds()).isTrue();
        assertThat(check.erased()).isEqualTo(2);
        assertThat(jdbc.queryForList("select * from audit_entry").toString()).doesNotContain("Cormier").doesNotContain("Roy").doesNotContain("cormier");
    }

    @Test
    void findsByPersonSubjectActionTimeAndWords() {
        trail.changed(ellen, "order.packed", "order", UUID.randomUUID(), Change.of("HL-7").about(amelie).of("status", "placed", "packed"));
        trail.changed(priya, "order.noted", "order", UUID.randomUUID(), Change.of("HL-8").to(Change.fields("note", "Déposer à côté de la porte 100 %")));
        trail.record(priya, "customer.viewed", "customer", amelie.value(), null);
        assertThat(found(new AuditFilter(ellen, null, null, null, null, null, null))).containsExactly("order.packed");
        assertThat(found(new AuditFilter(null, amelie, null, null, null, null, null))).containsExactlyInAnyOrder("order.packed", "customer.viewed");
        assertThat(found(new AuditFilter(null, null, "HL-8", null, null, null, null))).containsExactly("order.noted");
        assertThat(found(new AuditFilter(null, null, null, "order", null, null, null))).hasSize(2);
        assertThat(found(new AuditFilter(null, null, null, "order.noted", null, null, null))).hasSize(1);
        assertThat(found(new AuditFilter(null, null, null, null, null, null, "DEPOSER cote"))).containsExactly("order.noted");
        assertThat(found(new AuditFilter(null, null, null, null, null, null, "100 %"))).containsExactly("order.noted");
        assertThat(found(new AuditFilter(null, null, null, null, null, null, "10%e"))).isEmpty();
        assertThat(found(new AuditFilter(null, null, null, null, null, null, "' or 1=1 --"))).isEmpty();
        var now = clock.instant();
        assertThat(found(new AuditFilter(null, null, null, null, now.plus(Duration.ofHours(1)), null, null))).isEmpty();
        assertThat(found(new AuditFilter(null, null, null, null, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)), null))).hasSize(3);
        assertThat(trail.looks(amelie.value(), now.minus(Duration.ofHours(1)))).extracting(AuditTrail.Look::staff).containsExactly(priya);
    }

    @Test
    void pagesThereAndBackShowEveryEntryOnce() {
        write(23);
        var seen = new HashSet<UUID>();
        var page = desk.page(AuditFilter.ALL, null, 10);
        assertThat(page.newer()).isNull();
        page.rows().forEach(row -> seen.add(row.id()));
        var second = desk.page(AuditFilter.ALL, page.older(), 10);
        second.rows().forEach(row -> assertThat(seen.add(row.id())).isTrue());
        var third = desk.page(AuditFilter.ALL, second.older(), 10);
        third.rows().forEach(row -> assertThat(seen.add(row.id())).isTrue());
        assertThat(seen).hasSize(23);
        assertThat(third.older()).isNull();
        assertThat(desk.page(AuditFilter.ALL, third.newer(), 10).rows()).isEqualTo(second.rows());
        assertThat(desk.page(AuditFilter.ALL, second.newer(), 10).rows()).isEqualTo(page.rows());
        assertThat(desk.page(AuditFilter.ALL, "o99999999999999999999-nonsense", 10).rows()).isEqualTo(page.rows());
    }

    @Test
    void looksForWordsInStretchesAndSaysHowFarItCame() {
        write(23);
        var search = new AuditSearch(jdbc, 10);
        var asked = new AuditFilter(null, null, null, null, null, null, "detail 1");
        var all = search.page(AuditFilter.ALL, null, 50).rows();
        var first = search.page(asked, null, 50);
        assertThat(first.reached()).isEqualTo(all.get(9).at());
        var second = search.page(asked, first.older(), 50);
        var third = search.page(asked, second.older(), 50);
        assertThat(third.reached()).isNull();
        assertThat(third.older()).isNull();
        assertThat(Stream.of(first, second, third).flatMap(page -> page.rows().stream()).map(AuditRow::detail))
                .containsExactly("detail 21", "detail 19", "detail 17", "detail 15", "detail 13", "detail 11", "detail 1");
        assertThat(search.page(asked, third.newer(), 50).rows()).isEqualTo(second.rows());
        var nothing = search.page(new AuditFilter(null, null, null, null, null, null, "never said"), null, 50);
        assertThat(nothing.rows()).isEmpty();
        assertThat(nothing.older()).isEqualTo(first.older());
    }

    @Test
    void takesOutWhatStandsBeyondOneStretch() {
        write(23);
        var rows = new ArrayList<AuditRow>();
        new AuditDesk(new AuditSearch(jdbc, 5), null, trail, jdbc).export(new AuditFilter(null, null, null, null, null, null, "detail"), "", priya, rows::add);
        assertThat(rows).hasSize(11);
    }

    @Test
    void takingItOutIsKept() {
        write(4);
        var rows = new ArrayList<AuditRow>();
        desk.export(new AuditFilter(null, null, null, "order", null, null, null), "action=order", priya, rows::add);
        assertThat(rows).hasSize(2);
        assertThat(found(new AuditFilter(priya, null, null, "audit.exported", null, null, null))).hasSize(1);
    }

    @Test
    @WithStaff(Permissions.AUDIT_SEE)
    void whoMaySeeItMayNotTakeItOut() {
        assertThat(desk.page(AuditFilter.ALL, null, 10)).isNotNull();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.export(AuditFilter.ALL, "", priya, row -> { }));
    }

    private java.util.List<String> found(AuditFilter filter) {
        return desk.page(filter, null, 50).rows().stream().map(AuditRow::action).toList();
    }

    private void write(int count) {
        for (var i = 0; i < count; i++) {
            if (i % 2 == 0) {
                trail.changed(ellen, "order.shipped", "order", UUID.randomUUID(), Change.of("HL-" + i).about(amelie).of("status", "packed", "shipped").because("why " + i));
            } else {
                trail.record(ellen, "inquiry.viewed", "inquiry", UUID.randomUUID(), "detail " + i);
            }
        }
        chain.seal();
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where chain_position is null", Long.class)).isZero();
        assertThat(Columns.bytes(amelie.value())).hasSize(16);
    }
}
