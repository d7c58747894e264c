package app.regulars.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.MyProfile;
import app.regulars.inquiry.MyInquiries;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.privacy.MyConsents;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.TestDatabase;
import app.regulars.testing.WithStaff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
