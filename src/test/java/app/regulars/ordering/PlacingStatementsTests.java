package app.regulars.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.platform.identity.CustomerId;
import app.regulars.pricing.Prices;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.Statements;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How often an order asks the database: this decides how many there can be a second. */
@RegularsTest
@WithStaff
class PlacingStatementsTests {

    private static final int PLACING = 28;
    private static final int AFTER = 20;

    @Autowired
    Checkout checkout;
    @Autowired
    Carts carts;
    @Autowired
    OrderNews news;
    @Autowired
    MyOrders mine;
    @Autowired
    Shopping shopping;
    @Autowired
    Clock clock;
    @Autowired
    JdbcTemplate jdbc;

    @Test
    void asksTheDatabaseTheSameFewTimesHoweverManyLinesAnOrderHas() {
        var me = shopping.customer("few");
        var goods = new ArrayList<VariantId>();
        for (int i = 0; i < 12; i++) {
            goods.add(shopping.product("few-" + i, "standard", "12.50", 100));
        }
        placed(me, goods.subList(0, 2)); // what is read once and kept
        var few = placed(me, goods.subList(0, 2));
        var many = placed(me, goods);
        assertThat(few.size()).as(String.join("\n", few)).isLessThanOrEqualTo(PLACING);
        assertThat(many).hasSameSizeAs(few);
    }

    @Test
    void readsAnOrderOnceForAllThatFollows() {
        var me = shopping.customer("follows");
        var goods = List.of(shopping.product("follows", "standard", "12.50", 100));
        var placed = new AtomicReference<CheckoutResult.Placed>();
        // until she is a regular: the way there is written once
        for (int i = 0; i <= StageOfBuyers.REGULAR; i++) {
            placed(me, goods, placed);
            news.tell(new OrderPlaced(placed.get().id(), placed.get().number(), me, clock.instant()));
        }
        placed(me, goods, placed);
        var told = asked(() -> news.tell(new OrderPlaced(placed.get().id(), placed.get().number(), me, clock.instant())));
        assertThat(told.size()).as(String.join("\n", told)).isLessThanOrEqualTo(AFTER);
        assertThat(told).filteredOn(text -> text.contains("from sales_order_line")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void tellsOfOrdersOfOneMomentWithAsFewStatementsAsOfOne() {
        var three = three("together");
        // a batch is logged twice: as such, and as the one statement that it is
        var told = Statements.of(() -> news.together(three)).stream().filter(text -> !text.startsWith("Executing SQL batch update")).toList();
        for (var once : List.of("insert into outbox_message", "from consent_head", "update consent_head", "select id, kind, ref, language from search_document", "insert into search_document|update search_document",
                "insert into search_news", "select id, stage from customer", "from article_term")) {
            assertThat(told).filteredOn(text -> Stream.of(once.split("\\|")).anyMatch(text.toLowerCase(Locale.ROOT)::contains)).as(once).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(told).filteredOn(text -> text.contains("insert into outbox_message")).hasSize(1);
    }

    @Test
    void anOrderThatCannotBeToldOfKeepsNoOtherFromIt() {
        var three = three("apart");
        jdbc.update("delete from outbox_message where kind = 'order.confirmed'");
        // the first goes alone, the others together
        var first = news.on(three.get(0));
        var unknown = news.on(new OrderPlaced(OrderId.next(), new OrderNumber("NONE-1"), three.get(0).customer(), clock.instant()));
        var second = news.on(three.get(1));
        var third = news.on(three.get(2));
        assertThat(CompletableFuture.allOf(first, second, third)).succeedsWithin(Duration.ofSeconds(20));
        assertThat(unknown).failsWithin(Duration.ofSeconds(20));
        assertThat(three).allSatisfy(placed -> assertThat(letters(placed)).isEqualTo(1));
    }

    /** Orders of three customers, everything that follows from them done. */
    private List<OrderPlaced> three(String name) {
        var all = new ArrayList<OrderPlaced>();
        for (int i = 0; i < 3; i++) {
            var me = shopping.customer(name + i);
            var placed = new AtomicReference<CheckoutResult.Placed>();
            placed(me, List.of(shopping.product(name + "-" + i, "standard", "12.50", 100)), placed);
            all.add(new OrderPlaced(placed.get().id(), placed.get().number(), me, clock.instant()));
        }
        Shopping.await(() -> all.stream().allMatch(placed -> letters(placed) == 1));
        return all;
    }

    private int letters(OrderPlaced placed) {
        return jdbc.queryForObject("select count(*) from outbox_message where message_key = ?", Integer.class, "order-confirmed:" + placed.order());
    }

    @Test
    void fillsACartAtOnce() {
        var me = shopping.customer("fills");
        var wishes = new ArrayList<Prices.Wish>();
        for (int i = 0; i < 12; i++) {
            wishes.add(new Prices.Wish(shopping.product("fills-" + i, "standard", "12.50", 100), 1 + i));
        }
        carts.addAll(CartOwner.of(me), wishes.subList(0, 1), true);
        var one = asked(() -> carts.addAll(CartOwner.of(me), wishes.subList(1, 2), true));
        var ten = asked(() -> assertThat(carts.addAll(CartOwner.of(me), wishes.subList(2, 12), true)).isEmpty());
        assertThat(ten).as(String.join("\n", ten)).hasSameSizeAs(one);
        assertThat(carts.of(CartOwner.of(me)).lines()).extracting(CartFile.Line::quantity).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        // of what cannot be put in nothing stays, and the rest is there
        var left = carts.addAll(CartOwner.of(me), List.of(new Prices.Wish(wishes.getFirst().variant(), 999), new Prices.Wish(wishes.getLast().variant(), 1)), true);
        assertThat(left).extracting(each -> each.wish().quantity()).containsExactly(999);
        assertThat(carts.of(CartOwner.of(me)).lines()).extracting(CartFile.Line::quantity).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13);
    }

    @Test
    void saysWhatIsBoughtAgainWithTwoStatements() {
        var me = shopping.customer("again");
        var goods = List.of(shopping.product("again-1", "standard", "12.50", 100), shopping.product("again-2", "standard", "12.50", 100));
        shopping.order(me, List.of(), new Prices.Wish(goods.getFirst(), 3), new Prices.Wish(goods.getLast(), 1));
        shopping.order(me, List.of(), new Prices.Wish(goods.getFirst(), 2));
        var usuals = new AtomicReference<List<Usual>>();
        var asked = asked(() -> usuals.set(mine.usuals(me, 4)));
        assertThat(usuals.get()).extracting(Usual::variant).containsExactly(goods.getFirst(), goods.getLast());
        assertThat(usuals.get()).extracting(Usual::lastQuantity).containsExactly(2, 1);
        assertThat(asked).filteredOn(text -> text.contains("sales_order_line")).hasSize(2);
    }

    /** The rows of a batch are told one by one, and sent as one. What is kept in memory for seconds may have to be read again just now. */
    private static List<String> asked(Runnable work) {
        return Statements.of(work).stream().distinct().filter(text -> !text.contains("from tax_rate") && !text.contains("from tax_class_rate") && !text.contains("customer_group")
                && !text.contains("from product_variant") && !text.contains("product_audience")).toList();
    }

    private List<String> placed(CustomerId me, List<VariantId> goods) {
        return placed(me, goods, new AtomicReference<>());
    }

    private List<String> placed(CustomerId me, List<VariantId> goods, AtomicReference<CheckoutResult.Placed> placed) {
        var owner = CartOwner.of(me);
        carts.addAll(owner, goods.stream().map(variant -> new Prices.Wish(variant, 1)).toList(), true);
        var key = carts.of(owner).key();
        var form = new CheckoutForm("Amélie Cormier", null, "amelie@example.com", "902 555 0121", Shopping.HALIFAX, "standard", UUID.randomUUID().toString().substring(0, 8), null,
                Locale.CANADA);
        return asked(() -> placed.set((CheckoutResult.Placed) checkout.place(owner, me, key, form, null)));
    }
}
