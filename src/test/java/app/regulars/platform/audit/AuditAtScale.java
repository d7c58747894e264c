package app.regulars.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Not part of the suite: the history with a million entries on MySQL. {@code mvn test -Dtest=AuditAtScale} prints what each question took. */
@RegularsTest
@WithStaff
class AuditAtScale {

    private static final int ENTRIES = 1_000_000;

    @Autowired
    AuditTrail trail;
    @Autowired
    AuditDesk desk;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Clock clock;

    @Test
    void answersAtOnce() {
        var staff = new StaffId[] {StaffId.next(), StaffId.next(), StaffId.next(), StaffId.next()};
        var actions = new String[] {"order.packed", "order.shipped", "order.noted", "inquiry.viewed", "inquiry.answered", "customer.viewed", "product.changed", "stock.counted"};
        var amelie = CustomerId.next();
        for (var i = 0; i < 4_000; i++) {
            trail.changed(staff[i % 4], actions[i % 7], actions[i % 7].split("\\.")[0], UUID.randomUUID(), Change.of("HL-" + i)
                    .about(i % 100 == 0 ? amelie : CustomerId.next()).of("status", "placed", "a word or two about what became of it " + i).because("because it was so"));
        }
        trail.changed(staff[0], "stock.counted", "stock", UUID.randomUUID(), Change.of("HL-X").because("once only"));
        for (var size = 4_000; size < ENTRIES; size *= 2) {
            jdbc.update("insert into audit_entry (id, happened_at, staff_id, action, subject_kind, subject_id, subject_label, customer_id, before_values, after_values, "
                    + "reason, search_text, salt, content_hash, chain_position) select concat(unhex(lpad(hex(floor(unix_timestamp(at) * 1000)), 12, '0')), random_bytes(10)), at, "
                    + "staff_id, action, subject_kind, subject_id, subject_label, random_bytes(16), before_values, after_values, reason, search_text, salt, content_hash, "
                    + "cast(conv(hex(random_bytes(7)), 16, 10) as signed) from (select e.*, date_sub(happened_at, interval floor(rand() * 30000000) second) as at from audit_entry e "
                    + "where action <> 'stock.counted') once");
        }
        jdbc.execute("analyze table audit_entry");
        System.out.printf("%,d entries%n", jdbc.queryForObject("select count(*) from audit_entry", Long.class));
        var now = clock.instant();
        var nobody = StaffId.next();
        var asked = new LinkedHashMap<String, AuditFilter>();
        asked.put("everything", AuditFilter.ALL);
        asked.put("one of the staff", new AuditFilter(staff[1], null, null, null, null, null, null));
        asked.put("nobody", new AuditFilter(nobody, null, null, null, null, null, null));
        asked.put("staff and action", new AuditFilter(staff[1], null, null, "order.packed", null, null, null));
        asked.put("staff and an action she never did", new AuditFilter(staff[1], null, null, "stock.counted", null, null, null));
        asked.put("staff and a kind she never did", new AuditFilter(staff[1], null, null, "stock", null, null, null));
        asked.put("staff and kind", new AuditFilter(staff[1], null, null, "order", null, null, null));
        asked.put("kind", new AuditFilter(null, null, null, "order", null, null, null));
        asked.put("kind that nobody did", new AuditFilter(null, null, null, "nothing", null, null, null));
        asked.put("rare action", new AuditFilter(null, null, null, "stock.counted", null, null, null));
        asked.put("kind in the future", new AuditFilter(null, null, null, "order", now.plus(Duration.ofDays(1)), null, null));
        asked.put("customer", new AuditFilter(null, amelie, null, null, null, null, null));
        asked.put("customer and an action that was not", new AuditFilter(null, amelie, null, "stock.counted", null, null, null));
        asked.put("record", new AuditFilter(null, null, "HL-77", null, null, null, null));
        asked.put("record and staff who did not", new AuditFilter(staff[0], null, "HL-77", null, null, null, null));
        asked.put("record that is none", new AuditFilter(null, null, "HL-0", "order.packed", null, null, null));
        asked.put("words of all", new AuditFilter(null, null, null, null, null, null, "because so"));
        asked.put("words nobody said", new AuditFilter(null, null, null, null, null, null, "zzxqy"));
        asked.put("staff and words nobody said", new AuditFilter(staff[1], null, null, null, null, null, "zzxqy"));
        asked.put("staff, action and words nobody said", new AuditFilter(staff[1], null, null, "order.packed", null, null, "zzxqy"));
        asked.put("kind and words nobody said", new AuditFilter(null, null, null, "order", null, null, "zzxqy"));
        asked.put("a year ago", new AuditFilter(null, null, null, null, null, now.minus(Duration.ofDays(365)), null));
        asked.forEach((name, filter) -> {
            var start = System.nanoTime();
            var page = desk.page(filter, null, 50);
            var cold = System.nanoTime();
            page = desk.page(filter, null, 50);
            var warm = System.nanoTime();
            System.out.printf("%s: %d rows, %s, first %,d ms, again %,d ms%n", name, page.rows().size(), page.reached() == null ? "whole" : "stretch", (cold - start) / 1_000_000,
                    (warm - cold) / 1_000_000);
            assertThat(Duration.ofNanos(warm - cold)).isLessThan(Duration.ofSeconds(5));
        });
        var start = System.nanoTime();
        desk.actions();
        System.out.printf("actions: %,d ms%n", (System.nanoTime() - start) / 1_000_000);
    }
}
