package app.regulars.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.forum.OpenForum;
import app.regulars.platform.audit.AuditDesk;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.time.BusinessClock;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** What people ask is answered in time by somebody, what goes wrong is written down, and what is old goes. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class PrivacyDeskModuleTests {

    @Autowired
    private ApplicationContext house;
    @Autowired
    private MyData mine;
    @Autowired
    private PrivacyDesk desk;
    @Autowired
    private PrivacyRegister register;
    @Autowired
    private Retention retention;
    @Autowired
    private JdbcTemplate jdbc;

    private final StaffId ines = StaffId.next();

    @Test
    void aRequestHasADueDateAnOwnerALogAndAnAnswer() {
        var her = SomebodyKnown.in(house, "desk.");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.ask(her.id(), RequestKind.COMPLAINT, " ", Languages.ENGLISH));
        var number = mine.ask(her.id(), RequestKind.CORRECTION, "My name has two dots", Languages.FRENCH);
        var row = desk.open().stream().filter(each -> each.number().equals(number)).findFirst().orElseThrow();
        assertThat(Duration.between(row.askedAt(), row.dueAt())).isEqualTo(Duration.ofDays(30));
        desk.take(number, ines);
        desk.answer(number, "C’est corrigé.", ines);
        desk.close(number, RequestState.DONE, "", ines);
        var file = desk.read(number, ines);
        assertThat(file.row().owner()).isEqualTo(ines);
        assertThat(file.steps()).extracting(RequestStep::what).containsExactly("asked", "taken", "answer", "done");
        assertThat(jdbc.queryForObject("select count(*) from outbox_message where kind = 'privacy.answer' and recipient = ? and plain like '%corrigé%'", Integer.class,
                "desk." + SomebodyKnown.EMAIL)).isOne();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.answer(number, "again", ines));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.enter(new NewRequest(RequestKind.ACCESS, null, "", "x@y.example", Languages.ENGLISH, "", "phone"), ines));
        jdbc.update("update privacy_request set due_at = ?, state = 'OPEN', closed_at = null where number = ?", Columns.utc(Instant.now().minusSeconds(60)), number);
        assertThat(desk.open().getFirst()).satisfies(first -> assertThat(first.overdue()).isTrue());
    }

    @Test
    void theDeskIsClosedToOthers() {
        var staff = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(new TestingAuthenticationToken("x", "", "ROLE_CUSTOMER", "ROLE_STAFF")));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(desk::open);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> retention.change("cart", 1, true, ines));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(register::incidents);
        SecurityContextHolder.setContext(staff);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> desk.read("P-0", ines));
    }

    @Test
    void anIncidentIsKeptForFiveYearsAndSaysWhoHasToBeTold() {
        register.save(null, Map.of("title", "Lost laptop", "happened", "2026-01-02", "noticed", "2026-01-03", "description", "On the ferry", "data", "names", "persons", "12",
                "risk", "serious"), ines);
        var incident = register.incidents().stream().filter(each -> each.title().equals("Lost laptop")).findFirst().orElseThrow();
        assertThat(incident.isUntold()).isTrue();
        assertThat(incident.keptUntil()).isAfter(java.time.LocalDate.parse("2031-01-01"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> register.save(null, Map.of("title", "x", "happened", "2026-02-30", "noticed", "2026-01-01"), ines));
    }

    @Test
    void whatIsOldGoesByRuleAndADryRunChangesNothing() {
        var her = SomebodyKnown.in(house, "old.");
        jdbc.update("update sales_order set placed_at = '2010-01-01 00:00:00' where number = ?", her.number());
        retention.change("order", 84, true, ines);
        var trial = retention.dryRun("order");
        assertThat(trial.rows()).contains(her.number());
        assertThat(retention.run()).as("a rule that was changed only counts at first").containsEntry("order", 0L);
        assertThat(jdbc.queryForObject("select contact_name from sales_order where number = ?", String.class, her.number())).isEqualTo(her.name());
        assertThat(retention.rules()).filteredOn(rule -> rule.code().equals("order")).singleElement().satisfies(rule -> assertThat(rule.lastCount()).isPositive());
        jdbc.update("update retention_rule set counts_until = '2026-01-01 00:00:00' where code = 'order'");
        assertThat(retention.run()).containsKeys("order", "cart", "search", "message", "event", "registration");
        assertThat(jdbc.queryForList("select contact_name from sales_order where number = ?", String.class, her.number())).isEqualTo(List.of(""));
        assertThat(jdbc.queryForObject("select province from sales_order where number = ?", String.class, her.number())).isEqualTo("PE");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> retention.change("order", 0, true, ines));
        assertThatExceptionOfType(Refused.class).as("the ledger is no matter of time").isThrownBy(() -> retention.change("consent", 12, true, ines));
        retention.change("order", 60, true, ines);
        assertThat(retention.run()).as("changed again, counts again").containsEntry("order", 0L);
        for (var rule : retention.rules().stream().filter(RetentionRule::enforced).toList()) {
            assertThat(retention.dryRun(rule.code()).count()).as(rule.code()).isNotNegative();
        }
    }

    /** The words of old deeds go; that they were done, by whom and when, stays in a chain that holds. */
    @Test
    void oldDeedsLoseTheirWordsAndTheChainHolds() {
        var trail = house.getBean(AuditTrail.class);
        var subject = UUID.randomUUID();
        BusinessClock.at(Instant.parse("2015-03-01T10:00:00Z"), () -> trail.changed(ines, "order.noted", "order", subject, Change.of("OLD-1").of("note", "call Zoë", "Zoë called")));
        house.getBean(AuditDesk.class).check(ines);
        carryOut("audit", 84);
        assertThat(retention.dryRun("audit").rows()).contains("order.noted");
        assertThat(retention.run().get("audit")).isPositive();
        assertThat(jdbc.queryForMap("select staff_id, action, subject_label, before_values, after_values, search_text, salt from audit_entry where subject_id = ?", Columns.bytes(subject)))
                .containsEntry("action", "order.noted").satisfies(row -> {
                    assertThat(row.get("staff_id")).isNotNull();
                    assertThat(row.get("subject_label")).isNull();
                    assertThat(row.get("before_values")).isNull();
                    assertThat(row.get("search_text")).isNull();
                });
        assertThat(house.getBean(AuditDesk.class).check(ines).holds()).isTrue();
        assertThat(retention.dryRun("audit").count()).isZero();
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where action = 'retention-rule.carried-out' and subject_label = 'audit'", Integer.class)).isPositive();
    }

    @Test
    void oldPostsStayWithoutTheirWriter() {
        var her = SomebodyKnown.in(house, "poster.");
        var topic = Columns.bytes(Columns.uuid(jdbc.queryForObject("select id from forum_topic where slug = ?", byte[].class, her.topic())));
        jdbc.update("update forum_topic set opened_at = '2001-01-01 00:00:00' where id = ?", topic);
        jdbc.update("update forum_post set posted_at = '2001-01-01 00:00:00' where topic_id = ?", topic);
        carryOut("forum", 240);
        assertThat(retention.dryRun("forum").count()).isEqualTo(3);
        assertThat(retention.run()).containsEntry("forum", 3L);
        assertThat(jdbc.queryForObject("select count(*) from forum_post where topic_id = ? and customer_id is null and text <> ''", Integer.class, topic)).isEqualTo(2);
        assertThat(house.getBean(OpenForum.class).topic(her.topic(), 1)).isPresent();
        retention.change("forum", 0, false, ines);
    }

    private void carryOut(String rule, int months) {
        retention.change(rule, months, true, ines);
        jdbc.update("update retention_rule set counts_until = '2026-01-01 00:00:00' where code = ?", rule);
    }

    /** What a request was before and after every step, and when it was due, in the chain. */
    @Test
    void everyStepOfARequestStandsInTheHistory() {
        var her = SomebodyKnown.in(house, "steps.");
        var number = mine.ask(her.id(), RequestKind.CORRECTION, "Two dots", Languages.ENGLISH);
        desk.take(number, ines);
        var next = StaffId.next();
        house.getBean(PrivacyRequestHandover.class).handOver(ines, next, StaffId.next(), Instant.now());
        desk.note(number, "asked her by phone", next);
        desk.close(number, RequestState.DONE, "", next);
        var rows = jdbc.queryForList("select action, before_values, after_values from audit_entry where subject_label = ? and subject_kind = 'privacy-request' order by happened_at, id", number);
        assertThat(rows).extracting(row -> row.get("action")).containsExactly("privacy-request.asked", "privacy-request.taken", "privacy-request.handed-over",
                "privacy-request.note", "privacy-request.done");
        assertThat(rows.getFirst().get("after_values").toString()).contains("\"due\"", "\"state\":\"open\"");
        assertThat(rows.get(1).get("before_values").toString()).contains("\"state\":\"open\"", "\"owner\":null");
        assertThat(rows.get(2).get("after_values").toString()).contains(next.toString());
        assertThat(rows.getLast().get("before_values").toString()).contains("\"state\":\"taken\"", "\"closed\":null");
    }

    /** Newsletters reach her, so she is not one of whom nothing is heard; and a record that leads to another is nobody. */
    @Test
    void nobodyIsForgottenForBeingSilentWhoIsStillWrittenTo() {
        var her = SomebodyKnown.in(house, "silent.");
        var number = house.getBean(CustomerDirectory.class).find(her.id()).orElseThrow().number();
        jdbc.update("update customer set joined_at = '2010-01-01 00:00:00' where id = ?", Columns.bytes(her.id().value()));
        jdbc.update("update sales_order set placed_at = '2010-01-01 00:00:00' where customer_id = ?", Columns.bytes(her.id().value()));
        jdbc.update("update inquiry set last_message_at = '2010-01-01 00:00:00' where customer_id = ?", Columns.bytes(her.id().value()));
        jdbc.update("update account set created_at = '2010-01-01 00:00:00', last_sign_in_at = null where customer_id = ?", Columns.bytes(her.id().value()));
        assertThat(retention.dryRun("customer").rows()).as("she spoke of what she allows").doesNotContain(number);
        var said = jdbc.query("select happened_at, id from consent_ledger where customer_id = ?", (row, n) -> new Object[] {row.getTimestamp(1), row.getBytes(2)},
                Columns.bytes(her.id().value()));
        jdbc.update("update consent_ledger set happened_at = '2010-01-01 00:00:00' where customer_id = ?", Columns.bytes(her.id().value()));
        jdbc.update("update outbox_message set posted_at = '2010-01-01 00:00:00' where customer_id = ?", Columns.bytes(her.id().value()));
        assertThat(retention.dryRun("customer").rows()).contains(number);
        jdbc.update("update customer set merged_into = ? where id = ?", Columns.bytes(CustomerId.next().value()), Columns.bytes(her.id().value()));
        assertThat(retention.dryRun("customer").rows()).doesNotContain(number);
        jdbc.update("update customer set merged_into = null where id = ?", Columns.bytes(her.id().value()));
        // the chain of consents is checked by others on the same database
        said.forEach(line -> jdbc.update("update consent_ledger set happened_at = ? where id = ?", line));
    }

    @Test
    void whoeverWritesLaterThanTheyReadIsTold() {
        var first = Map.of("title", "Wrong envelope", "happened", "2026-01-02", "noticed", "2026-01-03", "description", "Two letters in one", "data", "names", "persons", "1",
                "risk", "low", "version", "0");
        register.save(null, first, ines);
        var incident = register.incidents().stream().filter(each -> each.title().equals("Wrong envelope")).findFirst().orElseThrow();
        var changed = new HashMap<>(first);
        changed.put("risk", "serious");
        register.save(incident.id(), changed, ines);
        assertThatExceptionOfType(Refused.class).as("the second tab").isThrownBy(() -> register.save(incident.id(), first, StaffId.next()));
        assertThat(jdbc.queryForList("select before_values from audit_entry where action = 'privacy-incident.changed' and subject_id = ?", String.class,
                Columns.bytes(incident.id()))).singleElement().asString().contains("low");
        var number = mine.ask(SomebodyKnown.in(house, "two.").id(), RequestKind.ACCESS, "", Languages.ENGLISH);
        desk.take(number, ines);
        assertThatExceptionOfType(Refused.class).as("who has it keeps it").isThrownBy(() -> desk.take(number, StaffId.next()));
        desk.answer(number, "Here it is.", StaffId.next());
        assertThat(desk.read(number, ines).row().owner()).isEqualTo(ines);
    }

    /** The letter that says so has to leave before the address is gone. */
    @Test
    void anErasureThatIsGrantedIsToldFirst() {
        var her = SomebodyKnown.in(house, "granted.");
        var number = desk.enter(new NewRequest(RequestKind.ERASURE, null, "Somebody", "granted." + SomebodyKnown.EMAIL, Languages.FRENCH, "", "phone"), ines);
        desk.close(number, RequestState.DONE, "", ines);
        assertThat(jdbc.queryForObject("select count(*) from outbox_message where kind = 'privacy.answer' and recipient = ?", Integer.class,
                "granted." + SomebodyKnown.EMAIL)).isOne();
        jdbc.update("update sales_order set status = 'DELIVERED' where customer_id = ?", Columns.bytes(her.id().value()));
        assertThat(house.getBean(ErasureWork.class).again()).isOne();
        assertThat(house.getBean(PersonalScan.class).find(her.traces())).isEmpty();
    }

    @Test
    void knowsARuleForEveryKindOfTheColumnMap() {
        assertThat(retention.rules()).extracting(RetentionRule::code).containsAll(house.getBean(ColumnMap.class).retentionRules());
    }
}
