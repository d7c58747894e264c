package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.VariantId;
import app.regulars.catalog.Viewer;
import app.regulars.invoicing.Invoices;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.web.PublicRequest;
import app.regulars.pricing.Asked;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import app.regulars.quoting.MyQuotes;
import app.regulars.quoting.NewQuote;
import app.regulars.quoting.QuoteDesk;
import app.regulars.search.SiteSearch;
import app.regulars.storefront.PlainPrices.Article;
import app.regulars.storefront.PlainPrices.Wish;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One engine, one answer: thousands of random cases cost the same cent in list, search, product page, cart, quote, staff-made order and invoice
 * (and where one checks out and orders again), and every explanation computes it.
 */
@RegularsTest
@WithStaff
class SamePriceTests {

    /** With -Dprices.cases=5000 the whole of the promise; the suite asks for some minutes less. */
    private static final int CASES = Integer.getInteger("prices.cases", 1_000);
    /** Every so many cases is bought as well, from a cart, by ordering again and by staff. */
    private static final int BOUGHT = Integer.getInteger("prices.bought", 25);

    /** A cart takes no more. */
    private static final int MOST_CODES = 5;

    private static final StaffId BY = StaffId.next();

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Prices prices;
    @Autowired Carts carts;
    @Autowired Checkout checkout;
    @Autowired MyOrders mine;
    @Autowired OrderDesk orders;
    @Autowired QuoteDesk quotes;
    @Autowired MyQuotes myQuotes;
    @Autowired Orders plainOrders;
    @Autowired Invoices invoices;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired Cards cards;
    @Autowired Shelves shelves;
    @Autowired ProductPages products;
    @Autowired SearchPages search;

    private PriceWorld world;
    private Random random;
    private PlainPrices plain;

    @BeforeEach
    void build() {
        world = beans.createBean(PriceWorld.class);
        random = world.random;
        plain = world.plain;
        world.build();
    }

    @AfterEach
    void noPromotionForOthers() {
        world.end();
    }

    @Test
    void costsTheSameCentEverywhereAndSaysWhy() {
        var compared = new TreeMap<String, Integer>();
        for (int i = 0; i < CASES; i++) {
            var customer = random.nextInt(5) == 0 ? null : world.people.get(random.nextInt(world.people.size()));
            var wishes = wishes();
            var codes = new HashSet<String>();
            while (codes.size() < MOST_CODES && random.nextInt(3) == 0) {
                codes.add(random.nextInt(6) == 0 ? "NO-SUCH-CODE" : world.coupons.get(random.nextInt(world.coupons.size())));
            }
            var place = switch (random.nextInt(12)) {
                case 0 -> "FR";
                case 1 -> null;
                default -> "CA-" + PriceWorld.PROVINCES.get(random.nextInt(PriceWorld.PROVINCES.size()));
            };
            shown(wishes, customer, i, compared);
            priced(wishes, customer, codes, place, i, compared);
            if (i % BOUGHT == 0) {
                bought(wishes, customer, codes, i, compared);
            }
        }
        var sold = (CASES + BOUGHT - 1) / BOUGHT;
        assertThat(compared).containsEntry("product", CASES).containsEntry("checkout", CASES).containsEntry("cart", sold).containsEntry("order", sold)
                .containsKeys("list", "search", "reorder", "made by staff", "quote", "order of a quote", "invoice");
    }

    /** List, search card and product page show what one piece costs; the product page also what it costs of that many. */
    private void shown(List<Wish> wishes, CustomerId customer, int at, Map<String, Integer> compared) {
        var shopper = new Shopper(customer, Viewer.EVERYONE);
        var asked = new PublicRequest("/c/all-" + PriceWorld.RUN, Map.of(), Locale.CANADA, customer);
        var listed = cards.listing(asked, shelves.of("all-" + PriceWorld.RUN, shopper), List.of("popular", "price"));
        var handles = wishes.stream().map(wish -> wish.article().handle()).distinct().toList();
        var found = search.listing(new SiteSearch.Matches(handles, null, Map.of(), List.of()), new PublicRequest("/search", Map.of("q", "x"), Locale.CANADA, customer),
                shopper);
        assertThat(listed.shown()).as("case %s: list", at).isNotEmpty();
        assertThat(found.shown()).as("case %s: search", at).hasSameSizeAs(handles);
        for (var view : listed.shown()) {
            assertThat(cents(view.offer().each())).as("case %s: list, %s", at, view.card().handle()).isEqualTo(plain.each(article(view.choice().variant()), customer, 1));
            compared.merge("list", 1, Integer::sum);
        }
        for (var view : found.shown()) {
            assertThat(cents(view.offer().each())).as("case %s: search", at).isEqualTo(plain.each(article(view.choice().variant()), customer, 1));
            compared.merge("search", 1, Integer::sum);
        }
        var wish = wishes.getFirst();
        var offer = products.choice(wish.article().handle(), wish.article().sku(), shopper).orElseThrow().offer();
        assertThat(cents(offer.each())).as("case %s: product", at).isEqualTo(plain.each(wish.article(), customer, 1));
        assertThat(cents(offer.at(wish.quantity()))).as("case %s: product, %s pieces", at, wish.quantity()).isEqualTo(plain.each(wish.article(), customer, wish.quantity()));
        compared.merge("product", 1, Integer::sum);
    }

    private void priced(List<Wish> wishes, CustomerId customer, Set<String> codes, String place, int at, Map<String, Integer> compared) {
        var shipping = random.nextInt(3) == 0 ? 0 : random.nextInt(3_000);
        var expected = plain.sum(wishes, customer, codes, List.of(), place, shipping);
        var country = place == null ? "CA" : place.substring(0, 2);
        var province = place == null || place.length() < 3 ? null : place.substring(3);
        var answer = prices.price(new Asked(engine(wishes), customer, List.copyOf(codes), country, province, PriceWorld.money(shipping)));
        same(answer, expected, "case " + at);
        compared.merge("checkout", 1, Integer::sum);
    }

    private static void same(PricedCart answer, PlainPrices.Sum expected, String where) {
        assertThat(answer.lines()).as("%s: lines", where).hasSameSizeAs(expected.each());
        for (int i = 0; i < answer.lines().size(); i++) {
            var line = answer.lines().get(i);
            assertThat(cents(line.each())).as("%s: one piece of line %s", where, i).isEqualTo(expected.each().get(i));
            assertThat(cents(line.net())).as("%s: line %s after discounts", where, i).isEqualTo(expected.nets().get(i));
            assertThat(line.why().value()).as("%s: why line %s", where, i).isEqualTo(line.net());
        }
        var due = new TreeMap<String, Long>();
        answer.taxes().forEach(tax -> due.merge(tax.code(), cents(tax.amount()), Long::sum));
        assertThat(due).as("%s: taxes", where).isEqualTo(expected.taxes());
        assertThat(cents(answer.total())).as("%s: total", where).isEqualTo(expected.total());
        assertThat(answer.why().value()).as("%s: why the total", where).isEqualTo(answer.total());
        assertThat(answer.lines().stream().map(PricedCart.Line::tax).reduce(PriceWorld.money(0), Money::plus).compareTo(answer.taxes().stream().map(PricedCart.Tax::amount).reduce(PriceWorld.money(0), Money::plus)))
                .as("%s: no line is taxed for more than all", where).isLessThanOrEqualTo(0);
    }

    /** The same cart put together, bought, ordered again and ordered by staff. */
    private void bought(List<Wish> wishes, CustomerId customer, Set<String> codes, int at, Map<String, Integer> compared) {
        var buyer = customer == null ? CartOwner.visitor(Ids.next().toString()) : CartOwner.of(customer);
        wishes.forEach(wish -> carts.add(buyer, wish.article().id(), wish.quantity()));
        codes.forEach(code -> carts.enter(buyer, code));
        var province = PriceWorld.PROVINCES.get(random.nextInt(PriceWorld.PROVINCES.size()));
        var cart = carts.of(buyer);
        var bare = plain.sum(wishes, customer, codes, List.of(), null, 0);
        for (int i = 0; i < wishes.size(); i++) {
            assertThat(cents(cart.lines().get(i).each())).as("case %s: cart", at).isEqualTo(bare.each().get(i));
        }
        assertThat(cents(cart.priced().total())).as("case %s: cart", at).isEqualTo(bare.total());
        compared.merge("cart", 1, Integer::sum);
        var offer = checkout.offer(engine(wishes), List.copyOf(codes), customer, "CA", province, "standard");
        var expected = plain.sum(wishes, customer, codes, List.of(), "CA-" + province, cents(offer.chosen().price()));
        same(offer.priced(), expected, "case " + at + ": offer");
        var form = form(province);
        var placed = (CheckoutResult.Placed) checkout.place(buyer, cart.key(), form, offer.priced().total());
        kept(orders.find(placed.number()), expected, "case " + at + ": order");
        invoiced(placed.number(), expected, at, compared);
        compared.merge("order", 1, Integer::sum);
        if (customer != null) {
            var again = mine.reorder(customer, placed.number());
            again.lines().forEach(line -> assertThat(cents(line.now())).as("case %s: reorder", at)
                    .isEqualTo(plain.each(article(line.variant()), customer, line.quantity())));
            compared.merge("reorder", 1, Integer::sum);
            var staff = (CheckoutResult.Placed) checkout.place(new NewOrder(Ids.next(), customer, null, engine(wishes), List.copyOf(codes), form, null, "staff"));
            kept(orders.find(staff.number()), expected, "case " + at + ": made by staff");
            compared.merge("made by staff", 1, Integer::sum);
            invoiced(staff.number(), expected, at, compared);
            quoted(wishes, customer, form, at, compared);
        }
    }

    /** What was entered at the desk, kept as a quote and agreed to; a quote knows no codes. */
    private void quoted(List<Wish> wishes, CustomerId customer, CheckoutForm form, int at, Map<String, Integer> compared) {
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(9);
        var number = quotes.make(new NewQuote(Ids.next(), customer, engine(wishes), form, null, until), BY);
        quotes.send(number, until, BY);
        var file = myQuotes.find(customer, number);
        var expected = plain.sum(wishes, customer, Set.of(), List.of(), "CA-" + form.address().province(), cents(file.priced().shipping()));
        assertThat(file.lines()).as("case %s: quote", at).hasSameSizeAs(wishes);
        same(file.priced(), expected, "case " + at + ": quote, read again");
        compared.merge("quote", 1, Integer::sum);
        var placed = (CheckoutResult.Placed) myQuotes.accept(customer, customer, number);
        kept(orders.find(placed.number()), expected, "case " + at + ": order of the quote");
        compared.merge("order of a quote", 1, Integer::sum);
        invoiced(placed.number(), expected, at, compared);
    }

    private void invoiced(OrderNumber order, PlainPrices.Sum expected, int at, Map<String, Integer> compared) {
        var invoice = WholeInvoice.of(plainOrders.file(order).orElseThrow(), invoices, transaction, clock.instant());
        assertThat(invoice.lines()).as("case %s: invoice", at).hasSameSizeAs(expected.each());
        for (int i = 0; i < invoice.lines().size(); i++) {
            assertThat(cents(invoice.lines().get(i).each())).as("case %s: one piece on the invoice", at).isEqualTo(expected.each().get(i));
        }
        var due = new TreeMap<String, Long>();
        invoice.taxes().forEach(tax -> due.merge(tax.code(), cents(tax.amount()), Long::sum));
        assertThat(due).as("case %s: taxes of the invoice", at).isEqualTo(expected.taxes());
        assertThat(cents(invoice.total())).as("case %s: invoice", at).isEqualTo(expected.total());
        assertThat(cents(invoice.net())).as("case %s: invoice without taxes", at).isEqualTo(expected.total() - due.values().stream().mapToLong(Long::longValue).sum());
        compared.merge("invoice", 1, Integer::sum);
    }

    private static void kept(OrderFile file, PlainPrices.Sum expected, String where) {
        assertThat(file.lines()).as("%s: lines", where).hasSameSizeAs(expected.each());
        for (int i = 0; i < file.lines().size(); i++) {
            var line = file.lines().get(i);
            assertThat(cents(line.each())).as(where).isEqualTo(expected.each().get(i));
            assertThat(cents(line.total().minus(line.discount()))).as(where).isEqualTo(expected.nets().get(i));
            assertThat(line.why().value()).as("%s: why, read again", where).isEqualTo(line.total().minus(line.discount()));
        }
        assertThat(cents(file.total())).as(where).isEqualTo(expected.total());
        var off = file.discounts().stream().map(OrderFile.Discount::amount).reduce(PriceWorld.money(0), Money::plus);
        assertThat(file.taxes().stream().map(OrderFile.Tax::amount).reduce(file.goods().minus(off).plus(file.shipping()), Money::plus)).as(where).isEqualTo(file.total());
    }

    private static CheckoutForm form(String province) {
        return new CheckoutForm("Pat Random", null, "pat@random.example", null, new PostalAddress("Pat Random", "1 Random Road", null, "Somewhere", province, postal(province), "CA"),
                "standard", null, null, Locale.CANADA);
    }

    private static String postal(String province) {
        return Map.ofEntries(Map.entry("AB", "T2P 1J9"), Map.entry("BC", "V6B 1A1"), Map.entry("MB", "R3C 0A1"), Map.entry("NB", "E1C 1A1"), Map.entry("NL", "A1C 1A1"),
                Map.entry("NS", "B3J 2J1"), Map.entry("NT", "X1A 1A1"), Map.entry("NU", "X0A 0H0"), Map.entry("ON", "M5V 1A1"), Map.entry("PE", "C1A 3T4"), Map.entry("QC", "H2X 1A1"),
                Map.entry("SK", "S4P 1A1"), Map.entry("YT", "Y1A 1A1")).get(province);
    }

    private List<Wish> wishes() {
        var chosen = new LinkedHashMap<String, Wish>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            var article = world.articles.get(random.nextInt(world.articles.size()));
            chosen.put(article.sku(), new Wish(article, random.nextInt(4) == 0 ? 1 + random.nextInt(30) : 1 + random.nextInt(4)));
        }
        return List.copyOf(chosen.values());
    }

    private static List<Prices.Wish> engine(List<Wish> wishes) {
        return wishes.stream().map(wish -> new Prices.Wish(wish.article().id(), wish.quantity())).toList();
    }

    private Article article(VariantId id) {
        return world.articles.stream().filter(article -> article.id().equals(id)).findFirst().orElseThrow();
    }
    private static long cents(Money money) {
        return money.amount().movePointRight(2).longValueExact();
    }
}
