package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.notification.MessageState;
import app.regulars.notification.OutboxDesk;
import app.regulars.payment.CardPaying;
import app.regulars.payment.PaymentStatus;
import app.regulars.payment.StandInGateway;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.events.StuckEvents;
import app.regulars.platform.id.Ids;
import app.regulars.platform.persistence.Columns;
import app.regulars.pricing.Prices;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.Relay;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * The database is gone for twenty seconds while six buyers order and their bank calls: every connection is cut, and no new one is answered.
 * Buyers press again with the same page, the bank calls again; nothing else helps but what runs by itself.
 */
@RegularsTest(properties = {"regulars.events.patience=3s", "regulars.events.look=1s", "db-scheduler.polling-interval=1s"})
@WithStaff
@Import({StandInGateway.Setup.class, Relay.Setup.class})
class DatabaseGoneIT {

    private static final int BUYERS = 6;
    private static final Duration BEFORE = Duration.ofSeconds(4);
    private static final Duration GONE = Duration.ofSeconds(20);
    private static final Duration AFTER = Duration.ofSeconds(4);
    private static final PostalAddress HOME = new PostalAddress("Kim Buyer", "1 Water Street", null, "Charlottetown", "PE", "C1A 1A1", "CA");

    @Autowired
    Checkout checkout;
    @Autowired
    OrderPaying paying;
    @Autowired
    StandInGateway bank;
    @Autowired
    Relay.RelayToDatabase database;
    @Autowired
    Goods goods;
    @Autowired
    StuckEvents stuck;
    @Autowired
    OutboxDesk outbox;
    @Autowired
    WebApplicationContext context;
    @Autowired
    JdbcTemplate jdbc;

    private final ConcurrentHashMap<UUID, Long> stories = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<CheckoutResult.Placed> paid = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean open = true;
    private VariantId mug;
    private MockMvc web;

    @Test
    void losesNoOrderDoublesNoneAndTellsEverybody() throws Exception {
        Assumptions.assumeTrue(database.relay() != null, "there is no server to lose");
        mug = goods.article("M-" + UUID.randomUUID(), "24.00", 1_000_000);
        web = MockMvcBuilders.webAppContextSetup(context).build();
        var waited = 0L;
        try (var buyers = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var work = new ArrayList<Future<?>>();
            for (var i = 0; i < BUYERS; i++) {
                work.add(buyers.submit(this::buy));
            }
            pause(BEFORE);
            assertThat(paid).as("it works before").isNotEmpty();
            database.relay().cut();
            pause(GONE);
            var during = paid.size();
            database.relay().mend();
            // staff see what waits as soon as they see anything
            eventually(() -> jdbc.queryForObject("select 1", Integer.class) == 1);
            waited = jdbc.queryForObject("select count(*) from EVENT_PUBLICATION where COMPLETION_DATE is null", Long.class);
            assertThat(stuck.count()).isBetween(0L, waited + BUYERS * 20L);
            pause(AFTER);
            open = false;
            for (var each : work) {
                each.get();
            }
            assertThat(paid.size()).as("it works after").isGreaterThan(during);
        }
        assertThat(failures).as("the outage was felt").hasPositiveValue();
        var orders = stories.size();
        eventually(() -> count("select count(*) from EVENT_PUBLICATION where COMPLETION_DATE is null") == 0);
        eventually(() -> count("select count(*) from outbox_message where kind = 'order.confirmed'") == orders);
        eventually(() -> count("select count(*) from outbox_message where state in ('WAITING', 'SENDING')") == 0);
        assertThat(outbox.counts().getOrDefault(MessageState.FAILED, 0L)).isZero();
        assertThat(stuck.count()).as("nothing waits any more").isZero();
        // each press became one order, whole: paid once, its piece kept once, its buyer told once
        assertThat(count("select count(*) from sales_order")).isEqualTo(orders);
        assertThat(count("select count(distinct checkout_key) from sales_order")).isEqualTo(orders);
        assertThat(count("select count(distinct number) from sales_order")).isEqualTo(orders);
        assertThat(count("select count(*) from payment")).isEqualTo(orders);
        assertThat(count("select count(*) from payment_entry where kind = 'CAPTURED'")).isEqualTo(orders);
        assertThat(count("select count(*) from sales_order where status = 'PLACED'")).as("all are paid and known to be").isEqualTo(orders);
        assertThat(count("select reserved from stock_item where variant_id = ?", (Object) Columns.bytes(mug.value()))).isEqualTo(orders);
        for (var each : paid) {
            var stand = paying.of(each.trackToken()).stand();
            assertThat(stand.status()).isEqualTo(PaymentStatus.CAPTURED);
            assertThat(stand.captured()).isEqualTo(stand.amount());
        }
        assertThat(paid).hasSize(orders);
        LoggerFactory.getLogger(getClass()).info("{} orders, {} tries failed, {} news waited when the database came back", orders, failures.get(), waited);
    }

    private void buy() {
        while (open) {
            var key = Ids.next();
            stories.put(key, System.nanoTime());
            var placed = persist(() -> (CheckoutResult.Placed) checkout.place(new NewOrder(key, null, null, List.of(new Prices.Wish(mug, 1)),
                    new CheckoutForm("Kim Buyer", null, key + "@gone.example", null, HOME, "standard", null, null, Locale.CANADA, "card"), null, "web")));
            var attempt = persist(() -> paying.byCard(placed.trackToken(), Locale.CANADA) instanceof CardPaying.Page page
                    ? UUID.fromString(page.address().substring(page.address().lastIndexOf('/') + 1)) : null);
            var total = persist(() -> paying.of(placed.trackToken()).stand().amount());
            bank.pays(attempt, total);
            // the bank calls until it is heard, and once more
            persist(() -> call(attempt) == 200 ? Boolean.TRUE : null);
            persist(() -> call(attempt) == 200 ? Boolean.TRUE : null);
            paid.add(placed);
        }
    }

    private int call(UUID attempt) throws Exception {
        return web.perform(MockMvcRequestBuilders.post("/webhooks/payment/stand-in").content(attempt.toString()).header("Stand-In-Signature", "good")).andReturn().getResponse()
                .getStatus();
    }

    @FunctionalInterface
    private interface Try<T> {

        T once() throws Exception;
    }

    /** As people and banks do: again after a while. */
    private <T> T persist(Try<T> what) {
        var until = Instant.now().plus(Duration.ofMinutes(2));
        while (true) {
            try {
                var answer = what.once();
                if (answer != null) {
                    return answer;
                }
            } catch (Exception gone) {
                assertThat(Instant.now()).as(() -> "it never came back: " + gone).isBefore(until);
            }
            failures.incrementAndGet();
            pause(Duration.ofMillis(200));
        }
    }

    private long count(String sql, Object... values) {
        return jdbc.queryForObject(sql, Long.class, values);
    }

    private static void pause(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static void eventually(BooleanSupplier what) {
        var until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (true) {
            try {
                if (what.getAsBoolean()) {
                    return;
                }
            } catch (org.springframework.dao.DataAccessException | org.springframework.transaction.TransactionException gone) {
                // asked again
            }
            assertThat(System.nanoTime()).as("it should have happened by now").isLessThan(until);
            pause(Duration.ofMillis(200));
        }
    }
}
