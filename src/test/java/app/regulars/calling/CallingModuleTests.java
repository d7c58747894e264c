package app.regulars.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryChannel;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.selling.KeyScope;
import app.regulars.selling.SellingDesk;
import app.regulars.staff.NewStaff;
import app.regulars.staff.StaffDirectory;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From what a telephone system tells to the record that staff see. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class CallingModuleTests {

    private static final StaffId BY = new StaffId(Ids.next());
    private static final String LINK = "https://pbx.example/recordings/4711.mp3";

    @Autowired
    private CallController controller;
    @Autowired
    private CallDesk desk;
    @Autowired
    private ExtensionDesk extensions;
    @Autowired
    private CallPersonalData personalData;
    @Autowired
    private SellingDesk selling;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private StaffDirectory staff;
    @Autowired
    private Inquiries inquiries;
    @Autowired
    private JdbcTemplate jdbc;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    /** Digits that no other test has. */
    private final String line = "%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));
    private final String area = "%03d".formatted(200 + ThreadLocalRandom.current().nextInt(700));
    private MockMvc http;
    private String key;

    @BeforeEach
    void aTelephoneSystem() {
        http = MockMvcBuilders.standaloneSetup(controller).build();
        key = selling.makeKey("Telephone", KeyScope.CALLS, BY);
    }

    private CustomerId customer(String name, String phone) {
        return customers.obtain(name.toLowerCase(Locale.ROOT) + "-" + tag + "@example.com", name, null, phone, Locale.CANADA, "test");
    }

    private StaffId member(String name) {
        return staff.engage(new NewStaff(name, name.toLowerCase(Locale.ROOT) + "-" + tag + "@example.com", Set.of("agent"), List.of("en"), null), Instant.now());
    }

    private String national() {
        return area + "-555-" + line;
    }

    private MockHttpServletResponse tell(String secret, String body) throws Exception {
        return http.perform(post("/api/v1/calls").header("Authorization", "Bearer " + secret).contentType("application/json").content(body.getBytes(StandardCharsets.UTF_8))).andReturn().getResponse();
    }

    private JsonNode told(String body) throws Exception {
        var answer = tell(key, body);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isIn(200, 201);
        return new JsonMapper().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private String event(String id, String event, String more) {
        return "{\"id\":\"" + id + "\",\"event\":\"" + event + "\"" + more + "}";
    }

    private String ringing(String id) {
        return event(id, "ringing", ",\"from\":\"" + national() + "\",\"to\":\"204\"");
    }

    @Test
    void theSameCallToldTwiceIsOneAndLaterEventsBringItForward() throws Exception {
        var amelie = customer("Amelie", "(" + area + ") 555 " + line);
        var first = tell(key, ringing("a-" + tag));
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(first.getContentAsString()).contains("\"state\":\"ringing\"", "\"caller\":\"known\"").doesNotContain("Amelie");
        assertThat(tell(key, ringing("a-" + tag)).getStatus()).isEqualTo(200);
        var number = told(event("a-" + tag, "answered", "")).path("call").asString();
        var ended = told(event("a-" + tag, "ended", ",\"duration\":125"));
        assertThat(ended.path("call").asString()).isEqualTo(number);
        assertThat(ended.path("state").asString()).isEqualTo("ended");
        // what comes late or again takes nothing back
        told(event("a-" + tag, "answered", ""));
        told(ringing("a-" + tag));
        var call = desk.find(number);
        assertThat(call.customer()).isEqualTo(amelie);
        assertThat(call.seconds()).isEqualTo(125);
        assertThat(call.state(Instant.now())).isEqualTo(CallState.ENDED);
        assertThat(desk.ofCustomer(amelie, "", 10)).extracting(Call::number).containsExactly(number);
    }

    @Test
    void toldByManyAtOnceItIsStillOne() throws Exception {
        customer("Amelie", national());
        try (var many = Executors.newFixedThreadPool(8)) {
            var answers = many.invokeAll(IntStream.range(0, 16).mapToObj(n -> (java.util.concurrent.Callable<Integer>) () -> tell(key, ringing("m-" + tag)).getStatus()).toList());
            for (var answer : answers) {
                assertThat(answer.get()).isIn(200, 201);
            }
        }
        assertThat(jdbc.queryForObject("select count(*) from phone_call where external_id = ?", Integer.class, "m-" + tag)).isEqualTo(1);
    }

    @Test
    void anotherSystemsIdIsAnotherCall() throws Exception {
        var other = selling.makeKey("Other house", KeyScope.CALLS, BY);
        told(ringing("x-" + tag));
        assertThat(tell(other, ringing("x-" + tag)).getStatus()).isEqualTo(201);
        assertThat(jdbc.queryForObject("select count(*) from phone_call where external_id = ?", Integer.class, "x-" + tag)).isEqualTo(2);
    }

    @Test
    void aKeyThatWasMadeForSomethingElseOpensNothingHereAndTheOtherWayRound() throws Exception {
        var orders = selling.makeKey("Till", customers.find(customer("Amelie", null)).orElseThrow().number(), "", BY);
        assertThat(tell(orders, ringing("s-" + tag)).getStatus()).isEqualTo(403);
        assertThat(tell(selling.makeKey("Form", KeyScope.INQUIRIES, BY), ringing("s-" + tag)).getStatus()).isEqualTo(403);
        assertThat(tell("rgl_nonsense", ringing("s-" + tag)).getStatus()).isIn(401, 429);
        assertThat(jdbc.queryForObject("select count(*) from phone_call where external_id = ?", Integer.class, "s-" + tag)).isZero();
    }

    @Test
    void whoIsNotKnownCanBeNamedAndWhoSharesANumberIsChosen() throws Exception {
        var answer = told(ringing("u-" + tag));
        assertThat(answer.path("caller").asString()).isEqualTo("unknown");
        var number = answer.path("call").asString();
        assertThat(desk.find(number).caller()).isEqualTo("+1" + area + "555" + line);
        assertThat(desk.matches(desk.find(number))).isEmpty();
        var anna = customer("Anna", "+1 " + national());
        var bert = customer("Bert", national() + " ext. 12");
        customer("Carl", "333-555-" + line);
        assertThat(desk.matches(desk.find(number))).extracting(card -> card.id()).containsExactly(anna, bert);
        var several = told(ringing("v-" + tag));
        assertThat(several.path("caller").asString()).isEqualTo("several");
        assertThat(desk.find(several.path("call").asString()).customer()).isNull();
        desk.identify(number, customers.find(bert).orElseThrow().number(), BY);
        assertThat(desk.find(number).customer()).isEqualTo(bert);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.identify(number, "C-99999999", BY));
        var withheld = told(event("w-" + tag, "ringing", ",\"from\":\"anonymous\""));
        assertThat(withheld.path("caller").asString()).isEqualTo("withheld");
    }

    @Test
    void itRingsAtWhoHasTheExtensionOrTheAddressAndMovesToWhoAnswers() throws Exception {
        var ana = member("Ana");
        var bea = member("Bea");
        var extension = "7" + line;
        extensions.set(ana, extension, BY);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> extensions.set(bea, extension, BY));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> extensions.set(bea, "upstairs", BY));
        var number = told(event("e-" + tag, "ringing", ",\"from\":\"" + national() + "\",\"to\":\"sip:" + extension + "@pbx.example\"")).path("call").asString();
        assertThat(desk.find(number).staff()).isEqualTo(ana);
        assertThat(desk.at(ana)).extracting(Call::number).contains(number);
        assertThat(desk.at(bea)).extracting(Call::number).doesNotContain(number);
        told(event("e-" + tag, "answered", ",\"to\":\"bea-" + tag + "@example.com\""));
        assertThat(desk.find(number).staff()).isEqualTo(bea);
        var nobodys = told(event("n-" + tag, "ringing", ",\"from\":\"" + national() + "\",\"to\":\"900\"")).path("call").asString();
        assertThat(desk.at(ana)).extracting(Call::number).contains(nobodys);
        desk.take(nobodys, ana);
        assertThat(desk.at(bea)).extracting(Call::number).doesNotContain(nobodys);
    }

    @Test
    void aLinkToARecordingIsKeptOnlyWithConsentAndHeardOnlyByThoseWhoMay() throws Exception {
        var amelie = customer("Amelie", national());
        var number = told(ringing("r-" + tag)).path("call").asString();
        for (var consent : List.of("", ",\"consent\":false", ",\"consent\":\"true\"", ",\"consent\":1")) {
            var answer = told(event("r-" + tag, "recording", ",\"recording\":{\"url\":\"" + LINK + "\"" + consent + "}"));
            assertThat(answer.path("recording").asString()).as(consent).isEqualTo("dropped");
            assertThat(answer.path("message").asString()).contains("consent");
        }
        assertThat(jdbc.queryForObject("select count(*) from phone_call where recording_url is not null and number = ?", Integer.class, number)).isZero();
        assertThat(desk.find(number).dropped()).isTrue();
        assertThat(told(event("r-" + tag, "recording", ",\"recording\":{\"url\":\"" + LINK + "\",\"consent\":true}")).path("recording").asString()).isEqualTo("kept");
        assertThat(desk.recording(number, BY)).isEqualTo(LINK);
        assertThat(desk.find(number).toString() + jdbc.queryForList("select detail, before_values, after_values from audit_entry where customer_id = ?",
                app.regulars.platform.persistence.Columns.bytes(amelie.value()))).doesNotContain("pbx.example");
        assertThat(told(event("r-" + tag, "recording", ",\"recording\":{\"consent\":false}")).path("recording").asString()).isEqualTo("forgotten");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> desk.recording(number, BY));
        assertThat(told(event("r-" + tag, "recording", ",\"recording\":{\"url\":\"" + LINK + "\",\"consent\":true}")).path("recording").asString()).as("told again, or late").isEqualTo("dropped");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> desk.recording(number, BY));
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication(Permissions.INQUIRIES_SEE, Permissions.INQUIRIES_ANSWER));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.recording(number, BY));
    }

    @Test
    void saysWhichFieldIsWrong() throws Exception {
        for (var wrong : List.of("{\"event\":\"ringing\"}|\"field\":\"id\"", event("f", "sings", "") + "|\"field\":\"event\"", event("f", "ringing", ",\"at\":\"yesterday\"") + "|\"field\":\"at\"",
                event("f", "ringing", ",\"at\":\"1999-01-01T00:00:00Z\"") + "|\"field\":\"at\"", event("f", "ended", ",\"duration\":-1") + "|\"field\":\"duration\"",
                event("f", "ended", ",\"duration\":99999999999999999999") + "|\"field\":\"duration\"",
                event("f", "ended", ",\"duration\":\"long\"") + "|\"field\":\"duration\"", event("f", "ringing", ",\"from\":[1]") + "|\"field\":\"from\"",
                event("f", "recording", ",\"recording\":{\"url\":\"javascript:alert(1)\",\"consent\":true}") + "|\"field\":\"recording.url\"",
                event("f", "recording", ",\"recording\":{\"url\":\"http://pbx.example/1\",\"consent\":true}") + "|\"field\":\"recording.url\"")) {
            var answer = tell(key, wrong.split("\\|")[0]);
            assertThat(answer.getStatus()).as(wrong).isEqualTo(422);
            assertThat(answer.getContentType()).startsWith("application/problem+json");
            assertThat(answer.getContentAsString()).as(wrong).contains(wrong.split("\\|")[1]);
        }
        assertThat(tell(key, "[1").getStatus()).isEqualTo(400);
        assertThat(tell(key, "x".repeat(100_000)).getStatus()).isEqualTo(413);
        assertThat(http.perform(get("/api/v1/calls")).andReturn().getResponse().getStatus()).isEqualTo(405);
    }

    @Test
    void itsNoteIsFoundBecomesAnInquiryOnceAndGoesWithThePerson() throws Exception {
        var amelie = customer("Amelie", national());
        var strange = told(event("k-" + tag, "ringing", ",\"from\":\"" + national().replace(area, "%03d".formatted((Integer.parseInt(area) - 199) % 700 + 200)) + "\"")).path("call").asString();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.makeInquiry(strange, BY));
        var number = told(ringing("i-" + tag)).path("call").asString();
        told(event("i-" + tag, "ended", ",\"duration\":61"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.makeInquiry(number, BY));
        desk.note(number, "Her grinder squeaks " + tag, null, BY);
        assertThat(desk.ofCustomer(amelie, "SQUEAKS " + tag, 10)).extracting(Call::number).containsExactly(number);
        assertThat(desk.list(new CallFilter(false, null, null, null, "squeaks " + tag), 10)).extracting(Call::number).containsExactly(number);
        assertThat(documents(number)).isEqualTo(1);
        var inquiry = desk.makeInquiry(number, BY);
        assertThat(desk.makeInquiry(number, BY)).isEqualTo(inquiry);
        var facts = inquiries.find(new InquiryNumber(inquiry)).orElseThrow();
        assertThat(facts.customer()).isEqualTo(amelie);
        assertThat(facts.channel()).isEqualTo(InquiryChannel.PHONE);
        assertThat(jdbc.queryForList("select body from inquiry_message where inquiry_id = ?", String.class, app.regulars.platform.persistence.Columns.bytes(facts.id().value())))
                .as("what she reads").hasSize(1).noneMatch(body -> body.contains("squeaks"));
        assertThat(jdbc.queryForList("select body from inquiry_note where inquiry_id = ?", String.class, app.regulars.platform.persistence.Columns.bytes(facts.id().value())))
                .as("what we read").containsExactly("Her grinder squeaks " + tag);
        var bert = customer("Bert", "333-555-" + line);
        assertThatExceptionOfType(Refused.class).as("another's inquiry").isThrownBy(() -> {
            desk.identify(strange, customers.find(bert).orElseThrow().number(), BY);
            desk.link(strange, inquiry, BY);
        });
        desk.identify(strange, customers.find(amelie).orElseThrow().number(), BY);
        desk.link(strange, inquiry, BY);
        assertThat(desk.find(strange).inquiry()).isEqualTo(inquiry);
        personalData.forget(amelie);
        assertThat(documents(number)).isZero();
    }

    @Test
    void whatIsToldAgainOfWhoWasForgottenBringsNothingBack() throws Exception {
        var amelie = customer("Amelie", national());
        var number = told(ringing("g-" + tag)).path("call").asString();
        var before = calls();
        personalData.forget(amelie);
        // as the tables say
        jdbc.update("update phone_call set caller_number = null, called = null where number = ?", number);
        var again = tell(key, ringing("g-" + tag));
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(again.getContentAsString()).contains(number).contains("\"caller\":\"withheld\"");
        told(event("g-" + tag, "ended", ",\"from\":\"" + national() + "\",\"duration\":5"));
        assertThat(calls()).isEqualTo(before);
        assertThat(desk.find(number).caller()).isNull();
        assertThat(desk.find(number).called()).isNull();
        assertThat(jdbc.queryForObject("select count(*) from phone_call where external_id = ?", Integer.class, "g-" + tag)).isZero();
        // another system's call of the same id is not hers
        assertThat(tell(selling.makeKey("Other", KeyScope.CALLS, BY), ringing("g-" + tag)).getStatus()).isEqualTo(201);
    }

    private int calls() {
        return jdbc.queryForObject("select count(*) from phone_call", Integer.class);
    }

    @Test
    void ofTwoWhoNoteOneCallNeitherLosesAWord() throws Exception {
        var number = told(ringing("w-" + tag)).path("call").asString();
        assertThat(desk.note(number, "She wants the small one.", null, BY)).isFalse();
        var seen = desk.find(number).notedAt();
        assertThat(desk.note(number, "He says she called before.", null, BY)).isTrue();
        assertThat(desk.note(number, "He says she called before.", null, BY)).as("pressed twice").isTrue();
        assertThat(desk.note(number, "", seen, BY)).as("blank over what was not seen").isTrue();
        assertThat(desk.find(number).note()).isEqualTo("She wants the small one.\n\nHe says she called before.");
        assertThat(desk.note(number, "All settled.", desk.find(number).notedAt(), BY)).isFalse();
        assertThat(desk.find(number).note()).isEqualTo("All settled.");
    }

    @Test
    void aMissedCallStaysMarkedUntilSomebodyNotesWhatCameOfIt() throws Exception {
        var before = desk.missed();
        var number = told(ringing("q-" + tag)).path("call").asString();
        assertThat(told(event("q-" + tag, "ended", "")).path("state").asString()).isEqualTo("missed");
        assertThat(desk.missed()).isEqualTo(before + 1);
        assertThat(desk.list(new CallFilter(true, null, null, null, ""), 200)).extracting(Call::number).contains(number);
        desk.note(number, "", null, BY);
        assertThat(desk.list(new CallFilter(true, null, null, null, ""), 200)).extracting(Call::number).doesNotContain(number);
    }

    private int documents(String number) {
        return jdbc.queryForObject("select count(*) from search_document where kind = 'call' and ref = ?", Integer.class, number);
    }
}
