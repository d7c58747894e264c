package app.regulars.approving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regulars.catalog.VariantId;
import app.regulars.customer.Companies;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerRecordDesk;
import app.regulars.customer.MemberRole;
import app.regulars.inventory.Inventory;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A café whose buyers may not order everything alone. */
@RegularsTest
@WithStaff
class ApprovingModuleTests {

    private static final PostalAddress HOME = new PostalAddress("Quay Café", "1462 Birmingham Street", null, "Halifax", "NS", "B3J 2J1", "CA");

    @Autowired
    private MyApprovals approvals;
    @Autowired
    private MyLimits limits;
    @Autowired
    private ApprovalDesk desk;
    @Autowired
    private ApprovalMails mails;
    @Autowired
    private Checkout checkout;
    @Autowired
    private Carts carts;
    @Autowired
    private MyOrders orders;
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
    private CustomerRecordDesk records;
    @Autowired
    private JdbcTemplate jdbc;
    private VariantId mug;
    private CustomerId boss;
    private CustomerId buyer;
    private CustomerId cafe;

    @BeforeEach
    void aCafe() {
        mug = goods.article("mug-" + UUID.randomUUID(), "20.00", 100);
        boss = person("boss");
        buyer = person("buyer");
        cafe = companies.found(boss, "Quay " + Ids.next(), "test");
        member(buyer, MemberRole.BUYER);
    }

    private CustomerId person(String name) {
        return customers.obtain(name + "-" + UUID.randomUUID() + "@example.com", name, null, null, Locale.CANADA, "test");
    }

    private void member(CustomerId person, MemberRole role) {
        records.addMember(cafe, "Somebody", customers.find(person).orElseThrow().email(), role, StaffId.next());
    }

    private static Money cad(String amount) {
        return Money.of(amount, "CAD");
    }

    private UUID cart(int pieces) {
        carts.set(CartOwner.of(cafe), mug, pieces);
        return carts.of(CartOwner.of(cafe)).key();
    }

    private CheckoutResult place(CustomerId by, UUID key) {
        return checkout.place(CartOwner.of(cafe), by, key, new CheckoutForm("Somebody", "Quay", "quay@example.com", null, HOME, "standard", "Q-1", "by the door", Locale.CANADA), null);
    }

    private UUID asked(int pieces) {
        return ((CheckoutResult.Requested) place(buyer, cart(pieces))).request();
    }

    private Money today(UUID request) {
        return approvals.find(boss, cafe, request).offer().priced().total().rounded();
    }

    private int placed() {
        return jdbc.queryForObject("select count(*) from sales_order where customer_id = ?", Integer.class, Columns.bytes(cafe.value()));
    }

    @Test
    void beyondTheLimitItIsARequestAndOrderedOnceAtTheTotalThatWasSeen() {
        limits.set(boss, cafe, null, "100", "");
        assertThat(place(buyer, cart(2))).isInstanceOf(CheckoutResult.Placed.class);
        var key = cart(5);
        var request = ((CheckoutResult.Requested) place(buyer, key)).request();
        assertThat(((CheckoutResult.Requested) place(buyer, key)).request()).as("a double click").isEqualTo(request);
        assertThat(carts.of(CartOwner.of(cafe)).isEmpty()).isTrue();
        assertThat(inventory.available(List.of(mug))).containsEntry(mug, 98);
        var seen = today(request);
        prices.setListPrice(mug, cad("22.00"));
        assertThat(approvals.find(boss, cafe, request).hasChanges()).isTrue();
        assertThat(approvals.approve(boss, cafe, request, seen)).isInstanceOf(CheckoutResult.PriceChanged.class);
        assertThat(placed()).isEqualTo(1);
        var ordered = (CheckoutResult.Placed) approvals.approve(boss, cafe, request, today(request));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> approvals.approve(boss, cafe, request, null));
        assertThat(placed()).isEqualTo(2);
        var file = orders.find(cafe, ordered.number());
        assertThat(file.placedBy()).isEqualTo(buyer);
        assertThat(file.goods()).isEqualTo(cad("110.00"));
        assertThat(file.note()).isEqualTo("by the door");
        assertThat(approvals.find(buyer, cafe, request).history()).extracting(RequestFile.Moment::what).containsExactly("asked", "approved");
        assertThat(desk.find(request).summary().order()).isEqualTo(ordered.number().value());
    }

    @Test
    void whatAnAgentSoldStaysItsOwnWhileItWaits() {
        var code = "AG-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        jdbc.update("insert into sales_agent (code, name, kind, active, made_by, made_at) values (?, 'Harbour Hotel', 'partner', true, ?, '2026-11-01 00:00:00')", code,
                Columns.bytes(UUID.randomUUID()));
        limits.set(boss, cafe, null, "100", "");
        var form = new CheckoutForm("Somebody", "Quay", "quay@example.com", null, HOME, "standard", "Q-1", null, Locale.CANADA);
        var request = ((CheckoutResult.Requested) checkout.place(CartOwner.of(cafe), buyer, cart(6), form, null, code)).request();
        var ordered = (CheckoutResult.Placed) approvals.approve(boss, cafe, request, today(request));
        assertThat(jdbc.queryForObject("select agent from sales_order where number = ?", String.class, ordered.number().value())).isEqualTo(code);
    }

    @Test
    void whatIsSoldOutMeanwhileIsSaidAndLessCanBeOrdered() {
        limits.set(boss, cafe, null, "100", "");
        var request = asked(10);
        inventory.adjust(mug, -96, "broken");
        assertThat(approvals.approve(boss, cafe, request, null)).isInstanceOf(CheckoutResult.SoldOut.class);
        assertThat(approvals.find(boss, cafe, request).canBePlaced()).isFalse();
        approvals.change(boss, cafe, request, Map.of(0, 4));
        assertThat(approvals.find(buyer, cafe, request).lines().getFirst().askedFor()).isEqualTo(10);
        assertThat(approvals.approve(boss, cafe, request, today(request))).isInstanceOf(CheckoutResult.Placed.class);
        assertThat(inventory.available(List.of(mug))).containsEntry(mug, 0);
    }

    @Test
    void twoOrdersAtOnceCountTogetherInTheMonth() throws Exception {
        limits.set(boss, cafe, buyer, "", "100");
        limits.set(boss, cafe, null, "1", "1");
        var other = person("other");
        member(other, MemberRole.APPROVER);
        Callable<CheckoutResult> order = () -> checkout.place(new app.regulars.ordering.NewOrder(Ids.next(), cafe, buyer, List.of(new Prices.Wish(mug, 3)),
                new CheckoutForm("Somebody", "Quay", "quay@example.com", null, HOME, "standard", null, null, Locale.CANADA), null, "reorder"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = threads.invokeAll(List.of(order, order, order, order)).stream().map(each -> {
                try {
                    return each.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
            assertThat(results.stream().filter(CheckoutResult.Placed.class::isInstance)).hasSize(1);
            assertThat(results.stream().filter(CheckoutResult.Requested.class::isInstance)).hasSize(3);
        }
        assertThat(approvals.waiting(boss, cafe)).isEqualTo(3);
        assertThat(place(other, cart(50))).as("who approves is not asked").isInstanceOf(CheckoutResult.Placed.class);
    }

    @Test
    void nobodyElseSeesOrDecides() {
        limits.set(boss, cafe, null, "10", "");
        var request = asked(1);
        var stranger = person("stranger");
        var second = person("second");
        member(second, MemberRole.BUYER);
        for (var nobody : List.of(stranger, second)) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> approvals.find(nobody, cafe, request));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> approvals.approve(nobody, cafe, request, null));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> approvals.withdraw(nobody, cafe, request));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> limits.show(nobody, cafe));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> limits.set(nobody, cafe, null, "1000", ""));
        }
        assertThatExceptionOfType(Refused.class).as("her own").isThrownBy(() -> approvals.approve(buyer, cafe, request, null));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> approvals.find(boss, companies.found(boss, "Other " + Ids.next(), "test"), request));
        assertThat(approvals.list(second, cafe)).isEmpty();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> approvals.decline(boss, cafe, request, " "));
        approvals.decline(boss, cafe, request, "Too dear");
        arrives(buyer, "approving.declined");
        mails.on(new ApprovalDecided(request, cafe, Instant.now()));
        assertThat(mails(buyer, "approving.declined")).isEqualTo(1);
        assertThat(approvals.wishes(buyer, cafe, request)).hasSize(1);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> approvals.withdraw(buyer, cafe, request));
        assertThat(placed()).isZero();
    }

    @Test
    void asksEverybodyWhoMaySayYesOnce() {
        limits.set(boss, cafe, null, "10", "");
        var approver = person("approver");
        member(approver, MemberRole.APPROVER);
        var request = asked(1);
        arrives(boss, "approving.asked");
        arrives(approver, "approving.asked");
        mails.on(new ApprovalAsked(request, cafe, Instant.now()));
        assertThat(mails(boss, "approving.asked")).isEqualTo(1);
        assertThat(mails(approver, "approving.asked")).isEqualTo(1);
        assertThat(mails(buyer, "approving.asked")).isZero();
    }

    private int mails(CustomerId to, String kind) {
        return jdbc.queryForObject("select count(*) from outbox_message where customer_id = ? and kind = ?", Integer.class, Columns.bytes(to.value()), kind);
    }

    private void arrives(CustomerId to, String kind) {
        var end = System.nanoTime() + 20_000_000_000L;
        while (mails(to, kind) == 0) {
            assertThat(System.nanoTime()).as("not in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void readsAmountsAsPeopleTypeThem() {
        limits.set(boss, cafe, null, "1 250,50", "$2,000");
        assertThat(limits.show(boss, cafe).getFirst().limit()).isEqualTo(new SpendingLimit(null, cad("1250.50"), cad("2000.00")));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> limits.set(boss, cafe, null, "much", ""));
        limits.set(boss, cafe, null, "", "");
        assertThat(place(buyer, cart(50))).isInstanceOf(CheckoutResult.Placed.class);
    }
}
