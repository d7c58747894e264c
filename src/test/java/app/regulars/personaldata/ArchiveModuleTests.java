package app.regulars.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.MyProfile;
import app.regulars.inquiry.MyInquiries;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.privacy.ConsentActor;
import app.regulars.privacy.ConsentLedger;
import app.regulars.privacy.Consents;
import app.regulars.privacy.LedgerCheck;
import app.regulars.privacy.MyConsents;
import app.regulars.privacy.PurposeDesk;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.TestDatabase;
import app.regulars.testing.WithStaff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What somebody takes along is all of hers, nobody else's, and shows the same pages in an empty installation. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class ArchiveModuleTests {

    @Autowired
    private ApplicationContext house;
    @Autowired
    private MyData mine;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcTemplate jdbc;

    @TempDir
    private Path folder;

    @Test
    void anArchiveShowsTheSamePagesInAnEmptyInstallation() throws IOException {
        var her = SomebodyKnown.in(house, "z.");
        SomebodyKnown.in(house, "somebody.else.");
        var file = archive(her.id());
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString)).contains("README.txt", "LISEZ-MOI.txt", "ordering/sales_order.json", "ordering/sales_order.csv",
                    "inquiry/inquiry_message.csv", "privacy/consent_ledger.json").noneMatch(name -> name.contains("inquiry_note"));
            for (var entry : zip.stream().toList()) {
                assertThat(new String(zip.getInputStream(entry).readAllBytes())).doesNotContain("somebody.else.").doesNotContain("$argon2");
            }
        }
        try (var other = installation()) {
            var result = other.getBean(ArchiveReading.class).read(file);
            assertThat(result.taken()).containsEntry("customer", 1).containsEntry("sales_order", 1).containsEntry("inquiry", 1).containsEntry("consent_ledger", 3);
            assertThat(other.getBean(MyProfile.class).show(her.id())).usingRecursiveComparison().isEqualTo(house.getBean(MyProfile.class).show(her.id()));
            var orders = house.getBean(MyOrders.class);
            assertThat(other.getBean(MyOrders.class).list(her.id(), "", 0, 10)).usingRecursiveComparison().isEqualTo(orders.list(her.id(), "", 0, 10));
            var number = new OrderNumber(her.number());
            assertThat(other.getBean(MyOrders.class).find(her.id(), number)).usingRecursiveComparison().isEqualTo(orders.find(her.id(), number));
            var asked = house.getBean(MyInquiries.class);
            assertThat(other.getBean(MyInquiries.class).list(her.id(), 10)).usingRecursiveComparison().isEqualTo(asked.list(her.id(), 10));
            var inquiry = asked.list(her.id(), 10).getFirst().number();
            assertThat(other.getBean(MyInquiries.class).conversation(her.id(), inquiry)).usingRecursiveComparison().isEqualTo(asked.conversation(her.id(), inquiry));
            var there = other.getBean(MyConsents.class).states(her.id(), Languages.FRENCH);
            var here = house.getBean(MyConsents.class).states(her.id(), Languages.FRENCH);
            assertThat(there).extracting(state -> state.purpose() + state.reason() + state.wording().id() + (state.last() == null ? "" : state.last().at()))
                    .isEqualTo(here.stream().map(state -> state.purpose() + state.reason() + state.wording().id() + (state.last() == null ? "" : state.last().at())).toList());
            assertThat(other.getBean(ArchiveReading.class).read(file).taken()).as("again changes nothing but what the ledger knows how to ignore").doesNotContainKey("customer");
        }
    }

    /** What she agreed to in words that only the old shop has, and what her purchase implied there, hold in the new one, with the words. */
    @Test
    void bringsWordsThatTheNewShopLacksAndWhatAPurchaseImplied() throws IOException {
        var her = SomebodyKnown.in(house, "w.");
        var staff = StaffId.next();
        var words = Ids.next();
        // never in force here either, for the sake of the other tests of this database
        jdbc.update("insert into purpose_wording (id, purpose, version, language, title, sentence, valid_from) values (?, 'offers', 990, 'fr', 'Lettres', 'Lettres du quai', '2090-01-01 00:00:00')",
                Columns.bytes(words));
        house.getBean(PurposeDesk.class).change("newsletter", List.of("email"), 24, 6, staff);
        var bought = Instant.now().minus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
        transaction.executeWithoutResult(status -> {
            house.getBean(ConsentLedger.class).grant(her.id(), words, "privacy-page", ConsentActor.person(her.id()), Instant.now().truncatedTo(ChronoUnit.MICROS), "w:" + her.id());
            house.getBean(ConsentLedger.class).grant(her.id(), "newsletter", Languages.FRENCH, "privacy-page", ConsentActor.person(her.id()), bought.minus(9, ChronoUnit.DAYS));
            house.getBean(Consents.class).bought(her.id(), UUID.randomUUID(), bought);
        });
        var file = archive(her.id());
        try (var other = installation()) {
            other.getBean(JdbcTemplate.class).update("update purpose set purchase_months = 1 where code = 'newsletter'");
            var result = other.getBean(ArchiveReading.class).read(file);
            assertThat(result.left()).doesNotContainKey("consent_ledger");
            var there = other.getBean(MyConsents.class).states(her.id(), Languages.FRENCH);
            assertThat(there).filteredOn(state -> state.purpose().equals("offers")).singleElement().satisfies(state -> {
                assertThat(state.granted()).isTrue();
                assertThat(state.wording().sentence()).isEqualTo("Lettres du quai");
                assertThat(state.wording().version()).isNegative();
                assertThat(state.now().sentence()).as("no words of this shop").isNotEqualTo("Lettres du quai");
            });
            var implied = other.getBean(JdbcTemplate.class).queryForObject("select expires_at from consent_ledger where customer_id = ? and basis = 'implied' and purpose = 'newsletter'",
                    LocalDateTime.class, Columns.bytes(her.id().value()));
            assertThat(implied.toInstant(ZoneOffset.UTC)).as("no longer than one here").isBefore(bought.plus(32, ChronoUnit.DAYS));
            assertThat(other.getBean(LedgerCheck.class).run().intact()).isTrue();
            assertThat(other.getBean(PurposeDesk.class).find("offers").wordings()).noneMatch(one -> one.version() < 1);
            var lines = other.getBean(JdbcTemplate.class).queryForObject("select count(*) from consent_ledger", Long.class);
            other.getBean(ArchiveReading.class).read(file);
            assertThat(other.getBean(JdbcTemplate.class).queryForObject("select count(*) from consent_ledger", Long.class)).isEqualTo(lines);
            assertThat(other.getBean(JdbcTemplate.class).queryForObject("select count(*) from purpose_wording where version < 0", Long.class)).isOne();
        } finally {
            house.getBean(PurposeDesk.class).change("newsletter", List.of("email"), null, null, staff);
        }
    }

    /** An archive is only a file: whoever changes hers makes nobody staff, takes nobody's place and learns nobody's password. */
    @Test
    void takesNothingFromAChangedArchiveThatIsNotHers() throws IOException {
        var her = SomebodyKnown.in(house, "t.");
        var victim = CustomerId.next();
        var changed = changed(archive(her.id()), Map.of(
                "account/account.json", rows -> {
                    rows.getFirst().put("staff_id", "00000000000000000000000000000001");
                    rows.getFirst().put("password_hash", "known");
                },
                "ordering/sales_order.json", rows -> rows.getFirst().put("customer_id", victim.value().toString().replace("-", "")),
                "inquiry/inquiry.json", rows -> rows.getFirst().put("subject; drop table inquiry", "x"),
                "customer/customer_address.json", rows -> rows.addAll(List.of(Map.of("id", "00"), Map.of()))));
        try (var other = installation()) {
            var result = other.getBean(ArchiveReading.class).read(changed);
            assertThat(result.taken()).containsEntry("customer", 1).containsEntry("inquiry", 1).doesNotContainKeys("account", "sales_order", "sales_order_line");
            var jdbc = other.getBean(JdbcTemplate.class);
            assertThat(jdbc.queryForObject("select count(*) from account", Integer.class)).isZero();
            assertThat(jdbc.queryForObject("select count(*) from sales_order", Integer.class)).isZero();
        }
    }

    private Path changed(Path archive, Map<String, Consumer<List<Map<String, Object>>>> changes) throws IOException {
        var target = folder.resolve("changed.zip");
        var json = new JsonMapper();
        try (var zip = new ZipFile(archive.toFile()); var out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (var entry : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var content = zip.getInputStream(entry).readAllBytes();
                if (changes.containsKey(entry.getName())) {
                    var rows = new ArrayList<>(json.readValue(content, new TypeReference<List<Map<String, Object>>>() { }));
                    changes.get(entry.getName()).accept(rows);
                    content = json.writeValueAsBytes(rows);
                }
                out.write(content);
            }
        }
        return target;
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        var file = folder.resolve("photos.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("a.txt"));
        }
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> house.getBean(ArchiveReading.class).read(file));
    }

    private Path archive(CustomerId who) throws IOException {
        var file = folder.resolve("me.zip");
        try (var out = Files.newOutputStream(file)) {
            mine.writeArchive(who, out);
        }
        return file;
    }

    private ConfigurableApplicationContext installation() {
        var schema = TestDatabase.get().newSchema();
        return AnotherInstallation.on(schema.url(), schema.user(), schema.password(), folder.resolve("other"));
    }
}
