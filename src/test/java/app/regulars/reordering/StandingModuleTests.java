package app.regulars.reordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.customer.Companies;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderPlaced;
import app.regulars.ordering.OrderCanceled;
import app.regulars.ordering.OrderChangeDesk;
import app.regulars.ordering.OrderChange;
import app.regulars.ordering.Orders;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.time.BusinessClock;
import app.regulars.pricing.Prices;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What comes by itself every so many weeks, and what is bought for a time. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class StandingModuleTests {

    private static final PostalAddress HOME = new PostalAddress("Mira Cole", "1462 Birmingham Street", null, "Halifax", "NS", "B3J 2J1", "CA");

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private MyStandingOrders standing;
    @Autowired
    private StandingWork work;
    @Autowired
    private StandingDesk staff;
    @Autowired
    private MyShoppingLists lists;
    @Autowired
    private MyTerms terms;
    @Autowired
    private OrderChangeDesk changing;
    @Autowired
    private RunningTerms running;
    @Autowired
    private Orders orders;
    @Autowired
    private TermReminding reminding;
    @Autowired
    private Forecasts forecasts;
    @Autowired
    private Checkout checkout;
    @Autowired
    private Goods goods;
    @Autowired
    private Prices prices;
    @Autowired
    private Inventory inventory;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Companies companies;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;
    private CustomerId me;
    private CustomerId other;
    private VariantId beans;

    @BeforeEach
    void aCustomerAndAnArticle() {
        me = customers.obtain(tag + "@people.example", "Mira Cole", null, null, Locale.CANADA, "test");
        other = customers.obtain(tag + "o@people.example", "Ole Cole", null, null, Locale.CANADA, "test");
        customers.rememberAddress(me, HOME);
        beans = goods.article("beans-" + tag, "20.00", 10);
    }

    private UUID begun(int pieces, int inDays) {
        var list = lists.create(me, "Bar " + Ids.next());
        lists.add(me, list, List.of(new Prices.Wish(beans, pieces)));
        // what comes first needs a way to be sent: as the last order went
        checkout.place(new NewOrder(Ids.next(), me, me, List.of(new Prices.Wish(beans, 1)), form(), null, "web"));
        return standing.begin(me, me, list, 2, forecasts.today().plusDays(inDays));
    }

    private static CheckoutForm form() {
        return new CheckoutForm("Mira Cole", null, "mira@example.com", null, HOME, "standard", null, null, Locale.CANADA);
    }

    private int orders(String channel) {
        return jdbc.queryForObject("select count(*) from sales_order where customer_id = ? and channel = ?", Integer.class, Columns.bytes(me.value()), channel);
    }

    private int mails(String kind) {
        return jdbc.queryForObject("select count(*) from outbox_message where customer_id = ? and kind = ?", Integer.class, Columns.bytes(me.value()), "reordering." + kind);
    }

    private void in(int days, Runnable deed) {
        BusinessClock.at(clock.instant().plus(Duration.ofDays(days)), deed);
    }

    @Test
    void whatWasSetUpForACompanyRestsWhenSheHasLeftIt() {
        var cafe = companies.found(me, "Quay " + tag, "test");
        var list = lists.create(cafe, "Bar");
        lists.add(cafe, list, List.of(new Prices.Wish(beans, 1)));
        checkout.place(new NewOrder(Ids.next(), cafe, me, List.of(new Prices.Wish(beans, 1)), form(), null, "web"));
        standing.begin(cafe, me, list, 2, forecasts.today().plusDays(7));
        jdbc.update("delete from company_member where person_id = ?", Columns.bytes(me.value()));
        in(5, () -> work.notice());
        in(7, () -> work.order());
        assertThat(mails("standing-notice")).isZero();
        assertThat(mails("standing-failed")).isZero();
        assertThat(jdbc.queryForObject("select count(*) from sales_order where customer_id = ?", Integer.class, Columns.bytes(cafe.value()))).isEqualTo(1);
        assertThat(standing.all(cafe)).singleElement().matches(each -> !each.active(), "another may take it up");
    }

    @Test
    void isAnnouncedAndOrderedOnceADayAtThatDaysPrice() {
        begun(2, 7);
        work.notice();
        assertThat(mails("standing-notice")).isZero();
        in(5, () -> {
            work.notice();
            work.notice();
            work.order();
        });
        assertThat(mails("standing-notice")).isEqualTo(1);
        assertThat(orders("standing")).isZero();
        prices.setListPrice(beans, Money.of("21.00", "CAD"));
        in(7, () -> {
            work.order();
            work.order();
        });
        assertThat(orders("standing")).isEqualTo(1);
        assertThat(jdbc.queryForObject("select goods from sales_order where customer_id = ? and channel = 'standing'", java.math.BigDecimal.class, Columns.bytes(me.value())))
                .isEqualByComparingTo("42.00");
        var file = standing.all(me).getFirst();
        assertThat(file.nextOn()).isEqualTo(forecasts.today().plusDays(21));
        assertThat(file.runs()).extracting(StandingFile.Run::outcome).containsExactly("placed");
    }

    @Test
    void skipsRestsStopsAndGoesOn() {
        var id = begun(1, 3);
        standing.skip(me, me, id);
        assertThat(standing.all(me).getFirst().nextOn()).isEqualTo(forecasts.today().plusDays(17));
        standing.pause(me, me, id);
        in(40, () -> {
            work.order();
            assertThat(orders("standing")).isZero();
            standing.resume(me, me, id);
            assertThat(standing.all(me).getFirst().nextOn()).isAfter(forecasts.today());
        });
        standing.change(me, me, id, 4, forecasts.today().plusDays(2), Map.of(0, 3));
        assertThat(standing.all(me).getFirst().goods().lines().getFirst().line().quantity()).isEqualTo(3);
        standing.stop(me, me, id);
        in(10, work::order);
        assertThat(orders("standing")).isZero();
        assertThat(standing.all(me)).isEmpty();
        standing.resume(me, me, id);
        assertThat(standing.all(me)).hasSize(1);
        for (Runnable theft : List.<Runnable>of(() -> standing.skip(other, other, id), () -> standing.stop(other, other, id), () -> standing.resume(other, other, id),
                () -> standing.change(other, other, id, 1, forecasts.today().plusDays(2), Map.of()))) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(theft::run);
        }
        assertThatExceptionOfType(Refused.class).as("for somebody else").isThrownBy(() -> standing.stop(me, other, id));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> standing.change(me, me, id, 5, forecasts.today().plusDays(2), Map.of()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> standing.change(me, me, id, 4, forecasts.today(), Map.of()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> standing.change(me, me, id, 4, forecasts.today().plusDays(2), Map.of(0, 0)));
    }

    @Test
    void saysWhatFailedTriesAgainAndLeavesItOut() {
        begun(5, 1);
        inventory.adjust(beans, -9, "broken");
        for (var day : List.of(1, 1, 2, 3, 3)) {
            in(day, work::order);
        }
        assertThat(mails("standing-failed")).isEqualTo(3);
        assertThat(orders("standing")).isZero();
        var file = standing.all(me).getFirst();
        assertThat(file.nextOn()).isEqualTo(forecasts.today().plusDays(15));
        assertThat(file.tries()).isZero();
        assertThat(staff.list()).filteredOn(row -> row.customer() != null && row.customer().id().equals(me)).singleElement().satisfies(row -> assertThat(row.last().isFailed()).isTrue());
        inventory.adjust(beans, 10, "delivered");
        in(15, work::order);
        assertThat(orders("standing")).isEqualTo(1);
    }

    @Test
    void aTermIsRenewedByOneClickAndCounted() {
        staff.setTerm("BEANS-" + tag, 6, StaffId.next());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> staff.setTerm("nothing-" + tag, 6, StaffId.next()));
        var placed = (CheckoutResult.Placed) checkout.place(new NewOrder(Ids.next(), me, me, List.of(new Prices.Wish(beans, 1)), form(), null, "web"));
        begins(placed);
        var term = terms.all(me, me).getFirst();
        assertThat(term.endsOn()).isEqualTo(forecasts.today().plusMonths(6));
        assertThat(term.due()).isFalse();
        assertThat(terms.all(other, other)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> terms.renew(other, other, term.id(), null));
        var near = (int) java.time.temporal.ChronoUnit.DAYS.between(forecasts.today(), term.endsOn()) - 20;
        in(near, () -> {
            reminding.remind();
            assertThat(mails("term")).as("nobody allowed it").isZero();
            terms.remind(me, Locale.CANADA);
            reminding.remind();
            reminding.remind();
            assertThat(mails("term")).isEqualTo(1);
        });
        in(near + 15, reminding::remind);
        assertThat(mails("term")).as("and a week before").isEqualTo(2);
        in(near + 16, () -> {
            var due = terms.all(me, me).getFirst();
            assertThat(terms.renew(me, me, due.id(), Money.of("1.00", "CAD"))).isInstanceOf(CheckoutResult.PriceChanged.class);
            var renewed = (CheckoutResult.Placed) terms.renew(me, me, due.id(), due.renewal().priced().total().rounded());
            assertThat(terms.renew(me, me, due.id(), null)).as("a double click").isEqualTo(renewed);
            begins(renewed);
        });
        assertThat(orders("renewal")).isEqualTo(1);
        var next = terms.all(me, me).getFirst();
        assertThat(next.beginsOn()).isEqualTo(term.endsOn());
        assertThat(next.endsOn()).isEqualTo(term.endsOn().plusMonths(6));
        in(near + 20 + 40, () -> assertThat(staff.renewals().renewed()).isEqualTo(1));
    }

    @Test
    void aRenewalThatWasCalledOffCanBeMadeAgainAndWhatGoesOnNotTwice() {
        staff.setTerm("BEANS-" + tag, 6, StaffId.next());
        begins((CheckoutResult.Placed) checkout.place(new NewOrder(Ids.next(), me, me, List.of(new Prices.Wish(beans, 1)), form(), null, "web")));
        var term = terms.all(me, me).getFirst();
        in((int) java.time.temporal.ChronoUnit.DAYS.between(forecasts.today(), term.endsOn()) - 20, () -> {
            var first = (CheckoutResult.Placed) terms.renew(me, me, term.id(), null);
            begins(first);
            running.on(new OrderCanceled(first.id(), first.number(), me, clock.instant()));
            running.on(new OrderCanceled(first.id(), first.number(), me, clock.instant()));
            var second = (CheckoutResult.Placed) terms.renew(me, me, term.id(), null);
            assertThat(second).as("not the one that was called off").isNotEqualTo(first);
            begins(second);
            assertThat(terms.renew(me, me, term.id(), null)).isEqualTo(second);
            running.on(new OrderCanceled(second.id(), second.number(), me, clock.instant()));
            begins((CheckoutResult.Placed) checkout.place(new NewOrder(Ids.next(), me, me, List.of(new Prices.Wish(beans, 1)), form(), null, "web")));
            assertThatExceptionOfType(NotFound.class).as("another order went on with it").isThrownBy(() -> terms.renew(me, me, term.id(), null));
        });
        assertThat(orders("renewal")).isEqualTo(2);
    }

    @Test
    void anArticleThatComesToAnOrderBeginsItsTerm() {
        var filters = goods.article("filters-" + tag, "8.00", 10);
        staff.setTerm("FILTERS-" + tag, 3, StaffId.next());
        var placed = (CheckoutResult.Placed) checkout.place(new NewOrder(Ids.next(), me, me, List.of(new Prices.Wish(beans, 1)), form(), null, "web"));
        assertThat(terms.all(me, me)).isEmpty();
        var change = new OrderChange(Map.of(), new OrderChange.Added(filters, 2), null, null, "");
        changing.apply(placed.number(), change, changing.preview(placed.number(), change).after().total(), StaffId.next());
        var end = System.nanoTime() + 20_000_000_000L;
        while (terms.all(me, me).isEmpty()) {
            assertThat(System.nanoTime()).as("not in time").isLessThan(end);
            Thread.onSpinWait();
        }
        assertThat(terms.all(me, me)).singleElement().satisfies(term -> {
            assertThat(term.basket().line().quantity()).isEqualTo(2);
            assertThat(term.endsOn()).isEqualTo(forecasts.today().plusMonths(3));
        });
    }

    /** As the event says it, and once more. */
    private void begins(CheckoutResult.Placed placed) {
        var end = System.nanoTime() + 20_000_000_000L;
        while (jdbc.queryForObject("select count(*) from running_term where order_id = ?", Integer.class, Columns.bytes(placed.id().value())) == 0) {
            assertThat(System.nanoTime()).as("not in time").isLessThan(end);
            Thread.onSpinWait();
        }
        running.placed(new OrderPlaced(placed.id(), placed.number(), me, clock.instant()), orders.file(placed.number()).orElseThrow());
        assertThat(jdbc.queryForObject("select count(*) from running_term where order_id = ?", Integer.class, Columns.bytes(placed.id().value()))).isEqualTo(1);
    }
}
