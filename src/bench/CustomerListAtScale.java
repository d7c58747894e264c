package app.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.SystemWork;
import app.regulars.testing.RegularsTest;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The staff’s list with 100,000 customers; {@code customer-list.sh} runs it and it prints what it took. */
@RegularsTest
class CustomerListAtScale {

    private static final int CUSTOMERS = 100_000;
    private static final int BATCH = 1_000;

    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private CustomerDesk desk;
    @Autowired
    private CustomFieldDesk fields;
    @Autowired
    private CustomerExport export;
    @Autowired
    private StageDesk stages;
    @Autowired
    private SystemWork work;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;

    @Test
    void answersAtOnce() {
        var begun = System.nanoTime();
        for (int from = 0; from < CUSTOMERS; from += BATCH) {
            customers.obtainAll(IntStream.range(from, from + BATCH).mapToObj(i -> new NewCustomer("Customer " + i, null, null, "c" + i + "@scale.example", "902 555 0100",
                    Languages.ENGLISH, null, clock.instant().minus(Duration.ofHours(i / 10)), i % 3 == 0 ? "registration" : "import", i % 2 == 0 ? "email" : "phone", null,
                    null)).toList());
        }
        System.out.printf("100,000 customers in %,d ms%n", (System.nanoTime() - begun) / 1_000_000);
        var by = StaffId.next();
        work.run(() -> {
            var code = "scale-" + UUID.randomUUID().toString().substring(0, 8);
            fields.add(new CustomFieldDesk.Form(code, "Score", "Note", FieldKind.NUMBER, "", null, "x", "x", "24", FieldAudience.STAFF, false), by);
            jdbc.update("insert into customer_field_value (customer_id, field_id, value_text, value_key, value_number, set_at) select c.id, f.id, '7', '7', "
                    + "length(c.name), c.joined_at from customer c join customer_field f on f.code = ?", code);
            jdbc.update("insert into customer_role (customer_id, role, since) select id, 'supplier', joined_at from customer where number like '%77'");
            jdbc.update("update customer set need = 'gift' where number like '%3'");
            jdbc.execute("analyze table customer, customer_role, customer_field_value");
            var asked = new LinkedHashMap<String, Map<String, String>>();
            asked.put("everybody", Map.of());
            asked.put("words", Map.of("q", "customer 99"));
            asked.put("words nobody has", Map.of("q", "zzxqy"));
            asked.put("source", Map.of("source", "registration"));
            asked.put("role", Map.of("role", "supplier"));
            asked.put("stage and need", Map.of("stage", "member", "need", "gift"));
            asked.put("custom number", Map.of("f." + code, "10..13"));
            asked.forEach((name, parameters) -> {
                var filter = CustomerFilter.of(parameters);
                desk.list(filter, 0, 50);
                var start = System.nanoTime();
                var rows = desk.list(filter, 0, 50);
                var list = System.nanoTime();
                var count = desk.count(filter);
                var end = System.nanoTime();
                System.out.printf("%s: %,d found, page %,d ms, count %,d ms%n", name, count, (list - start) / 1_000_000, (end - list) / 1_000_000);
                assertThat(rows.size()).isEqualTo(Math.min(50, count));
            });
            var start = System.nanoTime();
            desk.list(CustomerFilter.everybody(), 1_999, 50);
            System.out.printf("last page: %,d ms%n", (System.nanoTime() - start) / 1_000_000);
            start = System.nanoTime();
            stages.report(12);
            stages.origins(12);
            System.out.printf("reports: %,d ms%n", (System.nanoTime() - start) / 1_000_000);
            start = System.nanoTime();
            var written = export.write(CustomerFilter.everybody(), new StringWriter(), by);
            System.out.printf("export of %,d: %,d ms%n", written, (System.nanoTime() - start) / 1_000_000);
        }, Permissions.codes().toArray(String[]::new));
    }
}
