package app.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.security.SystemWork;
import app.regulars.testing.RegularsTest;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

@RegularsTest
class CustomerRecordModuleTests {

    private static final StaffId STAFF = StaffId.next();
    private static final String[] ALL = Permissions.codes().toArray(String[]::new);

    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private CustomerDesk desk;
    @Autowired
    private CustomerRecordDesk records;
    @Autowired
    private CustomFieldDesk fields;
    @Autowired
    private CustomFields answers;
    @Autowired
    private CustomerExport export;
    @Autowired
    private StageDesk stageDesk;
    @Autowired
    private Stages stages;
    @Autowired
    private MyProfile mine;
    @Autowired
    private app.regulars.privacy.ConsentLedger consents;
    @Autowired
    private SystemWork work;
    @Autowired
    private Clock clock;

    private final String mark = "Mark" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aFieldAppearsEverywhereWithoutARestart() {
        var code = field(FieldKind.CHOICE, FieldAudience.CUSTOMER_WRITES, false, "dark=Dark=Foncé\nlight=Light=Pâle");
        var id = person("=cmd|' /C calc'!A0");
        mine.answer(id, none(), Map.of("custom-" + code, "dark"));
        assertThat(mine.show(id).custom()).containsEntry(code, "dark");
        work.run(() -> {
            assertThat(records.file(id).fields()).extracting(CustomField::code).contains(code);
            assertThat(desk.list(CustomerFilter.of(Map.of("q", mark, "f." + code, "dark")), 0, 50)).extracting(CustomerRow::id).containsExactly(id);
            assertThat(desk.count(CustomerFilter.of(Map.of("q", mark, "f." + code, "light")))).isZero();
            var file = new StringWriter();
            export.write(CustomerFilter.of(Map.of("q", mark)), file, STAFF);
            assertThat(file.toString()).contains("\"" + code + "\"").contains("\"dark\"").contains("\"'=cmd|'").contains("\"'+1 902 555 0100\"").contains("\"0012\"");
            assertThat(records.file(id).changes()).extracting(Change::field).contains("custom:" + code);
        }, ALL);
        assertThatThrownBy(() -> mine.answer(id, none(), Map.of("custom-" + code, "green"))).isInstanceOf(Refused.class);
    }

    @Test
    void aCustomerWritesOnlyWhatIsHers() {
        var staffs = field(FieldKind.TEXT, FieldAudience.STAFF, false, "");
        var reads = field(FieldKind.NUMBER, FieldAudience.CUSTOMER_READS, false, "");
        var id = person("Pat");
        mine.answer(id, none(), Map.of("custom-" + staffs, "mine", "custom-" + reads, "12"));
        assertThat(answers.of(id)).isEmpty();
        work.run(() -> records.change(id, form(Map.of("custom-" + staffs, "secret", "custom-" + reads, "12,5")), STAFF), ALL);
        assertThat(mine.show(id).custom()).containsOnly(Map.entry(reads, "12.5"));
        assertThat(mine.changes(id)).extracting(Change::field).contains("custom:" + reads).doesNotContain("custom:" + staffs, "note");
        work.run(() -> assertThat(desk.count(CustomerFilter.of(Map.of("q", mark, "f." + reads, "10..13")))).isOne(), ALL);
    }

    @Test
    void demographicAnswersCountOnlyWithConsent() {
        var code = field(FieldKind.NUMBER, FieldAudience.CUSTOMER_WRITES, true, "");
        var id = person("Dana");
        mine.answer(id, none(), Map.of("custom-" + code, "1977"));
        var wanted = CustomerFilter.of(Map.of("q", mark, "f." + code, "1970..1980"));
        work.run(() -> {
            assertThat(desk.count(wanted)).isZero();
            assertThat(exported()).doesNotContain("1977");
        }, ALL);
        mine.agreeToGroups(id, Languages.ENGLISH, true);
        work.run(() -> {
            assertThat(desk.count(wanted)).isOne();
            assertThat(exported()).contains("1977");
        }, ALL);
        assertThat(consents.isGranted(id, GroupAnswers.PURPOSE, clock.instant())).isTrue();
        mine.agreeToGroups(id, Languages.ENGLISH, false);
        work.run(() -> assertThat(desk.count(wanted)).isZero(), ALL);
    }

    @Test
    void stagesMoveForwardByThemselvesAndAnywhereByHand() {
        var id = person("Stella");
        stages.reached(id, "ordered", clock.instant());
        stages.reached(id, "ordered", clock.instant());
        stages.reached(id, "registered", clock.instant());
        work.run(() -> {
            stageDesk.put(id, "suspect", "wrong person", STAFF);
            assertThat(stageDesk.of(id)).extracting(StageChange::to).containsExactly("suspect", "customer", "prospect");
            assertThat(stageDesk.of(id)).extracting(StageChange::cause).containsExactly("by-hand", "ordered", "recorded");
            var report = stageDesk.report(3);
            assertThat(report.counts().values()).allSatisfy(counts -> assertThat(counts).hasSize(3).allMatch(count -> count >= 0));
            assertThat(report.moves()).anyMatch(move -> move.from().equals("prospect") && move.to().equals("customer"));
            assertThat(stageDesk.origins(3).counts()).containsKey("staff");
        }, ALL);
    }

    @Test
    void staffMakeAndNarrow() {
        work.run(() -> {
            var card = records.create(new CustomerRecordDesk.NewRecord("Sue " + mark, "Supply " + mark, "sue-" + mark + "@walk.example", null, Languages.FRENCH,
                    Set.of("supplier")), STAFF);
            assertThat(card.isCompany()).isTrue();
            assertThat(desk.list(CustomerFilter.of(Map.of("q", mark, "role", "supplier", "kind", "company", "source", "staff")), 0, 50))
                    .extracting(CustomerRow::number).containsExactly(card.number());
            assertThat(desk.count(CustomerFilter.of(Map.of("q", mark, "role", "investor")))).isZero();
            records.change(card.id(), new CustomerRecordDesk.Form("Sue " + mark, null, Languages.FRENCH, "Supply " + mark, null, "12345 RT0001", "14", null,
                    new ProfileAnswers("c10", "food", "resale", null, "phone", null), Map.of()), STAFF);
            assertThat(desk.count(CustomerFilter.of(Map.of("q", mark, "size", "c10", "activity", "food", "need", "resale", "channel", "phone")))).isOne();
            assertThat(records.file(card.id()).changes()).extracting(Change::field, Change::after).contains(org.assertj.core.groups.Tuple.tuple("payment-days", "14"));
        }, ALL);
    }

    @Test
    void onlyStaffOfTheCounterComeIn() {
        assertThatThrownBy(() -> export.write(CustomerFilter.everybody(), new StringWriter(), STAFF)).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        work.run(() -> assertThatThrownBy(() -> records.file(CustomerId.next())).isInstanceOf(org.springframework.security.access.AccessDeniedException.class),
                Permissions.ORDERS_SEE);
    }

    private String exported() {
        var file = new StringWriter();
        export.write(CustomerFilter.of(Map.of("q", mark)), file, STAFF);
        return file.toString();
    }

    private String field(FieldKind kind, FieldAudience shown, boolean demographic, String choices) {
        var code = "f-" + UUID.randomUUID().toString().substring(0, 12);
        work.run(() -> fields.add(new CustomFieldDesk.Form(code, "Roast", "Torréfaction", kind, choices, null, "To suggest", "Pour suggérer", "24", shown, demographic), STAFF),
                ALL);
        return code;
    }

    private CustomerId person(String name) {
        return customers.obtainAll(List.of(new NewCustomer(name + " " + mark, null, null, "p-" + UUID.randomUUID() + "@walk.example", "+1 902 555 0100",
                Languages.ENGLISH, new PostalAddress(name, "0012", null, "Halifax", "NS", "B3J 2J1", "CA"), clock.instant(), "staff", null, null, null))).values()
                .iterator().next();
    }

    private CustomerRecordDesk.Form form(Map<String, String> custom) {
        return new CustomerRecordDesk.Form("Pat " + mark, null, Languages.ENGLISH, null, null, null, null, "kept by us", none(), custom);
    }

    private static ProfileAnswers none() {
        return new ProfileAnswers(null, null, null, null, null, null);
    }
}
