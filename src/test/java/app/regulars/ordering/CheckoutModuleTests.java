package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.inventory.Inventory;
import app.regulars.payment.PaymentStatus;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import app.regulars.testing.WithStaff;

/** From the cart to the delivered parcel, with everything that goes wrong at a till. */
@RegularsTest
@WithStaff
class CheckoutModuleTests {

    private static final PostalAddress HOME = new PostalAddress("Amélie Cormier", "1462 Birmingham Street", "Unit 5", "Halifax", "NS", "B3J 2J1", "CA");
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Checkout checkout;
    @Autowired
    Carts carts;
    @Autowired
    MyOrders mine;
    @Autowired
    OrderDesk desk;
    @Autowired
    Tracking tracking;
    @Autowired
    OrderMails mails;
    @Autowired
    OrderNews news;
    @Autowired
    CatalogDesk catalog;
    @Autowired
    Prices prices;
    @Autowired
    Inventory inventory;
    @Autowired
    CustomerDirectory customers;
    @Autowired
    app.regulars.customer.Companies companies;
    @Autowired
    app.regulars.customer.CustomerRecordDesk records;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    Clock clock;

    final StaffId tobias = StaffId.next();
    VariantId mug;
    VariantId beans;
    CustomerId amelie;
    CustomerId owen;

    @BeforeEach
    void shop() {
        mug = product("mug", "standard", "24.00", 500);
        beans = product("beans", "basic-grocery", "20.00", 500);
        amelie = customer("amelie");
        owen = customer("owen");
    }

    @Test
    void sellsACartAtThePriceThatWasSeen() {
        var placed = order(amelie, mug, 2);
        var file = mine.find(amelie, placed.number());
        assertThat(file.goods()).isEqualTo(cad("48.00"));
        assertThat(file.lines()).singleElement().satisfies(line -> assertThat(line.total()).isEqualTo(cad("48.00")));
        assertThat(file.taxes().stream().map(OrderFile.Tax::amount).reduce(file.goods().plus(file.shipping()), Money::plus)).isEqualTo(file.total());
        assertThat(file.payment().amount()).isEqualTo(file.total());
        assertThat(file.payment().status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(carts.of(CartOwner.of(amelie)).isEmpty()).isTrue();
        assertThat(inventory.available(List.of(mug))).containsEntry(mug, 498);
    }

    @Test
    void placesOneOrderHoweverOftenTheButtonIsPressed() throws Exception {
        var owner = CartOwner.of(amelie);
        carts.add(owner, mug, 1);
        var key = carts.of(owner).key();
        var numbers = new HashSet<OrderNumber>();
        for (var result : atOnce(IntStream.range(0, 12).<Callable<CheckoutResult>>mapToObj(i -> () -> checkout.place(owner, key, form(), null)).toList())) {
            numbers.add(placed(result).number());
        }
        numbers.add(placed(checkout.place(owner, key, form(), cad("1.00"))).number());
        assertThat(numbers).hasSize(1);
        assertThat(mine.list(amelie, "", 0, 10).total()).isEqualTo(1);
        assertThat(inventory.available(List.of(mug))).containsEntry(mug, 499);
    }

    @Test
    void thirtyBuyersGetTenPiecesAndNoneIsSoldTwice() throws Exception {
        var rare = product("rare", "standard", "10.00", 10);
        var buyers = new ArrayList<Callable<CheckoutResult>>();
        for (var i = 0; i < 30; i++) {
            var buyer = CartOwner.of(customer("buyer" + i));
            carts.add(buyer, rare, 1);
            var key = carts.of(buyer).key();
            buyers.add(() -> checkout.place(buyer, key, form(), null));
        }
        var results = atOnce(buyers);
        assertThat(results.stream().filter(CheckoutResult.Placed.class::isInstance)).hasSize(10);
        assertThat(results.stream().filter(CheckoutResult.SoldOut.class::isInstance)).hasSize(20);
        assertThat(inventory.available(List.of(rare))).containsEntry(rare, 0);
        assertThat(jdbc.queryForObject("select count(*) from sales_order_line where sku = ?", Integer.class, sku("rare"))).isEqualTo(10);
    }

    @Test
    void sellsNothingAtAPriceNobodySaw() {
        var owner = CartOwner.of(amelie);
        carts.add(owner, beans, 1);
        var cart = carts.of(owner);
        var seen = checkout.offer(wishes(cart), amelie, "CA", "NS", "standard").priced().total().rounded();
        prices.setListPrice(beans, cad("21.00"));
        assertThat(checkout.place(owner, cart.key(), form(), seen)).isInstanceOfSatisfying(CheckoutResult.PriceChanged.class, changed -> {
            assertThat(changed.seen()).isEqualTo(seen);
            assertThat(changed.now()).isEqualTo(seen.plus(cad("1.00")));
        });
        assertThat(carts.of(owner).pieces()).isEqualTo(1);
        assertThat(inventory.available(List.of(beans))).containsEntry(beans, 500);
    }

    @Test
    void saysEverythingThatIsWrongWithAFormAtOnce() {
        var owner = CartOwner.of(amelie);
        carts.add(owner, mug, 1);
        var bad = new CheckoutForm(" ", null, "not an address", "12", new PostalAddress("", "", null, "", "XX", "12345", "CA"), "teleport", "x".repeat(10_000),
                "y".repeat(10_000), Locale.CANADA);
        assertThat(checkout.place(owner, carts.of(owner).key(), bad, null)).isInstanceOfSatisfying(CheckoutResult.Incomplete.class,
                incomplete -> assertThat(incomplete.problems()).extracting(CheckoutResult.Problem::field)
                        .contains("name", "email", "recipient", "line1", "city", "province", "postalCode", "reference", "note"));
        assertThat(carts.of(owner).pieces()).isEqualTo(1);
    }

    @Test
    void keepsMarkupAndEmojiAsTheyWereTyped() {
        var note = "<script>alert(1)</script> مرحبا 🫖";
        var owner = CartOwner.of(amelie);
        carts.add(owner, mug, 1);
        var form = new CheckoutForm("<b>Amélie</b>", null, "amelie@example.com", null, HOME, "standard", "QO-7", note, Locale.CANADA);
        var number = placed(checkout.place(owner, carts.of(owner).key(), form, null)).number();
        assertThat(mine.find(amelie, number).note()).isEqualTo(note);
    }

    @Test
    void anotherCustomersCartIsAnEmptyOne() {
        var owner = CartOwner.of(amelie);
        carts.add(owner, mug, 1);
        assertThat(checkout.place(CartOwner.of(owen), carts.of(owner).key(), form(), null)).isInstanceOf(CheckoutResult.EmptyCart.class);
        assertThat(checkout.place(CartOwner.visitor("x".repeat(32)), carts.of(owner).key(), form(), null)).isInstanceOf(CheckoutResult.EmptyCart.class);
    }

    @Test
    void anotherCustomersOrderIsNotThere() {
        var number = order(amelie, mug, 1).number();
        assertThat(mine.find(amelie, number).number()).isEqualTo(number);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.find(owen, number));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.reorder(owen, number));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> mine.find(owen, new OrderNumber("HL-0")));
        assertThat(mine.list(owen, number.value(), 0, 10).orders()).isEmpty();
        var file = mine.find(amelie, number);
        assertThat(mine.faces(owen, List.of(file.summary()))).isEmpty();
    }

    @Test
    void customersDoNotComeInByTheStaffsDoor() {
        SecurityContextHolder.setContext(new SecurityContextImpl(new TestingAuthenticationToken("amelie", "", "ROLE_CUSTOMER")));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> desk.counts());
    }

    @Test
    void theTrackingLinkOpensNothingWhenOneLetterIsWrong() {
        var placed = order(amelie, mug, 1);
        assertThat(tracking.of(placed.trackToken())).hasValueSatisfying(track -> assertThat(track.firstName()).isEqualTo("Amélie"));
        assertThat(tracking.of(placed.trackToken().substring(1) + "A")).isEmpty();
        for (var wrong : new String[] {null, "", "' or 1=1 --", placed.number().value(), "x".repeat(10_000)}) {
            assertThat(tracking.of(wrong)).isEmpty();
        }
    }

    @Test
    void aGuestOrdersAndSeesNothingOfTheCustomerWithThatAddress() {
        var address = "guest-" + UUID.randomUUID() + "@example.com";
        var known = customers.obtain(address, "Known Person", null, null, Locale.CANADA, "test");
        var visitor = CartOwner.visitor(UUID.randomUUID().toString());
        carts.add(visitor, mug, 1);
        var form = new CheckoutForm("A Guest", null, address.toUpperCase(Locale.ROOT), null, HOME, "standard", null, null, Locale.CANADA);
        placed(checkout.place(visitor, carts.of(visitor).key(), form, null));
        assertThat(mine.list(known, "", 0, 10).total()).isEqualTo(1);
        assertThat(customers.find(known)).hasValueSatisfying(card -> assertThat(card.name()).isEqualTo("Known Person"));
    }

    @Test
    void everyMessageIsPostedOnceEvenIfTheNewsComesTwice() {
        var placed = order(amelie, mug, 1);
        desk.pack(placed.number(), tobias);
        desk.dispatch(placed.number(), "Purolator", "329014856732", tobias);
        await(() -> posted(placed) == 2);
        news.tell(new OrderPlaced(placed.id(), placed.number(), amelie, clock.instant()));
        mails.on(new OrderShipped(placed.id(), placed.number(), amelie, null, true, clock.instant()));
        assertThat(posted(placed)).isEqualTo(2);
        assertThat(jdbc.queryForObject("select html from outbox_message where message_key = ?", String.class, "order-shipped:" + placed.id()))
                .contains("329014856732", placed.trackToken());
    }

    @Test
    void goodsLeaveTheStockOnceAndComeBackWhenAnOrderIsCalledOff() {
        var sent = order(amelie, mug, 2).number();
        var calledOff = order(amelie, mug, 3).number();
        desk.dispatch(sent, "Own van", "", tobias);
        desk.dispatch(sent, "Own van", "", tobias);
        desk.cancel(calledOff, "ordered twice", tobias);
        desk.cancel(calledOff, "ordered twice", tobias);
        assertThat(inventory.available(List.of(mug))).containsEntry(mug, 498);
        assertThat(mine.find(amelie, calledOff).payment().status()).isEqualTo(PaymentStatus.VOIDED);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.cancel(sent, "too late", tobias));
        assertThat(jdbc.queryForList("select action from audit_entry where staff_id = ? order by happened_at", String.class,
                app.regulars.platform.persistence.Columns.bytes(tobias.value()))).containsExactly("order.shipped", "order.canceled");
    }

    @Test
    void aCarrierThatFollowsParcelsNeedsItsNumber() {
        var number = order(amelie, mug, 1).number();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.dispatch(number, "Canada Post", " ", tobias))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("trackingNumber"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> desk.dispatch(number, "Canada Post", "<script>", tobias));
        assertThat(desk.find(number).status()).isEqualTo(OrderStatus.PLACED);
    }

    @Test
    void orderingAgainSaysFirstWhatHasChanged() {
        var gone = product("gone", "standard", "5.00", 5);
        var scarce = product("scarce", "standard", "6.00", 10);
        var owner = CartOwner.of(amelie);
        Map.of(mug, 1, beans, 2, gone, 5, scarce, 8).forEach((variant, quantity) -> carts.add(owner, variant, quantity));
        var number = placed(checkout.place(owner, carts.of(owner).key(), form(), null)).number();
        prices.setListPrice(mug, cad("26.00"));
        var form = mine.reorder(amelie, number);
        assertThat(form.lines()).extracting(ReorderForm.Line::change).containsExactly(ReorderForm.Change.GONE, ReorderForm.Change.SHORT,
                ReorderForm.Change.DEARER, ReorderForm.Change.NONE);
        assertThat(form.lines()).extracting(ReorderForm.Line::quantity).containsExactly(0, 2, 1, 2);
        assertThat(form.form().address()).isEqualTo(HOME);
        assertThat(form.form().purchaseReference()).isEqualTo("QO-48");
        var again = new NewOrder(form.key(), amelie, form.lines().stream().filter(line -> line.quantity() > 0)
                .map(line -> new Prices.Wish(line.variant(), line.quantity())).toList(), form.form(), null, "reorder");
        assertThat(placed(checkout.place(again)).number()).isEqualTo(placed(checkout.place(again)).number()).isNotEqualTo(number);
    }

    @Test
    void orderingAgainOffersWhatTookThePlaceOfWhatIsGoneAndFillsNoneOfItIn() {
        var old = product("old", "standard", "12.00", 50);
        var other = product("other", "standard", "9.00", 50);
        var next = product("next", "standard", "14.00", 50);
        var owner = CartOwner.of(amelie);
        Map.of(old, 3, other, 1, mug, 1).forEach((variant, quantity) -> carts.add(owner, variant, quantity));
        var number = placed(checkout.place(owner, carts.of(owner).key(), form(), null)).number();
        catalog.retire(tobias, "old-" + RUN, "next-" + RUN);
        catalog.retire(tobias, "other-" + RUN, "next-" + RUN);
        var form = mine.reorder(amelie, number);
        assertThat(form.lines()).extracting(ReorderForm.Line::change).containsExactlyInAnyOrder(ReorderForm.Change.GONE, ReorderForm.Change.REPLACED, ReorderForm.Change.NONE);
        var line = form.lines().stream().filter(each -> each.change() == ReorderForm.Change.REPLACED).findFirst().orElseThrow();
        assertThat(line.variant()).as("of two that are gone it stands there once").isEqualTo(next);
        assertThat(line.replaced().en()).isIn("old", "other");
        assertThat(line.quantity()).isZero();
        assertThat(line.before()).isIn(1, 3);
        assertThat(line.now()).isEqualTo(cad("14.00"));
        assertThat(line.isRepriced()).as("it is another thing").isFalse();
        inventory.adjust(next, -50, "counted");
        assertThat(mine.reorder(amelie, number).lines()).extracting(ReorderForm.Line::change).as("nor is that there")
                .containsExactly(ReorderForm.Change.GONE, ReorderForm.Change.GONE, ReorderForm.Change.NONE);
    }

    @Test
    void whatIsShortAndDearerSaysBoth() {
        var scarce = product("scarce", "standard", "6.00", 10);
        var owner = CartOwner.of(amelie);
        carts.add(owner, scarce, 8);
        var number = placed(checkout.place(owner, carts.of(owner).key(), form(), null)).number();
        prices.setListPrice(scarce, cad("7.00"));
        assertThat(mine.reorder(amelie, number).lines()).singleElement().satisfies(line -> {
            assertThat(line.change()).isEqualTo(ReorderForm.Change.SHORT);
            assertThat(line.isRepriced()).isTrue();
        });
    }

    @Test
    void keepsWhoOrderedForACompanyAndRefusesAViewer() {
        var company = companies.found(amelie, "Quay " + Ids.next(), "test");
        records.addMember(company, "Owen", customers.find(owen).orElseThrow().email(), app.regulars.customer.MemberRole.VIEWER, tobias);
        var owner = CartOwner.of(company);
        carts.add(owner, mug, 1);
        var key = carts.of(owner).key();
        assertThat(checkout.place(owner, owen, key, form(), null)).isInstanceOfSatisfying(CheckoutResult.Incomplete.class,
                refused -> assertThat(refused.problems()).extracting(CheckoutResult.Problem::key).containsExactly("ordering.checkout.viewer"));
        assertThat(checkout.place(owner, customer("stranger"), key, form(), null)).isInstanceOf(CheckoutResult.Incomplete.class);
        assertThat(carts.of(CartOwner.of(amelie)).isEmpty()).isTrue();
        var file = mine.find(company, placed(checkout.place(owner, amelie, key, form(), null)).number());
        assertThat(file.placedBy()).isEqualTo(amelie);
        assertThat(mine.placedBy(file)).isEqualTo("amelie");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> mine.find(amelie, file.number())).isInstanceOf(app.regulars.platform.NotFound.class);
    }

    private long posted(CheckoutResult.Placed placed) {
        return jdbc.queryForObject("select count(*) from outbox_message where message_key like ?", Long.class, "order-%:" + placed.id());
    }

    private CheckoutResult.Placed order(CustomerId customer, VariantId variant, int quantity) {
        var owner = CartOwner.of(customer);
        carts.add(owner, variant, quantity);
        var cart = carts.of(owner);
        var seen = checkout.offer(wishes(cart), customer, "CA", "NS", "standard").priced().total().rounded();
        return placed(checkout.place(owner, cart.key(), form(), seen));
    }

    private static CheckoutResult.Placed placed(CheckoutResult result) {
        assertThat(result).isInstanceOf(CheckoutResult.Placed.class);
        return (CheckoutResult.Placed) result;
    }

    private static List<Prices.Wish> wishes(CartFile cart) {
        return cart.lines().stream().map(line -> new Prices.Wish(line.variant(), line.quantity())).toList();
    }

    private static CheckoutForm form() {
        return new CheckoutForm("Amélie Cormier", null, "amelie@example.com", "902 555 0121", HOME, "standard", "QO-47", null, Locale.CANADA);
    }

    private CustomerId customer(String name) {
        return customers.obtain(name + "-" + UUID.randomUUID() + "@example.com", name, null, null, Locale.CANADA, "test");
    }

    private VariantId product(String handle, String taxClass, String price, int stock) {
        var name = Localized.of(handle);
        var variant = catalog.save(new ProductForm(handle + "-" + RUN, null, List.of(), name, name, name, null, null, "sand", List.of(), taxClass, List.of(),
                List.of(new ProductForm.Variant(sku(handle), Map.of(), null, 100, false)), Map.of(), List.of(), List.of(), null, false,
                Instant.parse("2026-01-01T00:00:00Z"))).values().iterator().next();
        prices.setListPrice(variant, cad(price));
        inventory.adjust(variant, stock - inventory.available(List.of(variant)).getOrDefault(variant, 0), "counted");
        return variant;
    }

    private static final String RUN = Ids.next().toString().substring(24);

    private static String sku(String handle) {
        return (handle + "-" + RUN).toUpperCase(Locale.ROOT);
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var results = new ArrayList<T>();
            for (var each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        }
    }

    private static void await(BooleanSupplier done) {
        var end = System.nanoTime() + SOON.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }
}
