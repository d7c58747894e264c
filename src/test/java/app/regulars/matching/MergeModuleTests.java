package app.regulars.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.regulars.customer.Browsers;
import app.regulars.customer.Change;
import app.regulars.customer.CustomFieldDesk;
import app.regulars.customer.CustomerDesk;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerRecordDesk;
import app.regulars.customer.FieldAudience;
import app.regulars.customer.FieldKind;
import app.regulars.customer.ProfileAnswers;
import app.regulars.customer.StageChange;
import app.regulars.customer.StageDesk;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.ordering.ImportedOrder;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderImport;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.privacy.MyConsents;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two records of one person become one, with all that belongs to them, and two again exactly. */
@RegularsTest
@WithStaff
class MergeModuleTests {

    private static final List<String> TABLES = List.of("sales_order", "inquiry", "customer_address", "outbox_message", "company_member", "cart", "forum_post", "forum_topic",
            "customer", "customer_role", "customer_field_value", "customer_stage_change", "customer_change", "customer_browser");

    @Autowired
    MatchDesk desk;
    @Autowired
    CustomerDirectory customers;
    @Autowired
    CustomerDesk people;
    @Autowired
    MyOrders orders;
    @Autowired
    OrderImport imports;
    @Autowired
    MyInquiries inquiries;
    @Autowired
    MyConsents consents;
    @Autowired
    CustomerRecordDesk records;
    @Autowired
    CustomFieldDesk fields;
    @Autowired
    StageDesk stages;
    @Autowired
    Browsers browsers;
    @Autowired
    JdbcTemplate jdbc;

    final StaffId ellen = StaffId.next();
    final String unique = UUID.randomUUID().toString().substring(0, 8);
    CustomerId maren;
    CustomerId guest;

    @BeforeEach
    void twoRecords() {
        maren = customers.obtain("maren-" + unique + "@merge.example", "Maren Gallant " + unique, null, "902 555 01" + number(), Locale.CANADA, "registration");
        guest = customers.obtain("m.gallant-" + unique + "@merge.example", "Gallant Maren " + unique, null, null, Locale.CANADA, "guest-checkout");
        var home = new PostalAddress("Maren Gallant", "61 Pownal Lane " + unique, null, "Charlottetown", "PE", "C1A 3T4", "CA");
        customers.rememberAddress(maren, home);
        customers.rememberAddress(guest, home);
        customers.rememberAddress(guest, new PostalAddress("Maren Gallant", "9 Water Street " + unique, null, "Charlottetown", "PE", "C1A 1A1", "CA"));
        order(maren, "A" + unique, "15.30");
        order(guest, "B" + unique, "20.40");
        inquiries.ask(guest, new NewInquiry("Where is my parcel?", "It was promised for Friday.", InquiryType.values()[0], null, null, UUID.randomUUID().toString()));
        await().until(() -> jdbc.queryForObject("select count(*) from outbox_message where customer_id = ?", Integer.class, Columns.bytes(guest.value())) > 0);
        consents.allow(guest, consents.states(guest, Locale.CANADA).getFirst().wording().id());
    }

    @Test
    void findsWhatLooksLikeOnePerson() {
        desk.look(ellen);
        assertThat(desk.candidates(0, 200)).anySatisfy(pair -> {
            assertThat(List.of(pair.one().id(), pair.other().id())).containsExactlyInAnyOrder(maren, guest);
            assertThat(pair.kinds()).contains("name", "address");
        });
        desk.dismiss(guest, maren, ellen);
        desk.look(ellen);
        assertThat(desk.candidates(0, 200)).noneMatch(pair -> pair.one().id().equals(maren) || pair.other().id().equals(maren));
    }

    @Test
    void givesEverythingToTheRecordThatIsKept() {
        var guestNumber = customers.find(guest).orElseThrow().number();
        desk.merge(guest, maren, "same door", ellen);
        assertThat(orders.find(maren, new OrderNumber("B" + unique)).total()).isEqualTo(Money.of("20.40", "CAD"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> orders.find(guest, new OrderNumber("B" + unique)));
        assertThat(inquiries.list(maren, 10)).hasSize(1);
        assertThat(customers.addresses(maren)).hasSize(2);
        assertThat(customers.findByNumber(guestNumber).orElseThrow().id()).isEqualTo(maren);
        assertThat(customers.findByEmail("m.gallant-" + unique + "@merge.example").orElseThrow().id()).isEqualTo(maren);
        assertThat(customers.obtain("m.gallant-" + unique + "@merge.example", "M", null, null, Locale.CANADA, "guest-checkout")).isEqualTo(maren);
        assertThat(people.search(unique, 0, 10)).extracting(card -> card.id()).containsExactly(maren);
        assertThat(consents.states(maren, Locale.CANADA).getFirst().granted()).isTrue();
    }

    @Test
    void isUndoneExactly() {
        var before = rows();
        var merge = desk.merge(guest, maren, null, ellen);
        assertThat(rows()).isNotEqualTo(before);
        desk.undo(merge, ellen);
        assertThat(rows()).isEqualTo(before);
        assertThat(customers.find(guest).orElseThrow().id()).isEqualTo(guest);
        assertThat(consents.states(maren, Locale.CANADA).getFirst().granted()).isFalse();
        assertThat(consents.states(guest, Locale.CANADA).getFirst().granted()).isTrue();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.undo(merge, ellen));
    }

    @Test
    void takesOverWhatIsSaidAndGivesItBackExactly() {
        said(maren, "902 555 0177", null, "press", Set.of("partner"));
        said(guest, null, "phone", "teapot", Set.of("investor"));
        jdbc.update("delete from customer_field_value where customer_id = ?", (Object) Columns.bytes(maren.value()));
        stages.put(guest, "vip", null, ellen);
        browsers.used(guest, "Firefox, Windows");
        var before = rows();
        var merge = desk.merge(guest, maren, null, ellen);
        var one = records.file(maren);
        assertThat(one.roles()).contains("partner", "investor");
        assertThat(one.custom()).containsValue("teapot");
        assertThat(one.answers().channel()).isEqualTo("phone");
        assertThat(one.card().phone()).isEqualTo("902 555 0177");
        assertThat(one.stage()).isEqualTo("vip");
        assertThat(stages.of(maren)).extracting(StageChange::cause).contains("merged", "by-hand");
        assertThat(one.changes()).extracting(Change::field).contains("channel");
        assertThat(browsers.of(maren)).extracting(Browsers.Seen::browser).containsExactly("Firefox, Windows");
        assertThat(records.open(customers.record(guest).orElseThrow().number(), ellen).card().id()).isEqualTo(maren);
        desk.undo(merge, ellen);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void keepsWhatTheSurvivorSaidMeanwhile() {
        said(guest, null, "phone", "teapot", Set.of());
        var merge = desk.merge(guest, maren, null, ellen);
        said(maren, null, "email", "press", Set.of());
        stages.put(maren, "vip", null, ellen);
        desk.undo(merge, ellen);
        var one = records.file(maren);
        assertThat(one.custom()).containsValue("press");
        assertThat(one.answers().channel()).isEqualTo("email");
        assertThat(one.stage()).isEqualTo("vip");
    }

    @Test
    void countsOnePersonOnceInTheReportOfStages() {
        var standing = standing();
        var merge = desk.merge(guest, maren, null, ellen);
        assertThat(standing()).isEqualTo(standing - 1);
        desk.undo(merge, ellen);
        assertThat(standing()).isEqualTo(standing);
    }

    private long standing() {
        return stages.report(1).counts().values().stream().mapToLong(counts -> counts.getLast()).sum();
    }

    private void said(CustomerId who, String phone, String channel, String brews, Set<String> roles) {
        var code = "brews-" + unique;
        if (fields.list().stream().noneMatch(field -> field.code().equals(code))) {
            fields.add(new CustomFieldDesk.Form(code, "Brews with", "Prépare avec", FieldKind.TEXT, "", null, "x", "x", "24", FieldAudience.STAFF, false), ellen);
        }
        var card = customers.record(who).orElseThrow();
        records.change(who, new CustomerRecordDesk.Form(card.name(), phone == null ? card.phone() : phone, Locale.CANADA, null, null, null, null, null,
                new ProfileAnswers(null, null, null, null, channel, null), Map.of("custom-" + code, brews)), ellen);
        records.assign(who, roles, ellen);
    }

    @Test
    void leavesWhatCameMeanwhileWithTheSurvivor() {
        var merge = desk.merge(guest, maren, null, ellen);
        order(maren, "C" + unique, "5.00");
        desk.undo(merge, ellen);
        assertThat(orders.find(maren, new OrderNumber("C" + unique)).total()).isEqualTo(Money.of("5.00", "CAD"));
        assertThat(orders.find(guest, new OrderNumber("B" + unique)).total()).isEqualTo(Money.of("20.40", "CAD"));
    }

    @Test
    void refusesWhatIsOneAlreadyAndUndoesChainsFromTheEnd() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.merge(maren, maren, null, ellen));
        var third = customers.obtain("third-" + unique + "@merge.example", "Maren G", null, null, Locale.CANADA, "inquiry");
        var first = desk.merge(guest, maren, null, ellen);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.merge(guest, third, null, ellen));
        var second = desk.merge(maren, third, null, ellen);
        assertThat(orders.find(third, new OrderNumber("B" + unique)).total()).isEqualTo(Money.of("20.40", "CAD"));
        assertThat(customers.find(guest).orElseThrow().id()).isEqualTo(third);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.undo(first, ellen));
        desk.undo(second, ellen);
        desk.undo(first, ellen);
        assertThat(orders.find(guest, new OrderNumber("B" + unique)).total()).isEqualTo(Money.of("20.40", "CAD"));
    }

    private String number() {
        return String.valueOf(10 + Math.floorMod(unique.hashCode(), 90));
    }

    private void order(CustomerId customer, String number, String each) {
        imports.save(List.of(new ImportedOrder(new OrderNumber(number), customer, "Maren", Instant.parse("2026-05-01T10:00:00Z"), "CAD", false,
                List.of(new ImportedOrder.Line("MUG", "Mug", null, 1, Money.of(each, "CAD"))), null, null, "CA", null, null)));
    }

    /** Every row that names one of the two, without the versions. */
    private TreeMap<String, List<String>> rows() {
        var all = new TreeMap<String, List<String>>();
        for (var table : TABLES) {
            var rows = new ArrayList<String>();
            jdbc.queryForList("select * from " + table).forEach(row -> {
                row.keySet().removeIf("version"::equalsIgnoreCase);
                if (table.equals("outbox_message")) {
                    row.keySet().removeIf(name -> !name.equalsIgnoreCase("id") && !name.equalsIgnoreCase("customer_id"));
                }
                row.replaceAll((name, value) -> value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
                var text = row.toString();
                if (List.of(maren, guest).stream().map(id -> id.value().toString()).anyMatch(id -> text.contains(id) || text.contains(id.replace("-", "")))) {
                    rows.add(text);
                }
            });
            rows.sort(null);
            all.put(table, rows);
        }
        return all;
    }
}
