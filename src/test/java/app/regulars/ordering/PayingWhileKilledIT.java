package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.invoicing.Invoices;
import app.regulars.payment.CardPaying;
import app.regulars.payment.PaymentDesk;
import app.regulars.payment.StandInGateway;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.pricing.Prices;
import app.regulars.testing.Cuts;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * One order from the press of the button to the money that is taken as its goods leave, killed at every step of it: after the first thing
 * that was written, after the second, and so on until it gets through unharmed. Each time everybody comes again as they do: the buyer with
 * the same page, the gateway with the same call, staff with the same parcel, the jobs with what waits.
 */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
@Import({StandInGateway.Setup.class, Cuts.Setup.class})
class PayingWhileKilledIT {

    private static final int MOST_STEPS = 400;
    private static final int TIMES = 4;
    private static final PostalAddress HOME = new PostalAddress("Kim Buyer", "1 Water Street", null, "Charlottetown", "PE", "C1A 1A1", "CA");

    @Autowired
    Checkout checkout;
    @Autowired
    OrderRepository orders;
    @Autowired
    OrderPaying paying;
    @Autowired
    OrderDesk desk;
    @Autowired
    PaymentDesk money;
    @Autowired
    Invoices invoices;
    @Autowired
    StandInGateway bank;
    @Autowired
    Cuts cuts;
    @Autowired
    Goods goods;
    @Autowired
    IncompleteEventPublications news;
    @Autowired
    WebApplicationContext context;
    @Autowired
    JdbcTemplate jdbc;

    private final StaffId tobias = StaffId.next();
    private VariantId mug;

    @Test
    void losesNothingAndTakesNothingTwiceWhereverItDies() {
        mug = goods.article("M-" + UUID.randomUUID(), "24.00", 100_000);
        var died = 0;
        for (var steps = 0; steps < MOST_STEPS; steps++) {
            var story = new Story();
            cuts.after(steps);
            try {
                story.goOn();
            } catch (Exception | AssertionError interrupted) {
                assertThat(cuts.isDead()).as(() -> "only death interrupts: " + interrupted).isTrue();
            }
            var killed = cuts.isDead();
            cuts.revive();
            if (killed) {
                died++;
                story.comeAgain(steps);
            }
            story.isWhole(steps);
            if (!killed) {
                break;
            }
        }
        LoggerFactory.getLogger(getClass()).info("killed at {} steps", died);
        assertThat(died).as("steps between the button and the money").isBetween(15, MOST_STEPS - 1);
    }

    private final class Story {

        private final UUID key = Ids.next();
        private final String email = key + "@killed.example";
        private CheckoutResult.Placed placed;
        private UUID attempt;
        private boolean paid;
        private boolean heard;

        void goOn() throws Exception {
            if (placed == null) {
                var result = checkout.place(new NewOrder(key, null, null, List.of(new Prices.Wish(mug, 1)),
                        new CheckoutForm("Kim Buyer", null, email, null, HOME, "standard", null, null, Locale.CANADA, "card"), null, "web"));
                placed = (CheckoutResult.Placed) result;
            }
            if (attempt == null) {
                var page = ((CardPaying.Page) paying.byCard(placed.trackToken(), Locale.CANADA)).address();
                attempt = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
            }
            cuts.step();
            if (!paid) {
                bank.keeps(attempt, total());
                paid = true;
            }
            cuts.step();
            if (!heard) {
                var answer = MockMvcBuilders.webAppContextSetup(context).build().perform(MockMvcRequestBuilders.post("/webhooks/payment/stand-in").content(attempt.toString())
                        .header("Stand-In-Signature", "good")).andReturn().getResponse();
                assertThat(answer.getStatus()).isEqualTo(200);
                heard = true;
            }
            eventually(() -> order().status() != OrderStatus.AWAITING_PAYMENT);
            if (order().status() == OrderStatus.PLACED) {
                desk.dispatch(placed.number(), "Own van", "", tobias);
            }
            eventually(() -> isTaken() && told("order.confirmed") == 1 && waiting() == 0);
        }

        /** After the next start: everybody comes as often as it takes. */
        void comeAgain(int steps) {
            Throwable why = null;
            for (var times = 0; times < TIMES; times++) {
                news.resubmitIncompletePublications(publication -> true);
                try {
                    if (placed != null) {
                        money.look(order().id().value(), tobias);
                    }
                    goOn();
                    return;
                } catch (Exception | AssertionError notYet) {
                    why = notYet;
                }
            }
            throw new AssertionError("killed at step " + steps + " it never got through: " + stand(), why);
        }

        private String stand() {
            return placed == null ? "not placed" : order().status() + " " + paying.of(placed.trackToken()).stand() + ", taken " + isTaken() + ", papers " + invoices.of(order().id()).size()
                    + ", told " + told("order.confirmed") + "/" + told("order.shipped") + ", waiting " + jdbc.queryForList("select listener_id from EVENT_PUBLICATION where COMPLETION_DATE is null", String.class)
                    + ", asked of the bank " + jdbc.queryForList("select concat(a.kind, ' ', a.state, ' ', a.amount) from payment_attempt a join payment p on p.id = a.payment_id where p.reference = ?",
                            String.class, Columns.bytes(order().id().value()));
        }

        void isWhole(int steps) {
            var id = Columns.bytes(order().id().value());
            assertThat(count("select count(*) from sales_order where checkout_key = ?", Columns.bytes(key))).as("step %d: one order", steps).isOne();
            assertThat(count("select count(*) from sales_order_line where order_id = ?", id)).isOne();
            assertThat(count("select count(*) from payment where reference = ?", id)).isOne();
            assertThat(count("select coalesce(sum(difference), 0) from stock_movement where reference = ?", id)).as("step %d: one piece left", steps).isEqualTo(-1);
            assertThat(bank.taken(attempt, "CAD")).as("step %d: taken once", steps).isEqualTo(total());
            assertThat(paying.of(placed.trackToken()).stand()).satisfies(stand -> {
                assertThat(stand.captured()).isEqualTo(total());
                assertThat(stand.open().isZero() && stand.held().isZero() && stand.refunded().isZero()).isTrue();
            });
            assertThat(invoices.of(order().id())).as("step %d: one invoice", steps).singleElement().satisfies(paper -> assertThat(paper.total()).isEqualTo(total()));
            assertThat(told("order.confirmed")).as("step %d: told once", steps).isOne();
            assertThat(told("order.shipped")).as("step %d: told once", steps).isOne();
        }

        private boolean isTaken() {
            return paying.of(placed.trackToken()).stand().captured().equals(total()) && invoices.of(order().id()).size() == 1 && told("order.shipped") == 1;
        }

        private Order order() {
            return orders.findByNumber(placed.number().value()).orElseThrow();
        }

        private Money total() {
            return jdbc.queryForObject("select total, currency from sales_order where number = ?", (row, n) -> Money.of(row.getBigDecimal(1), row.getString(2)), placed.number().value());
        }

        private long told(String kind) {
            return count("select count(*) from outbox_message where recipient = ? and kind = ?", email, kind);
        }
    }

    private long waiting() {
        return count("select count(*) from EVENT_PUBLICATION where COMPLETION_DATE is null");
    }

    private long count(String sql, Object... values) {
        return jdbc.queryForObject(sql, Long.class, values);
    }

    private void eventually(BooleanSupplier what) {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!what.getAsBoolean()) {
            assertThat(cuts.isDead()).isFalse();
            assertThat(System.nanoTime()).as("it should have happened by now").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
