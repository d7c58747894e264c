package app.regulars.returning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.media.CleanPicture;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrderChanges;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.OrderChange;
import app.regulars.ordering.OrderChangeDesk;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.PackingDesk;
import app.regulars.payment.Payments;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.pricing.Prices;
import app.regulars.testing.Goods;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** From a line of a delivered order to the money that goes back, and everybody who has no business with it. */
@RegularsTest(properties = "db-scheduler.enabled=false")
@WithStaff
class ReturningModuleTests {

    private static final PostalAddress HOME = new PostalAddress("Mira Cole", "1462 Birmingham Street", null, "Halifax", "NS", "B3J 2J1", "CA");

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final StaffId ellen = StaffId.next();

    @Autowired
    private MyReturns mine;
    @Autowired
    private TrackedReturns tracked;
    @Autowired
    private ReturnDesk desk;
    @Autowired
    private ReturnMails.Letter letter;
    @Autowired
    private ReturnRepository returns;
    @Autowired
    private ReturnCauses causes;
    @Autowired
    private ReturnPictureFiles pictures;
    @Autowired
    private Checkout checkout;
    @Autowired
    private Carts carts;
    @Autowired
    private MyOrders orders;
    @Autowired
    private OrderDesk orderDesk;
    @Autowired
    private PackingDesk packing;
    @Autowired
    private OrderChangeDesk changes;
    @Autowired
    private MyOrderChanges myChanges;
    @Autowired
    private app.regulars.reordering.StandingDesk standing;
    @Autowired
    private Goods goods;
    @Autowired
    private Prices prices;
    @Autowired
    private Inventory inventory;
    @Autowired
    private CustomerDirectory customers;
    @Autowired
    private Payments payments;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transaction;
    private CustomerId me;
    private CustomerId other;
    private VariantId mug;

    @BeforeEach
    void somebodyAndAMug() {
        me = customers.obtain(tag + "@returns.example", "Mira Cole", null, null, Locale.CANADA, "test");
        other = customers.obtain(tag + "o@returns.example", "Ole Cole", null, null, Locale.CANADA, "test");
        mug = goods.article("RM-" + tag, "19.99", 50);
    }

    private VariantId article(String what, String price) {
        return goods.article(what.toUpperCase(Locale.ROOT) + "-" + tag, price, 50);
    }

    @Test
    void givesAPartBackToTheCentAndPutsThePieceOnTheShelf() {
        var order = delivered(me, 3);
        var paid = orders.find(me, order).total();
        var shipping = orders.find(me, order).shipping();
        var number = mine.open(me, me, order, form(ReturnKind.RETURN, 1), Locale.CANADA);
        assertThat(mine.lines(me, order)).singleElement().satisfies(line -> assertThat(line.left()).isEqualTo(2));
        desk.approve(number, true, ellen);
        assertThat(mine.find(me, number).returnAddress()).isNotBlank();
        assertThatExceptionOfType(Refused.class).as("it is not here yet").isThrownBy(() -> desk.settle(number, "refund", "1.00", null, ellen));
        mine.sent(me, me, number, "Canada Post", "7023");
        desk.receive(number, ellen);
        var before = inventory.available(List.of(mug)).get(mug);
        desk.inspect(number, "as-new", true, "fine", ellen);
        assertThat(inventory.available(List.of(mug))).containsEntry(mug, before + 1);
        assertThat(jdbc.queryForObject("select count(*) from stock_movement where variant_id = ? and reason = 'returned' and difference = 1", Integer.class,
                Columns.bytes(mug.value()))).isEqualTo(1);
        var first = desk.proposal(number);
        assertThat(first.paid()).as("all goods with their tax, without the delivery and its own").isEqualTo(Money.of("68.37", "CAD"));
        assertThat(first.paid().compareTo(paid.minus(shipping))).isLessThanOrEqualTo(0);
        assertThat(first.share()).isEqualTo(Money.of("22.79", "CAD"));
        assertThatExceptionOfType(Refused.class).as("more than was paid").isThrownBy(() -> desk.settle(number, "refund", "68.38", null, ellen));
        var owed = orders.find(me, order).payment().amount();
        desk.settle(number, "refund", "22.79", null, ellen);
        assertThat(orders.find(me, order).payment().amount()).as("it was not paid yet: less is owed").isEqualTo(owed.minus(Money.of("22.79", "CAD")));
        assertThat(mine.find(me, number).amount()).isEqualTo(Money.of("22.79", "CAD"));
        assertThat(mine.find(me, number).history()).extracting(ReturnFile.Moment::what).containsExactly("asked", "approved", "on-its-way", "received", "inspected", "settled-refund");
        assertThat(mine.find(me, number).history()).allMatch(moment -> moment.staff() == null && !"fine".equals(moment.detail()));
        desk.close(number, ellen);
        var rest = mine.open(me, me, order, form(ReturnKind.RETURN, 2), Locale.CANADA);
        assertThat(desk.proposal(rest).share()).as("the rest of the line, to the cent").isEqualTo(Money.of("45.58", "CAD"));
        assertThat(desk.proposal(rest).most()).isEqualTo(Money.of("45.58", "CAD"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(kinds()).contains("return.asked", "return.approved", "return.received",
                "return.inspected", "return.settled", "return.closed"));
    }

    @Test
    void whatWasPaidGoesBackAsFarAsItWasPaid() {
        var order = delivered(me, 2);
        var id = orders.find(me, order).summary().id();
        payments.received(id.value());
        var number = mine.open(me, me, order, form(ReturnKind.COMPLAINT, 1), Locale.CANADA);
        desk.approve(number, false, ellen);
        desk.settle(number, "refund", "22.79", null, ellen);
        assertThat(orders.find(me, order).payment().refunded()).isEqualTo(Money.of("22.79", "CAD"));
        assertThatExceptionOfType(Refused.class).as("twice").isThrownBy(() -> desk.settle(number, "refund", "22.79", null, ellen));
        assertThat(orders.find(me, order).payment().refunded()).isEqualTo(Money.of("22.79", "CAD"));
    }

    @Test
    void whatCameBackUnpaidStaysGivenWhenTheOrderChangesAfterwards() {
        var beans = article("beans", "10.00");
        carts.add(CartOwner.of(me), beans, 2);
        var order = place(me, 3);
        var mugs = orders.find(me, order).lines().getFirst().sku().equals(sku()) ? 0 : 1;
        var parcel = packing.pack(order, java.util.Map.of(mugs, 3), ellen);
        packing.dispatch(order, parcel, "Own van", "", null, ellen);
        packing.deliver(order, parcel, ellen);
        var request = mine.open(me, me, order, new NewReturn(ReturnKind.COMPLAINT, mugs, 1, mine.reasons(ReturnKind.COMPLAINT).getFirst().id().toString(), "It came in two halves.", "refund",
                form(ReturnKind.COMPLAINT, 1).pictures(), Ids.next()), Locale.CANADA);
        desk.approve(request, false, ellen);
        desk.settle(request, "refund", "22.79", null, ellen);
        var open = orders.find(me, order).payment().open();
        assertThat(open).isEqualTo(orders.find(me, order).total().minus(Money.of("22.79", "CAD")));
        var change = OrderChange.quantities(java.util.Map.of(1 - mugs, 1), "one is enough");
        changes.apply(order, change, changes.preview(order, change).after().total(), ellen);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(orders.find(me, order).payment().open()).as("11.40 for beans less, and the mug is not asked for again")
                .isEqualTo(open.minus(Money.of("11.40", "CAD"))));
    }

    @Test
    void nobodyElsesOrderAndNoWrongLink() {
        var order = delivered(me, 1);
        var token = orders.find(me, order).trackToken();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.open(other, other, order, form(ReturnKind.RETURN, 1), Locale.CANADA));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tracked.open("x".repeat(22), form(ReturnKind.RETURN, 1), Locale.CANADA));
        var number = tracked.open(token, form(ReturnKind.COMPLAINT, 1), Locale.CANADA);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.find(other, number));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.withdraw(other, other, number));
        assertThat(mine.list(other)).isEmpty();
        var elsewhere = orders.find(other, delivered(other, 1)).trackToken();
        assertThatExceptionOfType(NotFound.class).as("another order's link").isThrownBy(() -> tracked.find(elsewhere, number));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tracked.withdraw(elsewhere, number));
        assertThat(tracked.find(token, number).number()).isEqualTo(number);
        assertThat(mine.list(me)).as("it is hers as well").extracting(ReturnRow::number).containsExactly(number);
        assertThat(pictures.picture(mine.find(me, number).pictures().getFirst(), true)).get().satisfies(picture -> assertThat(picture.number()).isEqualTo(number));
    }

    @Test
    void ofManyAtOnceOneGetsTheLastPiece() throws Exception {
        var order = delivered(me, 2);
        var tries = IntStream.range(0, 12).<Callable<Boolean>>mapToObj(i -> () -> {
            try {
                mine.open(me, me, order, form(ReturnKind.RETURN, 1), Locale.CANADA);
                return true;
            } catch (Refused noneLeft) {
                return false;
            }
        }).toList();
        try (var at = Executors.newFixedThreadPool(12)) {
            assertThat(at.invokeAll(tries).stream().map(java.util.concurrent.Future::resultNow).filter(Boolean::booleanValue)).hasSize(2);
        }
        assertThat(mine.ofOrder(me, order)).hasSize(2);
        var refused = mine.ofOrder(me, order).getFirst().number();
        desk.refuse(refused, "It was used.", ellen);
        assertThat(mine.find(me, refused).refusal()).isEqualTo("It was used.");
        assertThat(mine.lines(me, order).getFirst().left()).as("it can be asked for anew").isEqualTo(1);
    }

    @Test
    void opensOneHoweverOftenTheButtonIsPressed() {
        var order = delivered(me, 2);
        var form = form(ReturnKind.RETURN, 1);
        assertThat(mine.open(me, me, order, form, Locale.CANADA)).isEqualTo(mine.open(me, me, order, form, Locale.CANADA));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.open(me, me, order, form(ReturnKind.RETURN, 2), Locale.CANADA))
                .matches(refused -> "quantity".equals(refused.field()));
    }

    @Test
    void keepsToTheWindowAndStillAnswersForWhatIsBroken() {
        var order = delivered(me, 1);
        jdbc.update("update sales_order set delivered_at = ? where number = ?", Columns.utc(Instant.now().minus(Duration.ofDays(60))), order.value());
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> mine.open(me, me, order, form(ReturnKind.RETURN, 1), Locale.CANADA))
                .matches(refused -> refused.key().equals("returning.refused.over") && refused.arguments().get("days").equals(30));
        assertThat(mine.open(me, me, order, form(ReturnKind.COMPLAINT, 1), Locale.CANADA)).isNotNull();
    }

    @Test
    void aCreditIsForThisCustomerAndWhatAnOrderDoesNotNeedStays() {
        var order = delivered(me, 3);
        var number = mine.open(me, me, order, form(ReturnKind.COMPLAINT, 3), Locale.CANADA);
        desk.approve(number, false, ellen);
        desk.settle(number, "credit", "60", "Sorry about that", ellen);
        assertThat(mine.find(me, number).credit()).startsWith("C-");
        assertThat(checkout.open(other)).isEmpty();
        assertThat(checkout.open(me)).singleElement().satisfies(offer -> assertThat(offer.worth()).as("sixty with tax, before taxes").isEqualTo(Money.of("52.63", "CAD")));
        carts.enter(CartOwner.of(me), mine.find(me, number).credit());
        var next = place(me, 1);
        assertThat(orders.find(me, next).discounts()).singleElement().satisfies(off -> assertThat(off.amount()).isEqualTo(Money.of("19.99", "CAD")));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(checkout.open(me)).singleElement()
                .satisfies(offer -> assertThat(offer.worth()).isEqualTo(Money.of("32.64", "CAD"))));
        orderDesk.cancel(next, "changed her mind", ellen);
        assertThat(checkout.open(me)).singleElement().satisfies(offer -> assertThat(offer.worth()).isEqualTo(Money.of("52.63", "CAD")));
    }

    @Test
    void whatACreditPaidComesBackWhateverIsCalledOffOrReturned() {
        var first = mine.open(me, me, delivered(me, 3), form(ReturnKind.COMPLAINT, 3), Locale.CANADA);
        desk.approve(first, false, ellen);
        desk.settle(first, "credit", "60", "Sorry about that", ellen);
        var code = mine.find(me, first).credit();
        carts.enter(CartOwner.of(me), code);
        var order = place(me, 2);
        assertThat(creditOf(me)).isEqualTo(Money.of("12.65", "CAD"));
        var paid = orders.find(me, order);
        var effect = myChanges.preview(me, order, java.util.Map.of(0, 1));
        assertThat(effect.credit()).as("said before").isEqualTo(Money.of("19.99", "CAD"));
        assertThat(effect.difference()).as("nothing was paid for the piece").isEqualTo(Money.zero("CAD"));
        assertThat(changes.preview(order, OrderChange.quantities(java.util.Map.of(0, 1), null)).credit()).as("and to staff").isEqualTo(effect.credit());
        assertThat(creditOf(me)).as("a preview gives nothing").isEqualTo(Money.of("12.65", "CAD"));
        myChanges.cancel(me, order, java.util.Map.of(0, 1), "one is enough", effect.after().total());
        assertThat(creditOf(me)).isEqualTo(Money.of("32.64", "CAD"));
        assertThat(orders.find(me, order).total()).isEqualTo(paid.total());
        orderDesk.dispatch(order, "Canada Post", "7023", ellen);
        orderDesk.deliver(order, ellen);
        var back = mine.open(me, me, order, form(ReturnKind.COMPLAINT, 1), Locale.CANADA);
        desk.approve(back, false, ellen);
        assertThat(desk.proposal(back)).isEqualTo(new Proposal(Money.zero("CAD"), Money.zero("CAD"), Money.zero("CAD"), Money.of("19.99", "CAD")));
        desk.settle(back, "refund", "0", null, ellen);
        assertThat(mine.find(me, back).creditBack()).isEqualTo(Money.of("19.99", "CAD"));
        assertThat(creditOf(me)).as("all of it, to the cent").isEqualTo(Money.of("52.63", "CAD"));
    }

    @Test
    void whatCameBackOrWasCalledOffRunsNoLonger() {
        standing.setTerm(sku(), 6, ellen);
        var order = place(me, 4);
        running(order, 4);
        var change = OrderChange.quantities(java.util.Map.of(0, 3), "one less");
        changes.apply(order, change, changes.preview(order, change).after().total(), ellen);
        running(order, 3);
        orderDesk.dispatch(order, "Canada Post", "7023", ellen);
        orderDesk.deliver(order, ellen);
        var number = mine.open(me, me, order, form(ReturnKind.RETURN, 2), Locale.CANADA);
        desk.approve(number, true, ellen);
        desk.receive(number, ellen);
        desk.inspect(number, "as-new", true, null, ellen);
        desk.settle(number, "refund", "1.00", null, ellen);
        running(order, 1);
        var kept = mine.open(me, me, order, form(ReturnKind.COMPLAINT, 1), Locale.CANADA);
        desk.approve(kept, false, ellen);
        desk.settle(kept, "refund", "1.00", "for the dent", ellen);
        running(order, 1);
        standing.setTerm(sku(), 0, ellen);
    }

    private void running(OrderNumber order, int pieces) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(jdbc.queryForList(
                "select t.quantity from running_term t join sales_order o on o.id = t.order_id where o.number = ?", Integer.class, order.value())).containsExactly(pieces));
    }

    @Test
    void anExchangedPieceThatComesBackIsWorthWhatWasPaidForIt() {
        var number = exchanged(delivered(me, 1), 1);
        var replacement = new OrderNumber(desk.order(number, sku(), "1", "0.00", ellen));
        orderDesk.dispatch(replacement, "Canada Post", "7023", ellen);
        orderDesk.deliver(replacement, ellen);
        var again = mine.open(me, me, replacement, form(ReturnKind.COMPLAINT, 1), Locale.CANADA);
        desk.approve(again, false, ellen);
        assertThat(desk.proposal(again).credit()).isEqualTo(Money.of("19.99", "CAD"));
        desk.settle(again, "credit", "0", null, ellen);
        assertThat(creditOf(me)).isEqualTo(Money.of("19.99", "CAD"));
    }

    private Money creditOf(CustomerId customer) {
        return checkout.open(customer).stream().map(app.regulars.pricing.DiscountSource.Offered::worth).reduce(Money.zero("CAD"), Money::plus);
    }

    @Test
    void theSameAgainCostsNothingWhateverItCostsToday() {
        var order = delivered(me, 2);
        var number = exchanged(order, 1);
        prices.setListPrice(mug, Money.of("25.00", "CAD"));
        var available = inventory.available(List.of(mug)).get(mug);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.exchange(number, "NO-SUCH-" + tag, "1")).matches(refused -> "sku".equals(refused.field()));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.exchange(number, sku(), "0")).matches(refused -> "pieces".equals(refused.field()));
        assertThat(desk.exchange(number, sku(), "1")).satisfies(look -> {
            assertThat(look.goods()).isEqualTo(Money.of("25.00", "CAD"));
            assertThat(look.total().isZero()).isTrue();
            assertThat(look.rest().isZero()).isTrue();
        });
        assertThat(checkout.open(me)).as("looking gives nothing").isEmpty();
        var replacement = desk.order(number, sku(), "1", "0.00", ellen);
        assertThat(desk.order(number, sku(), "1", "0.00", ellen)).as("pressed twice").isEqualTo(replacement);
        assertThat(inventory.available(List.of(mug))).containsEntry(mug, available - 1);
        var file = orders.find(me, new OrderNumber(replacement));
        assertThat(file.total().isZero()).isTrue();
        assertThat(file.channel()).isEqualTo("exchange");
        assertThat(file.purchaseReference()).isEqualTo(number.value());
        assertThat(mine.find(me, number).replacement()).isEqualTo(replacement);
        assertThat(mine.find(me, number).credit()).as("it went into the order").isNull();
        assertThatExceptionOfType(Refused.class).as("it was replaced").isThrownBy(() -> desk.settle(number, "refund", "1.00", null, ellen));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(kinds()).contains("return.settled"));
        assertThat(checkout.open(me)).isEmpty();
    }

    @Test
    void somethingDearerCostsTheDifferenceAndOfSomethingCheaperTheRestIsACredit() {
        var pot = article("pot", "30.00");
        var spoon = article("spoon", "5.00");
        var dearer = exchanged(delivered(me, 1), 1);
        var look = desk.exchange(dearer, "POT-" + tag, "1");
        assertThat(look.total()).as("10.01 and 14 % on it").isEqualTo(Money.of("11.41", "CAD"));
        assertThatExceptionOfType(Refused.class).as("it is not what was seen").isThrownBy(() -> desk.order(dearer, "POT-" + tag, "1", "9.99", ellen));
        assertThat(checkout.open(me)).as("and nothing of it stays").isEmpty();
        var order = new OrderNumber(desk.order(dearer, "POT-" + tag, "1", "11.41", ellen));
        assertThat(orders.find(me, order).payment().open()).isEqualTo(Money.of("11.41", "CAD"));
        var cheaper = exchanged(delivered(me, 1), 1);
        assertThat(desk.exchange(cheaper, "SPOON-" + tag, "1").rest()).isEqualTo(Money.of("14.99", "CAD"));
        desk.order(cheaper, "SPOON-" + tag, "1", null, ellen);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(checkout.open(me)).singleElement()
                .satisfies(offer -> assertThat(offer.worth()).isEqualTo(Money.of("14.99", "CAD"))));
        assertThat(inventory.available(List.of(pot, spoon)).values()).containsOnly(49);
    }

    @Test
    void ofWhatIsSoldOutNothingIsOrderedAndItCanBeSettledOtherwise() {
        var number = exchanged(delivered(me, 1), 1);
        inventory.adjust(mug, -inventory.available(List.of(mug)).get(mug), "broken");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.order(number, sku(), "1", null, ellen)).matches(refused -> refused.key().endsWith("sold-out"));
        assertThat(checkout.open(me)).isEmpty();
        desk.settle(number, "refund", "22.79", null, ellen);
        assertThat(mine.find(me, number).outcome()).isEqualTo(Outcome.REFUND);
    }

    @Test
    void causesOfAPeriodAndOfOneProduct() {
        mine.open(me, me, delivered(me, 2), form(ReturnKind.RETURN, 2), Locale.CANADA);
        var today = causes.last(1).until();
        assertThat(causes.figures(causes.last(30), sku())).satisfies(figures -> {
            assertThat(figures.product().pieces()).isEqualTo(2);
            assertThat(figures.product().delivered()).isEqualTo(2);
            assertThat(figures.reasons()).singleElement().satisfies(reason -> assertThat(reason.pieces()).isEqualTo(2));
        });
        assertThat(causes.figures(new ReturnCauses.Period(today.minusDays(9), today.minusDays(5)), sku()).reasons()).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> causes.figures(new ReturnCauses.Period(today, today.minusDays(1)), null));
    }

    private ReturnNumber exchanged(OrderNumber order, int pieces) {
        var number = mine.open(me, me, order, form(ReturnKind.COMPLAINT, pieces), Locale.CANADA);
        desk.approve(number, false, ellen);
        desk.settle(number, "exchange", null, null, ellen);
        return number;
    }

    private String sku() {
        return "RM-" + tag;
    }

    @Test
    void ofTwoDecidedAtOnceNoMoreIsGivenThanWasPaid() {
        var order = delivered(me, 2);
        var first = complained(order);
        var second = complained(order);
        var all = desk.proposal(first).most().amount().setScale(2, java.math.RoundingMode.UNNECESSARY).toPlainString();
        var another = new DelegatingSecurityContextCallable<>(() -> {
            desk.settle(second, "credit", all, null, ellen);
            return "given";
        });
        try (var pool = Executors.newSingleThreadExecutor()) {
            var both = transaction.execute(status -> {
                desk.settle(first, "credit", all, null, ellen);
                var asked = pool.submit(another);
                // it waits for what is not decided to the end yet, and so does not come back here
                assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> asked.get(1, TimeUnit.SECONDS));
                return asked;
            });
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(both::get).withCauseInstanceOf(Refused.class);
        }
    }

    private ReturnNumber complained(OrderNumber order) {
        var number = mine.open(me, me, order, form(ReturnKind.COMPLAINT, 1), Locale.CANADA);
        desk.approve(number, false, ellen);
        return number;
    }

    @Test
    void staffNeedThePermissionOfEachStep() {
        var number = mine.open(me, me, delivered(me, 1), form(ReturnKind.COMPLAINT, 1), Locale.CANADA);
        as("RETURNS_SEE");
        assertThat(desk.find(number).words()).isEqualTo("It came in two halves.");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.approve(number, true, ellen));
        as("RETURNS_SEE", "RETURNS_HANDLE");
        desk.approve(number, false, ellen);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.settle(number, "refund", "1", null, ellen));
        as("ORDERS_SEE");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.find(number));
    }

    private static void as(String... permissions) {
        SecurityContextHolder.getContext().setAuthentication(WithStaff.Factory.authentication(permissions));
    }

    private NewReturn form(ReturnKind kind, int quantity) {
        var reason = mine.reasons(kind).getFirst();
        return new NewReturn(kind, 0, quantity, reason.id().toString(), "It came in two halves.", "refund", List.of(new CleanPicture("image/jpeg", new byte[] {1}, new byte[] {2})),
                Ids.next());
    }

    @Test
    void aLetterThatComesLateSaysWhatItIsAboutAndNotWhatCameAfter() {
        var number = mine.open(me, me, delivered(me, 2), form(ReturnKind.COMPLAINT, 1), Locale.CANADA);
        desk.approve(number, false, ellen);
        assertThat(late(number, ReturnStatus.ASKED)).contains("You wrote to us about").doesNotContain("returning.mail.");
        assertThat(late(number, ReturnStatus.APPROVED)).contains("Nothing has to come back");
        desk.settle(number, "refund", "22.79", null, ellen);
        assertThat(late(number, ReturnStatus.APPROVED)).contains("Nothing has to come back").doesNotContain("Print the slip");
    }

    private String late(ReturnNumber number, ReturnStatus to) {
        var file = mine.find(me, number);
        return transaction.execute(status -> letter.of(returns.findById(file.id().value()).orElseThrow(), file, "Mira Cole", "token", to).html());
    }

    private OrderNumber delivered(CustomerId customer, int quantity) {
        var number = place(customer, quantity);
        orderDesk.dispatch(number, "Canada Post", "7023", ellen);
        orderDesk.deliver(number, ellen);
        return number;
    }

    private OrderNumber place(CustomerId customer, int quantity) {
        var owner = CartOwner.of(customer);
        carts.add(owner, mug, quantity);
        var form = new CheckoutForm("Mira Cole", null, tag + "@returns.example", null, HOME, "standard", null, null, Locale.CANADA);
        return ((CheckoutResult.Placed) checkout.place(owner, carts.of(owner).key(), form, null)).number();
    }

    private List<String> kinds() {
        return jdbc.queryForList("select kind from outbox_message where recipient = ?", String.class, tag + "@returns.example");
    }
}
