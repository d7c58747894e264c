package app.regulars.contracting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.Companies;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** A contract from its first day to its last: who sees it, who decides, and who is reminded once. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class ContractingModuleTests {

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private ContractDesk desk;
    @Autowired
    private MyContracts mine;
    @Autowired
    private PapersOfContracts papers;
    @Autowired
    private ContractReminders reminding;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Companies companies;
    @Autowired
    private StaffDirectory staff;
    @Autowired
    private Shop shop;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;
    private CustomerId me;
    private CustomerId other;
    private StaffId ellen;
    private LocalDate today;

    @BeforeEach
    void people() {
        me = customers.obtain(tag + "@contracts.example", "Mira Cole", null, null, Locale.CANADA, "test");
        other = customers.obtain(tag + "o@contracts.example", "Ole Cole", null, null, Locale.CANADA, "test");
        ellen = staff.engage(new NewStaff("Ellen " + tag, tag + "@harbourline.example", Set.of(Permissions.AGENT), List.of("en"), null), Instant.EPOCH);
        today = clock.instant().atZone(shop.zone()).toLocalDate();
    }

    @Test
    void standsWhereItsDaysSayAndEveryStepIsWritten() {
        var later = desk.add(form(today.plusDays(3), today.plusYears(2)), ellen);
        assertThat(desk.find(later).state()).isEqualTo(ContractState.UPCOMING);
        var number = desk.add(form(today.minusYears(1), today.plusDays(80)), ellen);
        assertThat(desk.find(number)).satisfies(file -> {
            assertThat(file.state()).as("60 days of notice, reminded 30 days before").isEqualTo(ContractState.DUE);
            assertThat(file.decideOn()).isEqualTo(today.plusDays(20));
        });
        assertThat(desk.list(new ContractFilter(ContractFilter.Tab.DECIDE, number.value(), null), 0, 10)).extracting(ContractRow::number).containsExactly(number);
        assertThat(desk.list(new ContractFilter(ContractFilter.Tab.DECIDE, "", StaffId.next()), 0, 10)).as("somebody else's").isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.renew(number, today.plusDays(80).toString(), ellen)).matches(refused -> "until".equals(refused.field()));
        desk.renew(number, today.plusYears(1).toString(), ellen);
        assertThat(desk.find(number).state()).isEqualTo(ContractState.RUNNING);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.end(number, today.toString(), " ", ellen)).matches(refused -> "why".equals(refused.field()));
        desk.end(number, today.minusDays(1).toString(), "They moved away", ellen);
        assertThat(desk.find(number).state()).isEqualTo(ContractState.ENDED);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.end(number, today.minusDays(1).toString(), "Again", ellen));
        assertThat(desk.find(number).history()).extracting(ContractFile.Moment::what).containsExactly("made", "renewed", "ended");
        assertThat(jdbc.queryForObject("select count(*) from audit_entry where subject_id = ? and action in ('contract.made', 'contract.renewed', 'contract.ended')", Integer.class,
                (Object) Columns.bytes(desk.find(number).id().value()))).isEqualTo(3);
    }

    @Test
    void writesToItsOwnerInHerLanguage() {
        var amelie = staff.engage(new NewStaff("Amélie " + tag, tag + "fr@harbourline.example", Set.of(Permissions.AGENT), List.of("fr", "en"), null), Instant.EPOCH);
        var hers = desk.add(form(today.minusYears(1), today.plusDays(80), amelie), ellen);
        var english = desk.add(form(today.minusYears(1), today.plusDays(80)), ellen);
        reminding.remind();
        assertThat(subject(hers)).startsWith("Contrat " + hers);
        assertThat(subject(english)).startsWith("Contract " + english);
    }

    private String subject(ContractNumber number) {
        return jdbc.queryForObject("select subject from outbox_message where kind = 'contract.due' and message_key like ?", String.class, "contract-due:" + desk.find(number).id() + ":%");
    }

    @Test
    void remindsItsOwnerOnceForEachEnd() {
        var number = desk.add(form(today.minusYears(1), today.plusDays(80)), ellen);
        var quiet = desk.add(form(today.minusYears(1), today.plusDays(91)), ellen);
        reminding.remind();
        reminding.remind();
        assertThat(mails(number)).isEqualTo(1);
        assertThat(mails(quiet)).isZero();
        desk.renew(number, today.plusDays(89).toString(), ellen);
        reminding.remind();
        reminding.remind();
        assertThat(mails(number)).as("another end, another reminder").isEqualTo(2);
        desk.end(number, today.plusDays(89).toString(), "Enough", ellen);
        reminding.remind();
        assertThat(mails(number)).isEqualTo(2);
        assertThat(desk.find(number).history()).extracting(ContractFile.Moment::what).containsExactly("made", "reminded", "renewed", "reminded", "ended");
    }

    @Test
    void theCustomerSeesHerOwnAndTheFilesThatAreShared() throws IOException {
        var number = desk.add(form(today, null), ellen);
        desk.file(number, "../../Agreement 2026.exe", pdf(false), true, ellen);
        desk.file(number, "calculation.pdf", pdf(false), false, ellen);
        assertThat(mine.list(other)).isEmpty();
        assertThat(mine.list(me)).singleElement().satisfies(file -> {
            assertThat(file.papers()).extracting(ContractFile.Paper::name).containsExactly("Agreement 2026.pdf");
            assertThat(file.history()).isEmpty();
        });
        var all = desk.find(number).papers();
        assertThat(papers.of(me, all.getFirst().id()).contentType()).isEqualTo("application/pdf");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> papers.of(other, all.getFirst().id()));
        assertThatExceptionOfType(NotFound.class).as("not shared").isThrownBy(() -> papers.of(me, all.getLast().id()));
        desk.unfile(number, all.getFirst().id(), ellen);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> papers.of(me, all.getFirst().id()));
        assertThat(jdbc.queryForObject("select count(*) from contract_file where body is not null and name like 'Agreement%' and contract_id in (select id from contract where number = ?)",
                Integer.class, number.value())).isZero();
    }

    @Test
    void takesFilesByWhatTheyAre() throws IOException {
        var number = desk.add(form(today, null), ellen);
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", picture);
        desk.file(number, "scan.pdf", picture.toByteArray(), true, ellen);
        assertThat(desk.find(number).papers()).singleElement().satisfies(paper -> assertThat(paper.name()).doesNotEndWith(".pdf"));
        for (var bad : List.of("MZ this is a program".getBytes(), "%PDF-1.7\nnot really\n%%EOF".getBytes(), "<svg onload=alert(1)>".getBytes(), pdf(true), new byte[10 * 1024 * 1024 + 1])) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.file(number, "contract.pdf", bad, true, ellen));
        }
        assertThat(desk.find(number).papers()).hasSize(1);
    }

    @Test
    void aCompanysContractIsSeenByWhoActsForItAndByNobodyElse() {
        var company = companies.found(me, "Cole & Co " + tag, "test");
        var number = customers.find(company).orElseThrow().number();
        desk.add(new ContractForm(number, "House blend", today.toString(), "", "0", "0", "", "", ellen.toString(), ""), ellen);
        assertThat(mine.list(company)).hasSize(1);
        assertThat(mine.list(me)).isEmpty();
    }

    @Test
    void refusesWhatCannotBeAndTwoWhoChangeAtOnce() {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.add(new ContractForm("C-NOBODY", "x", today.toString(), "", "0", "0", "", "", ellen.toString(), ""), ellen))
                .matches(refused -> "customer".equals(refused.field()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.add(form(today, today.minusDays(1)), ellen)).matches(refused -> "ends".equals(refused.field()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.add(new ContractForm(customerNumber(), "x", "tomorrow", "", "0", "0", "", "", ellen.toString(), ""), ellen))
                .matches(refused -> "begins".equals(refused.field()));
        var number = desk.add(form(today, today.plusYears(1)), ellen);
        var version = String.valueOf(desk.find(number).version());
        var first = new ContractForm("", "First", today.toString(), today.plusYears(1).toString(), "60", "30", "a", "", ellen.toString(), version);
        desk.change(number, first, ellen);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.change(number, first, ellen)).matches(refused -> refused.key().endsWith("changed"));
    }

    @Test
    void staffNeedThePermissionOfEachStep() {
        var number = desk.add(form(today, today.plusYears(1)), ellen);
        as(Permissions.CONTRACTS_SEE);
        assertThat(desk.find(number).title()).isEqualTo("House blend " + tag);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.renew(number, today.plusYears(2).toString(), ellen));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.file(number, "a.pdf", new byte[0], true, ellen));
        as(Permissions.CUSTOMERS_SEE);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.find(number));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.ofCustomer(me));
    }

    private static void as(String... permissions) {
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication(permissions));
    }

    private ContractForm form(LocalDate begins, LocalDate ends) {
        return form(begins, ends, ellen);
    }

    private ContractForm form(LocalDate begins, LocalDate ends, StaffId owner) {
        return new ContractForm(customerNumber(), "House blend " + tag, begins.toString(), ends == null ? "" : ends.toString(), "60", "30", "20 kg a month\nat the agreed price", "",
                owner.toString(), "");
    }

    private String customerNumber() {
        return customers.find(me).orElseThrow().number();
    }

    private static byte[] pdf(boolean acting) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            if (acting) {
                document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, new PDActionJavaScript("app.alert(1)"));
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private int mails(ContractNumber number) {
        return jdbc.queryForObject("select count(*) from outbox_message where recipient = ? and subject like ?", Integer.class, tag + "@harbourline.example", "%" + number.value() + "%");
    }
}
