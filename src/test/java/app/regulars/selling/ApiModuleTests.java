package app.regulars.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What a program may do with a key, and what it may not. */
@RegularsTest
@WithStaff
class ApiModuleTests {

    private static final StaffId BY = new StaffId(Ids.next());

    @Autowired
    private ApiController controller;
    @Autowired
    private ApiDoor door;
    @Autowired
    private SellingDesk desk;
    @Autowired
    private Goods goods;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private JdbcTemplate jdbc;

    private MockMvc http;
    private String sku;
    private CustomerId amelie;
    private String key;

    @BeforeEach
    void aProgramOfAmelie() {
        http = MockMvcBuilders.standaloneSetup(controller).build();
        sku = "API-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        goods.article(sku, "standard", "12.00", 50);
        amelie = customers.obtain("amelie-" + UUID.randomUUID() + "@example.com", "Amélie Cormier", null, null, Locale.CANADA, "test");
        key = desk.makeKey("Her till", customers.find(amelie).orElseThrow().number(), "", BY);
    }

    @Test
    void ordersOnceHoweverOftenItIsAsked() throws Exception {
        var word = UUID.randomUUID().toString();
        var first = place(key, word, body(2));
        assertThat(first.getStatus()).as(first.getContentAsString()).isEqualTo(201);
        assertThat(first.getContentAsString()).contains("\"channel\":\"api\"", sku);
        var again = place(key, word, body(2));
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(place(key, word, body(3)).getStatus()).isEqualTo(422);
        assertThat(jdbc.queryForObject("select count(*) from sales_order where customer_id = ? and channel = 'api'", Integer.class,
                app.regulars.platform.persistence.Columns.bytes(amelie.value()))).isEqualTo(1);
    }

    /** A program that is in doubt asks again at once. */
    @Test
    void ordersOnceThoughItIsAskedManyTimesInTheSameMoment() throws Exception {
        for (int round = 0; round < 5; round++) {
            var word = UUID.randomUUID().toString();
            var together = new java.util.concurrent.CyclicBarrier(6);
            var calls = java.util.stream.IntStream.range(0, 6).<java.util.concurrent.Callable<MockHttpServletResponse>>mapToObj(each -> () -> {
                together.await();
                return place(key, word, body(1));
            }).toList();
            try (var many = java.util.concurrent.Executors.newFixedThreadPool(6)) {
                var numbers = new java.util.HashSet<String>();
                for (var answer : many.invokeAll(calls)) {
                    assertThat(answer.get().getStatus()).as(answer.get().getContentAsString()).isEqualTo(201);
                    numbers.add(answer.get().getContentAsString().replaceAll(".*\"number\":\"([^\"]+)\".*", "$1"));
                }
                assertThat(numbers).hasSize(1);
            }
        }
    }

    /** Not with a page for people, and not with what is inside. */
    @Test
    void answersWhatNobodyExpectedInTheWayOfPrograms() {
        var answer = door.answered(new org.springframework.mock.web.MockHttpServletRequest("GET", "/api/v1/orders"), () -> {
            throw new IllegalStateException("select secret");
        });
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(String.valueOf(answer.getBody())).contains("#failed", "reference").doesNotContain("secret");
        assertThat(door.answered(new org.springframework.mock.web.MockHttpServletRequest("GET", "/api/v1/orders"), () -> {
            throw new app.regulars.platform.NotFound();
        }).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void seesNobodyElsesOrders() throws Exception {
        var address = place(key, UUID.randomUUID().toString(), body(1)).getHeader("Location");
        assertThat(read(key, address).getStatus()).isEqualTo(200);
        var luc = customers.obtain("luc-" + UUID.randomUUID() + "@example.com", "Luc", null, null, Locale.CANADA, "test");
        var other = desk.makeKey("His", customers.find(luc).orElseThrow().number(), "", BY);
        assertThat(read(other, address).getStatus()).isEqualTo(404);
        assertThat(read(other, "/api/v1/orders").getContentAsString()).isEqualTo("{\"orders\":[]}");
    }

    @Test
    void aRevokedKeyOpensNothing() throws Exception {
        var made = desk.keys().stream().filter(each -> amelie.equals(each.customer())).findFirst().orElseThrow();
        desk.revoke(made.id(), BY);
        var answer = read(key, "/api/v1/orders");
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(jdbc.queryForList("select secret_hash from api_key", String.class)).noneMatch(key::contains);
    }

    @Test
    void saysWhichFieldIsWrong() throws Exception {
        var answer = place(key, UUID.randomUUID().toString(), "{\"lines\":[{\"sku\":\"NO-SUCH\",\"quantity\":1},{\"sku\":\"" + sku + "\",\"quantity\":0}]}");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("lines[0].sku", "lines[1].quantity");
        assertThat(place(key, UUID.randomUUID().toString(), body(1).replace("B3J 2J1", "B3J")).getContentAsString()).contains("address.postalCode");
        assertThat(place(key, UUID.randomUUID().toString(), body(1).replace("\"shipping\"", "\"expectedTotal\":\"1.00\",\"shipping\"")).getStatus()).isEqualTo(409);
    }

    @Test
    void takesNothingLargeAndNothingBroken() throws Exception {
        assertThat(place(key, UUID.randomUUID().toString(), "x".repeat(10_000_000)).getStatus()).isEqualTo(413);
        assertThat(place(key, UUID.randomUUID().toString(), "[1").getStatus()).isEqualTo(400);
        assertThat(place(key, "", body(1)).getStatus()).isEqualTo(400);
    }

    @Test
    void anAgentSellsToOthersAndSeesWhatItSold() throws Exception {
        var code = "AG-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        desk.save(new AgentForm(code, "Harbour Hotel", "partner", true, Set.of()), BY);
        var agents = desk.makeKey("Hotel desk", "", code, BY);
        var answer = place(agents, UUID.randomUUID().toString(), body(1).replace("{\"lines\"", "{\"contact\":{\"name\":\"Guest\",\"email\":\"guest@example.com\"},\"lines\""));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        assertThat(read(agents, "/api/v1/orders").getContentAsString()).contains("/api/v1/orders/");
        assertThat(read(key, answer.getHeader("Location")).getStatus()).isEqualTo(404);
        assertThat(desk.sold(1, "api", code)).singleElement().satisfies(sold -> assertThat(sold.orders()).isEqualTo(1));
        desk.save(new AgentForm(code, "Harbour Hotel", "partner", false, Set.of()), BY);
        assertThat(read(agents, "/api/v1/orders").getStatus()).isEqualTo(401);
        assertThatThrownBy(() -> desk.makeKey("Both", customers.find(amelie).orElseThrow().number(), code, BY)).isInstanceOf(Refused.class);
    }

    private String body(int quantity) {
        return "{\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}],\"shipping\":\"standard\",\"address\":{\"recipient\":\"Amélie\",\"line1\":\"1462 Birmingham Street\","
                + "\"city\":\"Halifax\",\"province\":\"NS\",\"postalCode\":\"B3J 2J1\",\"country\":\"CA\"}}";
    }

    private MockHttpServletResponse place(String secret, String word, String body) throws Exception {
        var request = post("/api/v1/orders").header("Authorization", "Bearer " + secret).contentType("application/json").content(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return http.perform(word.isEmpty() ? request : request.header("Idempotency-Key", word)).andReturn().getResponse();
    }

    private MockHttpServletResponse read(String secret, String address) throws Exception {
        return http.perform(get(address).header("Authorization", "Bearer " + secret)).andReturn().getResponse();
    }
}
