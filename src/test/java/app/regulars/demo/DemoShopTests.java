package app.regulars.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.inventory.Inventory;
import app.regulars.platform.shop.Shop;
import app.regulars.testing.RegularsTest;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.TestPropertySource;

/** The demonstration as it is loaded at the first start, before any job writes a message of its own. */
@RegularsTest(properties = "regulars.demo=true")
@TestPropertySource(properties = "regulars.jobs.start-after=1h")
class DemoShopTests {

    private static final DemoData DATA = DemoFiles.read();

    @Autowired
    private DemoLoader loader;
    @Autowired
    private Addresses addresses;
    @Autowired
    private AuthenticationProvider signIn;
    @Autowired
    private Shop shop;
    @Autowired
    private Inventory inventory;
    @Autowired
    private DemoVariants variants;
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void holdsTheWholeShop() {
        assertThat(shop.name()).isEqualTo("Harbourline Coffee & Tea");
        assertThat(count("product")).isGreaterThanOrEqualTo(80);
        assertThat(count("customer")).isGreaterThanOrEqualTo(40);
        assertThat(count("sales_order")).isBetween(600L, 760L);
        assertThat(count("faq_article")).isGreaterThanOrEqualTo(20);
        assertThat(count("forum_topic")).isGreaterThanOrEqualTo(12);
        assertThat(count("inquiry")).isEqualTo(DATA.inquiries().size() + 4); // one came by mail, two live talks became one each, and so did a bad answer
    }

    @Test
    void goesOnAfterTheSale() {
        assertThat(count("return_request")).isEqualTo(3);
        assertThat(count("return_request where status = 'RECEIVED'")).isOne();
        assertThat(count("return_request r join payment p on p.reference = r.order_id where r.status = 'SETTLED' and r.amount = 12 and p.refunded = 12")).isOne();
        assertThat(count("follow_up where state = 'ANSWERED'")).isEqualTo(3);
        assertThat(count("follow_up f join inquiry i on i.number = f.inquiry where f.rating <= 2 and i.status = 'RESOLVED'")).isOne();
        assertThat(count("standing_order")).isOne();
        assertThat(count("review where status = 'PUBLISHED'")).isEqualTo(33);
        assertThat(count("review where status = 'WAITING'")).isEqualTo(4);
        assertThat(count("review where status = 'REFUSED'")).isOne();
        assertThat(count("review where verified")).isGreaterThan(20);
        assertThat(jdbc.queryForObject("select sum(one + two + three + four + five) from review_summary", Integer.class)).isEqualTo(33);
        assertThat(jdbc.queryForObject("select next_on from standing_order", java.time.LocalDate.class)).isAfter(java.time.LocalDate.now(java.time.Clock.systemUTC()).plusDays(2));
    }

    @Test
    void endsNowAndNothingIsLater() {
        assertThat(jdbc.queryForObject("select count(*) from sales_order where placed_at > ?", Long.class, moments(-1))).isPositive();
        for (var moment : Map.of("sales_order", "placed_at", "forum_post", "posted_at", "inquiry", "last_message_at", "outbox_message", "posted_at",
                "customer", "joined_at", "stock_movement", "happened_at", "audit_entry", "happened_at").entrySet()) {
            assertThat(jdbc.queryForObject("select count(*) from " + moment.getKey() + " where " + moment.getValue() + " > ?", Long.class, moments(0)))
                    .as(moment.getKey()).isZero();
        }
    }

    @Test
    void leavesTheStockOfTheFiles() {
        var wrong = new TreeMap<String, Integer>();
        for (var product : DATA.products()) {
            for (var variant : product.variants()) {
                var id = variants.id(variant.sku());
                if (inventory.available(java.util.List.of(id)).getOrDefault(id, 0) != variant.stock()) {
                    wrong.put(variant.sku(), inventory.available(java.util.List.of(id)).get(id));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void letsFourPeopleIn() {
        assertThat(DemoSignIns.ALL).hasSize(4).allSatisfy(person -> {
            assertThat(signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(person.email(), DemoSignIns.PASSWORD)).isAuthenticated())
                    .isTrue();
            assertThat(addresses.box("http://localhost:8080")).contains(person.email(), DemoSignIns.PASSWORD, "http://localhost:8080/console");
        });
        assertThat(count("account where password_hash is not null")).isEqualTo(4);
    }

    @Test
    void keepsEveryMessage() {
        assertThat(count("outbox_message")).isPositive();
        assertThat(count("outbox_message where state = 'SENT'")).isZero();
    }

    @Test
    void leavesNoEventBehind() {
        assertThat(count("EVENT_PUBLICATION where completion_date is null")).isZero();
    }

    @Test
    void isLoadedOnce() {
        var before = Map.of("orders", count("sales_order"), "posts", count("forum_post"), "messages", count("outbox_message"), "steps", count("demo_step"));
        loader.start();
        assertThat(Map.of("orders", count("sales_order"), "posts", count("forum_post"), "messages", count("outbox_message"), "steps", count("demo_step")))
                .isEqualTo(before);
    }

    private long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    private static java.time.LocalDateTime moments(int days) {
        return java.time.Clock.systemUTC().instant().atOffset(java.time.ZoneOffset.UTC).toLocalDateTime().plusDays(days);
    }
}
