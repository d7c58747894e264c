package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.inventory.Inventory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders that change after they were placed: the money is said first, to the cent, and then it is so. */
@RegularsTest
@WithStaff
@Import(Shopping.class)
class OrderChangesModuleTests {

    @Autowired Shopping shopping;
    @Autowired OrderDesk desk;
    @Autowired OrderChangeDesk changes;
    @Autowired PackingDesk packing;
    @Autowired MyOrders mine;
    @Autowired MyOrderChanges myChanges;
    @Autowired OrderExport export;
    @Autowired Inventory inventory;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;

    private final StaffId priya = StaffId.next();
    private VariantId mug;
    private VariantId beans;
    private VariantId pot;
    private CustomerId amelie;
    private OrderNumber number;

    @BeforeEach
    void order() {
        mug = shopping.product("mug", "standard", "24.35", 100);
        beans = shopping.product("beans", "basic-grocery", "20.15", 100);
        pot = shopping.product("pot", "standard", "33.33", 5);
        amelie = shopping.customer("amelie");
        number = shopping.order(amelie, List.of(), new Prices.Wish(mug, 3), new Prices.Wish(beans, 4));
    }

    @Test
    void theCustomerCallsPiecesOffWhileNothingIsPacked() {
        var before = mine.find(amelie, number);
        var wanted = Map.of(0, 1, 1, 4);
        var effect = myChanges.preview(amelie, number, wanted);
        assertThat(effect.before().total()).isEqualTo(before.total());
        assertThat(effect.after().goods()).isEqualTo(cad("104.95"));
        // Nova Scotia: 14 % on one mug and on delivery, nothing on beans
        assertThat(effect.after().tax()).isEqualTo(cad("24.35").plus(before.shipping()).times(before.taxes().getFirst().rate()));
        assertThat(mine.find(amelie, number).total()).as("a preview changes nothing").isEqualTo(before.total());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> myChanges.preview(shopping.customer("owen"), number, wanted));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> myChanges.cancel(shopping.customer("owen"), number, wanted, null, effect.after().total()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> myChanges.cancel(amelie, number, wanted, null, cad("1.00")));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> myChanges.preview(amelie, number, Map.of(0, 4)));

        myChanges.cancel(amelie, number, wanted, "too many", effect.after().total());
        var after = mine.find(amelie, number);
        assertThat(after.amounts()).isEqualTo(effect.after());
        assertThat(after.lines().getFirst().quantity()).isEqualTo(1);
        assertThat(after.lines().getFirst().ordered()).isEqualTo(3);
        assertThat(inventory.available(List.of(mug))).containsEntry(mug, 99);
        packing.pack(number, Map.of(1, 1), priya);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> myChanges.preview(amelie, number, Map.of(0, 0)));
    }

    @Test
    void nothingLeftIsAnOrderCalledOff() {
        var effect = myChanges.preview(amelie, number, Map.of(0, 0, 1, 0));
        assertThat(effect.whole()).isTrue();
        assertThat(effect.after().total()).isEqualTo(cad("0.00"));
        myChanges.cancel(amelie, number, Map.of(0, 0, 1, 0), null, effect.after().total());
        assertThat(desk.find(number).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(inventory.available(List.of(mug, beans))).containsEntry(mug, 100).containsEntry(beans, 100);
    }

    @Test
    void theRestIsCalledOffAfterAPartHasLeft() {
        var sent = packing.pack(number, Map.of(0, 3), priya);
        packing.dispatch(number, sent, "Own van", "", null, priya);
        packing.deliver(number, sent, priya);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> changes.preview(number, OrderChange.quantities(Map.of(0, 2), null)))
                .satisfies(no -> assertThat(no.field()).isEqualTo("change-0"));
        var change = OrderChange.quantities(Map.of(1, 0), "sold out");
        changes.apply(number, change, changes.preview(number, change).after().total(), priya);
        assertThat(desk.find(number).status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(desk.find(number).history()).extracting(OrderFile.Moment::what).containsExactly("placed", "packed", "shipped", "delivered", "partly-canceled");
        assertThat(inventory.available(List.of(beans))).containsEntry(beans, 100);
    }

    @Test
    void aLineComesToItAndItGoesElsewhere() {
        var montreal = new PostalAddress("Amélie Cormier", "5400 rue Saint-Denis", null, "Montréal", "QC", "H2J 2M3", "CA");
        var change = new OrderChange(Map.of(), new OrderChange.Added(pot, 2), montreal, "express", "moves");
        var effect = changes.preview(number, change);
        assertThat(effect.after().goods()).isEqualTo(effect.before().goods().plus(cad("66.66")));
        assertThat(effect.after().taxes()).extracting(OrderFile.Tax::code).containsExactlyInAnyOrder("GST", "QST");
        changes.apply(number, change, effect.after().total(), priya);
        var file = desk.find(number);
        assertThat(file.amounts()).isEqualTo(effect.after());
        assertThat(file.address().city()).isEqualTo("Montréal");
        assertThat(file.shippingOption()).isEqualTo("express");
        assertThat(inventory.available(List.of(pot))).containsEntry(pot, 3);
        var greedy = new OrderChange(Map.of(2, 6), null, null, null, null);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> changes.apply(number, greedy, changes.preview(number, greedy).after().total(), priya));
        assertThat(inventory.available(List.of(pot))).as("nothing is held when it is refused").containsEntry(pot, 3);
    }

    /** Whatever is called off, in whatever steps: every step says what it does, does it, and the sums stay sums. */
    @Test
    void manyStepsBalanceToTheCent() {
        var dice = new Random(5);
        for (int round = 0; round < 12; round++) {
            var order = shopping.order(amelie, List.of(), new Prices.Wish(mug, 1 + dice.nextInt(4)), new Prices.Wish(beans, 1 + dice.nextInt(3)), new Prices.Wish(mug, 1));
            var paid = desk.find(order).total();
            var back = Money.zero("CAD");
            for (int step = 0; step < 4 && desk.find(order).status() == OrderStatus.PLACED; step++) {
                var file = desk.find(order);
                var wanted = new HashMap<Integer, Integer>();
                for (int i = 0; i < file.lines().size(); i++) {
                    wanted.put(i, dice.nextInt(file.lines().get(i).quantity() + 1));
                }
                var change = OrderChange.quantities(wanted, null);
                var effect = changes.preview(order, change);
                changes.apply(order, change, effect.after().total(), priya);
                back = back.plus(effect.difference());
                var after = effect.after();
                assertThat(after.goods().minus(after.discount()).plus(after.shipping()).plus(after.tax())).isEqualTo(after.total());
                assertThat(after.total().rounded()).isEqualTo(after.total());
                assertThat(paid.plus(back)).isEqualTo(after.total());
                if (!effect.whole()) {
                    assertThat(desk.find(order).amounts()).isEqualTo(after);
                }
            }
        }
    }

    /** A change that could not be told of at once is told of again, when another has followed. */
    @Test
    void newsOfAnEarlierChangeDoesNotUndoALaterOne() {
        var first = desk.find(number);
        change(Map.of(0, 1));
        var second = desk.find(number);
        change(Map.of(0, 2));
        var third = desk.find(number);
        Shopping.await(() -> desk.find(number).payment().amount().equals(third.total()));
        var again = Ids.next();
        transaction.executeWithoutResult(status -> events.publishEvent(new OrderAmended(third.summary().id(), number, amelie, again, first.amounts(), second.amounts(), List.of(),
                third.summary().placedAt())));
        Shopping.await(() -> jdbc.queryForObject("select count(*) from EVENT_PUBLICATION where serialized_event like ? and completion_date is null", Integer.class, "%" + again + "%") == 0);
        assertThat(desk.find(number).payment().amount()).isEqualTo(third.total());
    }

    private void change(Map<Integer, Integer> quantities) {
        var change = OrderChange.quantities(quantities, null);
        changes.apply(number, change, changes.preview(number, change).after().total(), priya);
    }

    @Test
    void linesLeaveAsAFileThatNoSpreadsheetRuns() {
        jdbc.update("update sales_order set purchase_reference = '=1+1', contact_name = '@evil' where number = ?", number.value());
        jdbc.update("update sales_order_line set sku = '00123' where position = 0 and order_id in (select id from sales_order where number = ?)", number.value());
        var out = new StringWriter();
        assertThat(export.write(new OrderFilter(null, number.value(), null), out, priya)).isEqualTo(2);
        assertThat(out.toString()).contains("\"'=1+1\"", "\"'@evil\"", "\"00123\"").doesNotContain("\"=1+1\"");
        assertThat(desk.list(new OrderFilter(null, number.value(), amelie, "web", false, false), 0, 5).total()).isEqualTo(1);
        assertThat(desk.list(new OrderFilter(null, number.value(), amelie, "import", false, false), 0, 5).total()).isZero();
        desk.hold(number, "why", null, priya);
        assertThat(desk.list(new OrderFilter(null, "", amelie, "", true, false), 0, 5).orders()).extracting(OrderSummary::number).containsExactly(number);
        jdbc.update("update sales_order set promised_on = '2020-01-02' where number = ?", number.value());
        assertThat(desk.list(new OrderFilter(null, "", amelie, "", false, true), 0, 5).total()).isEqualTo(1);
        assertThat(desk.marks(desk.list(new OrderFilter(null, "", amelie), 0, 5).orders()).values()).contains(new OrderMarks(true, true, false));
        assertThat(PickList.of(List.of(desk.find(number))).articles()).as("what is on hold is not picked").isEmpty();
        desk.lift(number, priya);
        assertThat(PickList.of(List.of(desk.find(number))).pieces()).isEqualTo(7);
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
