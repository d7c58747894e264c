package app.regulars.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.regulars.customer.CustomerDirectory;
import app.regulars.inquiry.Inquiries;
import app.regulars.inquiry.InquiryChannel;
import app.regulars.inquiry.InquiryFacts;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryType;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

/** What another system brings in becomes an inquiry by itself. */
@RegularsTest
@WithStaff
class ApiInquiryModuleTests {

    private static final StaffId BY = new StaffId(Ids.next());

    @Autowired
    private ApiInquiryController controller;
    @Autowired
    private SellingDesk desk;
    @Autowired
    private Inquiries inquiries;
    @Autowired
    private CustomerDirectory customers;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private MockMvc http;

    @BeforeEach
    void open() {
        http = MockMvcBuilders.standaloneSetup(controller).build();
    }

    private MockHttpServletResponse ask(String secret, String word, String body) throws Exception {
        return http.perform(post("/api/v1/inquiries").header("Authorization", "Bearer " + secret).header("Idempotency-Key", word).header("Accept-Language", "fr-CA").contentType("application/json")
                .content(body.getBytes(StandardCharsets.UTF_8))).andReturn().getResponse();
    }

    private InquiryFacts asked(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        return inquiries.find(new InquiryNumber(new JsonMapper().readTree(answer.getContentAsString()).path("inquiry").asString())).orElseThrow();
    }

    @Test
    void whoeverAsksElsewhereIsAskedForOnce() throws Exception {
        var key = desk.makeKey("Kiosk", KeyScope.INQUIRIES, BY);
        var body = "{\"text\":\"Ma bouilloire fuit.\",\"type\":\"complaint\",\"contact\":{\"name\":\"Nora Pike\",\"email\":\"nora-" + tag + "@example.com\"}}";
        var word = UUID.randomUUID().toString();
        var first = asked(ask(key, word, body));
        assertThat(first.channel()).isEqualTo(InquiryChannel.API);
        assertThat(first.type()).isEqualTo(InquiryType.COMPLAINT);
        assertThat(first.customer()).isEqualTo(customers.findByEmail("nora-" + tag + "@example.com").orElseThrow().id());
        var again = ask(key, word, body);
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(asked(again).number()).isEqualTo(first.number());
        assertThat(ask(key, word, body.replace("fuit", "siffle")).getStatus()).isEqualTo(422);
    }

    @Test
    void aCustomersProgramAsksForHerAndForNobodyElse() throws Exception {
        var amelie = customers.obtain("amelie-" + tag + "@example.com", "Amélie", null, null, Locale.CANADA, "test");
        var key = desk.makeKey("Her till", customers.find(amelie).orElseThrow().number(), "", BY);
        var facts = asked(ask(key, UUID.randomUUID().toString(), "{\"text\":\"Where is it?\",\"contact\":{\"name\":\"Luc\",\"email\":\"luc-" + tag + "@example.com\"}}"));
        assertThat(facts.customer()).isEqualTo(amelie);
        assertThat(ask(key, UUID.randomUUID().toString(), "{\"text\":\"Where is it?\",\"order\":\"HL-1\"}").getContentAsString()).contains("\"field\":\"order\"");
    }

    @Test
    void saysWhichFieldIsWrongAndTakesNoOtherKey() throws Exception {
        var key = desk.makeKey("Kiosk", KeyScope.INQUIRIES, BY);
        var contact = "\"contact\":{\"name\":\"Nora\",\"email\":\"nora-" + tag + "@example.com\"}";
        assertThat(ask(key, UUID.randomUUID().toString(), "{" + contact + "}").getContentAsString()).contains("\"field\":\"text\"");
        assertThat(ask(key, UUID.randomUUID().toString(), "{\"text\":\"x y z\"}").getContentAsString()).contains("\"field\":\"contact.");
        assertThat(ask(key, UUID.randomUUID().toString(), "{\"text\":\"x y z\",\"type\":\"riddle\"," + contact + "}").getContentAsString()).contains("\"field\":\"type\"");
        assertThat(ask(key, "", "{\"text\":\"x y z\"," + contact + "}").getStatus()).isEqualTo(400);
        assertThat(ask(desk.makeKey("Telephone", KeyScope.CALLS, BY), UUID.randomUUID().toString(), "{\"text\":\"x y z\"," + contact + "}").getStatus()).isEqualTo(403);
    }
}
