package app.regulars.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.customer.Companies;
import app.regulars.customer.CustomerDirectory;
import app.regulars.media.CleanPaper;
import app.regulars.media.CleanPapers;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.identity.SignedIn;
import app.regulars.customer.CustomerRecordDesk;
import app.regulars.customer.MemberRole;
import app.regulars.search.SiteSearch;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Files, answers to the questions of a type, and who of a company sees what. */
@RegularsTest
@WithStaff
class WhatComesAlongTests {

    private static final byte[] SCRIPT = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes();

    @Autowired
    MyInquiries mine;
    @Autowired
    InquiryDesk desk;
    @Autowired
    InquirySorting sorting;
    @Autowired
    Inquiries inquiries;
    @Autowired
    InquiryFiles files;
    @Autowired
    InquiryFieldDesk fieldDesk;
    @Autowired
    InquiryFields fields;
    @Autowired
    InquiryAudience audience;
    @Autowired
    CleanPapers papers;
    @Autowired
    CustomerDirectory customers;
    @Autowired
    CustomerRecordDesk records;
    @Autowired
    Companies companies;
    @Autowired
    SiteSearch search;

    CustomerId amelie;
    CustomerId owen;
    final StaffId ellen = StaffId.next();

    @BeforeEach
    void people() {
        amelie = person("Amélie Cormier");
        owen = person("Owen Chiasson");
    }

    @Test
    void aFileOfAMessageIsItsCustomersAndStaffsAndOneOfANoteStaffsAlone() throws IOException {
        var number = mine.ask(amelie, form("Two mugs are chipped.").carrying(List.of(NewFile.of("../..\\mug\u202Egpj.exe", papers.clean(picture())))));
        desk.note(number, "She sent the same picture in May.", List.of(NewFile.of("may.png", papers.clean(picture()))), key(), ellen);
        var seen = mine.conversation(amelie, number).messages().getFirst().files();
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().name()).as("named by what it is").doesNotContain("/", "\\", "exe").matches(".*\\.(jpg|png)");
        assertThat(files.of(amelie, seen.getFirst().id()).body()).isNotEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.of(owen, seen.getFirst().id()));
        var noted = desk.find(number).notes().getFirst().files().getFirst();
        assertThat(files.forStaff(noted.id()).body()).isNotEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.of(amelie, noted.id()));
        assertThat(mine.conversation(amelie, number).toString()).doesNotContain("may", noted.id().toString());
    }

    @Test
    void whatCouldActAndTooManyAreNotTaken() throws IOException {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> papers.clean(SCRIPT));
        var file = NewFile.of("mug.png", papers.clean(picture()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.ask(amelie, form("Six").carrying(Collections.nCopies(6, file)))).satisfies(refused -> assertThat(refused.field()).isEqualTo("files"));
        var number = ask(amelie, "Full");
        var large = new NewFile("a.pdf", new CleanPaper("application/pdf", new byte[13 * 1024 * 1024]));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.reply(amelie, number, "Much", Collections.nCopies(5, large), key()));
        assertThat(mine.conversation(amelie, number).messages()).as("nothing of it is kept").hasSize(1);
    }

    @Test
    void aTypeHasQuestionsOfItsOwnAndTheirAnswersStayWithTheInquiry() {
        fieldDesk.save(new InquiryFieldDesk.Form(null, InquiryType.INVOICE, InquiryField.Kind.CHOICE, "What is wrong?", "Qu’est-ce qui cloche?", "sum=The sum=Le montant\naddress=The address=L’adresse", true,
                true, 0), ellen);
        fieldDesk.save(new InquiryFieldDesk.Form(null, InquiryType.INVOICE, InquiryField.Kind.NUMBER, "By how much?", "De combien?", null, false, false, 0), ellen);
        var asked = fields.asked(InquiryType.INVOICE);
        assertThat(asked).extracting(field -> field.label().fr()).containsExactly("Qu’est-ce qui cloche?");
        var what = asked.getFirst();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.ask(amelie, about(InquiryType.INVOICE, Map.of(what.input(), "")))).satisfies(refused -> assertThat(refused.field()).isEqualTo(what.input()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.ask(amelie, about(InquiryType.INVOICE, Map.of(what.input(), "colour"))));
        var number = mine.ask(amelie, about(InquiryType.INVOICE, Map.of(what.input(), "sum", "field-" + UUID.randomUUID(), "x")));
        assertThat(fieldDesk.of(number)).extracting(InquiryFieldDesk.Filled::value).containsExactly("sum", null);
        var much = fieldDesk.of(number).getLast().field();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> fieldDesk.fill(number, Map.of(much.input(), "lots"), ellen));
        fieldDesk.fill(number, Map.of(much.input(), "12,50"), ellen);
        assertThat(fieldDesk.of(number)).extracting(InquiryFieldDesk.Filled::value).containsExactly("sum", "12.50");
        // two fill in the same form: what a colleague wrote stays where one left the field alone, and is shown where both wrote something else
        var stood = InquiryFieldDesk.STOOD + much.input();
        fieldDesk.fill(number, Map.of(much.input(), "12.50", stood, "12.50", what.input(), "address", InquiryFieldDesk.STOOD + what.input(), "sum"), ellen);
        fieldDesk.fill(number, Map.of(what.input(), "sum", InquiryFieldDesk.STOOD + what.input(), "sum"), ellen);
        assertThat(fieldDesk.of(number)).extracting(InquiryFieldDesk.Filled::value).containsExactly("address", "12.50");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> fieldDesk.fill(number, Map.of(what.input(), "", InquiryFieldDesk.STOOD + what.input(), "sum", much.input(), "13", stood, "12.50"), ellen))
                .satisfies(refused -> assertThat(refused.arguments()).containsEntry("stands", "address"));
        assertThat(fieldDesk.of(number)).extracting(InquiryFieldDesk.Filled::value).as("nothing of it").containsExactly("address", "12.50");
        fieldDesk.fill(number, Map.of(what.input(), "sum", InquiryFieldDesk.STOOD + what.input(), "address"), ellen);
        // she sees again what she was asked, and nobody else does; what staff fill in is theirs
        assertThat(fields.given(amelie, number)).extracting(InquiryFields.Given::value).containsExactly("sum");
        assertThat(fields.given(CustomerId.next(), number)).isEmpty();
        assertThat(desk.find(number).steps()).extracting(InquiryFile.Step::detail).contains("By how much?: 12.50");
        fieldDesk.retire(what.id(), true, ellen);
        assertThat(fields.asked(InquiryType.INVOICE)).isEmpty();
        assertThat(fieldDesk.of(number)).as("what was answered stays").hasSize(2);
        fieldDesk.retire(much.id(), true, ellen);
    }

    @Test
    void inACompanyWhoAnswersForOthersSeesAllAndEverybodyElseHerOwn() {
        var maren = person("Maren");
        var company = companies.found(maren, "Quay " + UUID.randomUUID(), "test");
        var june = member(company, "June", MemberRole.VIEWER);
        var ben = member(company, "Ben", MemberRole.BUYER);
        var number = as(june, company, () -> mine.ask(company, form("Where is zwartkop our parcel?")));
        assertThat(as(june, company, () -> mine.list(company, 10))).extracting(InquirySummary::number).containsExactly(number);
        assertThat(as(maren, company, () -> mine.list(company, 10))).extracting(InquirySummary::number).containsExactly(number);
        assertThat(as(maren, company, () -> mine.conversation(company, number)).messages().getFirst().author()).isEqualTo("June");
        assertThat(as(ben, company, () -> mine.list(company, 10))).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> as(ben, company, () -> mine.conversation(company, number)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> as(ben, company, () -> {
            mine.reply(company, number, "Me too", key());
            return null;
        }));
        assertThat(as(ben, company, () -> mine.aboutOrder(company, "HL-1"))).isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> as(june, company, () -> found(company)) == 1);
        assertThat(as(maren, company, () -> found(company))).isEqualTo(1);
        assertThat(as(ben, company, () -> found(company))).as("nor by search").isZero();
        as(maren, company, () -> {
            mine.reply(company, number, "And the second one?", key());
            return null;
        });
        assertThat(desk.find(number).messages()).extracting(PublicMessage::author).containsExactly("June", "Maren");

        // two people's do not become one; what staff logged for the company may become part of hers, and is read there by those who may
        var id = inquiries.find(number).orElseThrow().id();
        assertThat(as(ben, company, () -> audience.includes(id))).as("nor what a rule decided about it").isFalse();
        assertThat(as(june, company, () -> audience.includes(id)) && as(maren, company, () -> audience.includes(id))).isTrue();
        var bens = as(ben, company, () -> mine.ask(company, form("And our invoice?")));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> sorting.merge(number, bens, ellen)).satisfies(refused -> assertThat(refused.key()).isEqualTo("inquiry.refused.other-person"));
        var logged = mine.ask(company, form("They called about the price of a pallet."));
        sorting.merge(logged, bens, ellen);
        assertThat(as(ben, company, () -> mine.conversation(company, bens)).messages()).extracting(PublicMessage::body).containsExactly("And our invoice?");
        assertThat(as(maren, company, () -> mine.conversation(company, bens)).messages()).hasSize(2);
    }

    @Test
    void aPartThatWasTakenOutComesBackAndIsReadOnce() {
        var number = ask(amelie, "My mug is chipped.");
        mine.reply(amelie, number, "And when do you open on Monday?", key());
        var deed = UUID.randomUUID();
        var made = sorting.split(number, desk.find(number).version(), desk.find(number).messages().getLast().id(), deed, ellen);
        mine.reply(amelie, made, "In the morning?", key());
        assertThat(sorting.undo(deed, ellen)).isEqualTo(1);
        assertThat(mine.conversation(amelie, made).inquiry().number()).isEqualTo(number);
        assertThat(mine.conversation(amelie, number).messages()).extracting(PublicMessage::body).containsExactly("My mug is chipped.", "And when do you open on Monday?", "In the morning?");
        assertThat(desk.find(number).steps()).extracting(InquiryFile.Step::action).contains("split-off");
        assertThat(sorting.undo(deed, ellen)).as("once").isZero();

        // and is taken out again
        var anew = UUID.randomUUID();
        var first = desk.find(number).messages().stream().filter(message -> message.body().startsWith("And when")).findFirst().orElseThrow().id();
        assertThat(sorting.split(number, desk.find(number).version(), first, anew, ellen)).isEqualTo(made);
        assertThat(mine.conversation(amelie, made).inquiry().number()).isEqualTo(made);
        assertThat(sorting.undo(anew, ellen)).isEqualTo(1);
        assertThat(mine.conversation(amelie, made).inquiry().number()).isEqualTo(number);
    }

    private long found(CustomerId company) {
        return search.find(new SiteSearch.Question("zwartkop", Set.of("inquiry"), List.of(), audience.of(company), Locale.CANADA, 0, 5)).total();
    }

    private CustomerId member(CustomerId company, String name, MemberRole role) {
        var person = person(name);
        records.addMember(company, name, customers.find(person).orElseThrow().email(), role, ellen);
        return person;
    }

    private record Somebody(SignedIn signedIn) implements CurrentUser.Principal, Serializable {
    }

    private static <T> T as(CustomerId person, CustomerId company, java.util.function.Supplier<T> deed) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new Somebody(new SignedIn(UUID.randomUUID(), company, person, null, "June", "june@example.com")), null, AuthorityUtils.createAuthorityList("ROLE_CUSTOMER"))));
        try {
            return deed.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private CustomerId person(String name) {
        return customers.obtain(UUID.randomUUID() + "@example.com", name, null, null, Locale.CANADA, "test");
    }

    private InquiryNumber ask(CustomerId who, String text) {
        return mine.ask(who, form(text));
    }

    private static NewInquiry form(String text) {
        return new NewInquiry(null, text, null, null, null, key());
    }

    private static NewInquiry about(InquiryType type, Map<String, String> answers) {
        return new NewInquiry(null, "The invoice", type, null, null, key()).with(answers);
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
