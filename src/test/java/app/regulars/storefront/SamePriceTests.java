package app.regulars.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.catalog.Viewer;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.CustomerGroups;
import app.regulars.customer.GroupDesk;
import app.regulars.inventory.Inventory;
import app.regulars.ordering.CartOwner;
import app.regulars.ordering.Carts;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderDesk;
import app.regulars.ordering.OrderFile;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicRequest;
import app.regulars.pricing.AgreementDesk;
import app.regulars.pricing.Asked;
import app.regulars.pricing.PriceLineForm;
import app.regulars.pricing.PriceListDesk;
import app.regulars.pricing.PriceListForm;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import app.regulars.pricing.PromotionDesk;
import app.regulars.pricing.PromotionForm;
import app.regulars.pricing.TaxDesk;
import app.regulars.search.SiteSearch;
import app.regulars.storefront.PlainPrices.Article;
import app.regulars.storefront.PlainPrices.Line;
import app.regulars.storefront.PlainPrices.Promo;
import app.regulars.storefront.PlainPrices.Wish;
import app.regulars.testing.RegularsTest;
import app.regulars.testing.WithStaff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** One engine, one answer: thousands of random cases cost the same cent wherever a price is shown or charged, and every explanation computes it. */
@RegularsTest
@WithStaff
class SamePriceTests {

    /** With -Dprices.cases=5000 the whole of the promise; the suite asks for some minutes less. */
    private static final int CASES = Integer.getInteger("prices.cases", 1_000);
    /** Every so many cases is bought as well, from a cart, by ordering again and by staff. */
    private static final int BOUGHT = Integer.getInteger("prices.bought", 25);
    private static final StaffId BY = StaffId.next();
    private static final String RUN = Ids.next().toString().substring(28);
    private static final List<String> PROVINCES = List.of("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT");

    @Autowired CatalogDesk catalog;
    @Autowired Prices prices;
    @Autowired PriceListDesk lists;
    @Autowired PromotionDesk promotions;
    @Autowired AgreementDesk agreements;
    @Autowired TaxDesk taxes;
    @Autowired GroupDesk groupDesk;
    @Autowired CustomerGroups groups;
    @Autowired CustomerDirectory customers;
    @Autowired Inventory inventory;
    @Autowired Carts carts;
    @Autowired Checkout checkout;
    @Autowired MyOrders mine;
    @Autowired OrderDesk orders;
    @Autowired Cards cards;
    @Autowired Shelves shelves;
    @Autowired ProductPages products;
    @Autowired SearchPages search;
    @Autowired Shop shop;
    @Autowired JdbcTemplate jdbc;

    private final Random random = new Random(20261122);
    private final PlainPrices plain = new PlainPrices();
    private final List<Article> articles = new ArrayList<>();
    private final List<CustomerId> people = new ArrayList<>();
    private final List<String> coupons = new ArrayList<>();
    private final List<String> groupCodes = List.of("cafes-" + RUN, "offices-" + RUN, "bakers-" + RUN);

    @AfterEach
    void noPromotionForOthers() {
        jdbc.update("update promotion set active = false where name like ?", "%" + RUN);
        jdbc.update("update price_list set active = false where name like ?", "%" + RUN);
        shop.set("most-discount-percent", "");
    }

    @Test
    void costsTheSameCentEverywhereAndSaysWhy() {
        world();
        var compared = new TreeMap<String, Integer>();
        for (int i = 0; i < CASES; i++) {
            var customer = random.nextInt(5) == 0 ? null : people.get(random.nextInt(people.size()));
            var wishes = wishes();
            var codes = new HashSet<String>();
            while (random.nextInt(3) == 0) {
                codes.add(random.nextInt(6) == 0 ? "NO-SUCH-CODE" : coupons.get(random.nextInt(coupons.size())));
            }
            var place = switch (random.nextInt(12)) {
                case 0 -> "FR";
                case 1 -> null;
                default -> "CA-" + PROVINCES.get(random.nextInt(PROVINCES.size()));
            };
            shown(wishes, customer, i, compared);
            priced(wishes, customer, codes, place, i, compared);
            if (i % BOUGHT == 0) {
                bought(wishes, customer, codes, i, compared);
            }
        }
        System.out.println("same price: " + compared);
        assertThat(compared.get("checkout")).isEqualTo(CASES);
    }

    /** List, search card and product page show what one piece costs; the product page also what it costs of that many. */
    private void shown(List<Wish> wishes, CustomerId customer, int at, Map<String, Integer> compared) {
        var shopper = new Shopper(customer, Viewer.EVERYONE);
        var asked = new PublicRequest("/c/all-" + RUN, Map.of(), Locale.CANADA, customer);
        var listed = cards.listing(asked, shelves.of("all-" + RUN, shopper), List.of("popular", "price"));
        var handles = wishes.stream().map(wish -> wish.article().handle()).distinct().toList();
        var found = search.listing(new SiteSearch.Matches(handles, null, Map.of(), List.of()), new PublicRequest("/search", Map.of("q", "x"), Locale.CANADA, customer),
                shopper);
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
        var answer = prices.price(new Asked(engine(wishes), customer, List.copyOf(codes), country, province, money(shipping)));
        same(answer, expected, "case " + at);
        compared.merge("checkout", 1, Integer::sum);
    }

    private static void same(PricedCart answer, PlainPrices.Sum expected, String where) {
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
        assertThat(answer.lines().stream().map(PricedCart.Line::tax).reduce(money(0), Money::plus).compareTo(answer.taxes().stream().map(PricedCart.Tax::amount).reduce(money(0), Money::plus)))
                .as("%s: no line is taxed for more than all", where).isLessThanOrEqualTo(0);
    }

    /** The same cart put together, bought, ordered again and ordered by staff. */
    private void bought(List<Wish> wishes, CustomerId customer, Set<String> codes, int at, Map<String, Integer> compared) {
        var buyer = customer == null ? CartOwner.visitor(Ids.next().toString()) : CartOwner.of(customer);
        wishes.forEach(wish -> carts.add(buyer, wish.article().id(), wish.quantity()));
        codes.forEach(code -> carts.enter(buyer, code));
        var province = PROVINCES.get(random.nextInt(PROVINCES.size()));
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
        compared.merge("order", 1, Integer::sum);
        if (customer != null) {
            var again = mine.reorder(customer, placed.number());
            again.lines().forEach(line -> assertThat(cents(line.now())).as("case %s: reorder", at)
                    .isEqualTo(plain.each(article(line.variant()), customer, line.quantity())));
            compared.merge("reorder", 1, Integer::sum);
            var staff = (CheckoutResult.Placed) checkout.place(new NewOrder(Ids.next(), customer, null, engine(wishes), List.copyOf(codes), form, null, "staff"));
            kept(orders.find(staff.number()), expected, "case " + at + ": made by staff");
            compared.merge("made by staff", 1, Integer::sum);
        }
    }

    private static void kept(OrderFile file, PlainPrices.Sum expected, String where) {
        for (int i = 0; i < file.lines().size(); i++) {
            var line = file.lines().get(i);
            assertThat(cents(line.each())).as(where).isEqualTo(expected.each().get(i));
            assertThat(cents(line.total().minus(line.discount()))).as(where).isEqualTo(expected.nets().get(i));
            assertThat(line.why().value()).as("%s: why, read again", where).isEqualTo(line.total().minus(line.discount()));
        }
        assertThat(cents(file.total())).as(where).isEqualTo(expected.total());
        var off = file.discounts().stream().map(OrderFile.Discount::amount).reduce(money(0), Money::plus);
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
            var article = articles.get(random.nextInt(articles.size()));
            chosen.put(article.sku(), new Wish(article, random.nextInt(4) == 0 ? 1 + random.nextInt(30) : 1 + random.nextInt(4)));
        }
        return List.copyOf(chosen.values());
    }

    private static List<Prices.Wish> engine(List<Wish> wishes) {
        return wishes.stream().map(wish -> new Prices.Wish(wish.article().id(), wish.quantity())).toList();
    }

    private Article article(VariantId id) {
        return articles.stream().filter(article -> article.id().equals(id)).findFirst().orElseThrow();
    }

    private void world() {
        category("all", null);
        for (var code : List.of("beans", "tea", "gear")) {
            category(code, "all");
        }
        category("kettles", "gear");
        var stock = new LinkedHashMap<VariantId, Integer>();
        var cost = new LinkedHashMap<VariantId, Money>();
        for (int i = 0; i < 22; i++) {
            var category = List.of("beans", "tea", "gear", "kettles").get(random.nextInt(4));
            var grocery = category.equals("beans") || category.equals("tea");
            var handle = "same-" + i + "-" + RUN;
            var variants = new ArrayList<ProductForm.Variant>();
            var values = new ArrayList<ProductForm.Value>();
            for (int v = 0; v <= random.nextInt(2); v++) {
                values.add(new ProductForm.Value("s" + v, Localized.of("Size " + v)));
                variants.add(new ProductForm.Variant((handle + "-" + v).toUpperCase(Locale.ROOT), Map.of("size", "s" + v), null, 100, false));
            }
            var name = Localized.of("Same " + i);
            var ids = catalog.save(new ProductForm(handle, category + "-" + RUN, List.of(), name, name, name, null, null, "sand", List.of(), grocery ? "basic-grocery" : "standard",
                    List.of(new ProductForm.Option("size", Localized.of("Size"), values)), variants, Map.of(), List.of(), List.of(), null, false, Instant.parse("2026-01-01T00:00:00Z")));
            var above = new HashSet<>(Set.of("all-" + RUN, category + "-" + RUN));
            if (category.equals("kettles")) {
                above.add("gear-" + RUN);
            }
            for (var variant : variants) {
                var id = ids.get(variant.sku());
                var list = 99 + random.nextInt(9_000);
                articles.add(new Article(id, variant.sku(), handle, above, grocery, list));
                cost.put(id, money(list));
                stock.put(id, 1_000_000);
            }
        }
        prices.setListPrices(cost);
        inventory.adjustAll(stock, "opening");
        groupCodes.forEach(code -> groupDesk.add(new GroupDesk.Form(code, code, code), BY));
        for (int i = 0; i < 24; i++) {
            var who = customers.obtain("same" + i + "-" + RUN + "@example.com", "Same " + i, null, null, Locale.CANADA, "test");
            people.add(who);
            var in = new HashSet<String>();
            for (var code : groupCodes) {
                if (random.nextInt(4) == 0) {
                    groupDesk.join(code, "same" + i + "-" + RUN + "@example.com", BY);
                    in.add(code);
                }
            }
            plain.groups.put(who, in);
        }
        priceLists();
        exceptions();
        runningPromotions();
        taxes();
    }

    private void category(String code, String parent) {
        var name = Localized.of(code);
        catalog.saveCategory(new CategoryForm(code + "-" + RUN, parent == null ? null : parent + "-" + RUN, "sand", 1, name, name));
    }

    private Line line(boolean breaks) {
        var article = articles.get(random.nextInt(articles.size()));
        var scope = List.of("VARIANT", "VARIANT", "PRODUCT", "CATEGORY", "ALL").get(random.nextInt(5));
        var target = switch (scope) {
            case "VARIANT" -> article.sku();
            case "PRODUCT" -> article.handle();
            case "CATEGORY" -> new ArrayList<>(new java.util.TreeSet<>(article.categories())).get(random.nextInt(article.categories().size()));
            default -> "";
        };
        var amount = scope.equals("VARIANT") && random.nextBoolean() ? Math.max(1, article.list() * (50 + random.nextInt(70)) / 100) : -1;
        return new Line(scope, target, breaks && random.nextInt(2) == 0 ? 2 + random.nextInt(12) : 1, amount, amount >= 0 ? -1 : 5 + random.nextInt(400));
    }

    private String whom() {
        return switch (random.nextInt(3)) {
            case 0 -> "*";
            case 1 -> "group:" + groupCodes.get(random.nextInt(groupCodes.size()));
            default -> people.get(random.nextInt(people.size())).toString();
        };
    }

    private static String kind(String whom) {
        return whom.equals("*") ? "EVERYBODY" : whom.startsWith("group:") ? "GROUP" : "CUSTOMER";
    }

    private String typed(String whom) {
        return whom.equals("*") ? "" : whom.startsWith("group:") ? whom.substring(6) : number(new CustomerId(java.util.UUID.fromString(whom)));
    }

    private String number(CustomerId customer) {
        return customers.find(customer).orElseThrow().number();
    }

    private void priceLists() {
        for (int i = 0; i < 14; i++) {
            var id = lists.add(new PriceListForm("List " + i + " " + RUN, "Yours", "La vôtre", "", "", true), BY);
            var whom = new HashSet<String>();
            for (int w = 0; w <= random.nextInt(3); w++) {
                var one = i < 2 ? "*" : whom();
                if (whom.add(one)) {
                    lists.give(id, kind(one), typed(one), BY);
                }
            }
            var lines = new LinkedHashMap<String, Line>();
            for (int l = 0; l < 10; l++) {
                var line = line(true);
                lines.put(line.scope() + line.target() + line.from(), line);
                lists.set(id, new PriceLineForm(line.scope(), line.target(), String.valueOf(line.from()), amount(line.amount()), percent(line.percent())), BY);
            }
            plain.lists.add(new PlainPrices.PriceList(whom, List.copyOf(lines.values())));
        }
    }

    private void exceptions() {
        for (int i = 0; i < 16; i++) {
            var line = line(false);
            var who = people.get(random.nextInt(people.size()));
            var id = agreements.add(new AgreementDesk.Form(number(who), line.scope(), line.target(), amount(line.amount()), percent(line.percent()), "because", "2199-12-31"), BY);
            jdbc.update("update price_exception set starts_at = ? where id = ?", Columns.utc(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i)), Columns.bytes(id));
            plain.exceptions.add(new PlainPrices.Exception(who, line, i));
        }
    }

    private void runningPromotions() {
        for (int i = 0; i < 14; i++) {
            var kind = List.of("PERCENT", "PERCENT", "AMOUNT", "BUY_GET", "COMPLEMENT").get(random.nextInt(5));
            var on = line(false);
            var percent = kind.equals("AMOUNT") ? -1 : kind.equals("PERCENT") ? 10 + random.nextInt(300) : random.nextBoolean() ? 1_000 : 500;
            var amount = kind.equals("AMOUNT") ? 100 + random.nextInt(3_000) : -1;
            var pieces = kind.equals("BUY_GET") || kind.equals("COMPLEMENT");
            var buy = pieces ? 1 + random.nextInt(3) : 0;
            var gift = kind.equals("COMPLEMENT") ? articles.get(random.nextInt(articles.size())).sku() : null;
            var minimum = random.nextInt(3) == 0 ? 2_000 + random.nextInt(20_000) : 0;
            var whom = whom();
            var coupon = i % 2 == 0 ? null : "C" + i + "-" + RUN.toUpperCase(Locale.ROOT);
            var combinable = random.nextInt(3) > 0;
            var id = promotions.add(new PromotionForm("Promotion " + i + " " + RUN, "Off", "Rabais", kind, on.scope(), on.target(), percent(percent), amount(amount),
                    pieces ? String.valueOf(buy) : "", pieces ? "1" : "", gift, amount(minimum == 0 ? -1 : minimum), kind(whom), typed(whom), coupon != null, combinable, "", "", "", "", true), BY);
            if (coupon != null) {
                promotions.addCoupon(id, coupon, "", BY);
                coupons.add(coupon);
            }
            plain.promos.add(new Promo(id, kind, new Line(on.scope(), on.target(), 1, -1, -1), percent, amount, buy, 1, gift, minimum, whom, coupon, combinable));
        }
        plain.promos.sort(java.util.Comparator.comparing(Promo::id));
        promotions.limit("35", BY);
        plain.mostPercent = 35;
    }

    private void taxes() {
        var known = Map.ofEntries(Map.entry("AB", Map.of("GST", 5_000)), Map.entry("BC", Map.of("GST", 5_000, "PST", 7_000)), Map.entry("MB", Map.of("GST", 5_000, "PST", 7_000)),
                Map.entry("NB", Map.of("HST", 15_000)), Map.entry("NL", Map.of("HST", 15_000)), Map.entry("NS", Map.of("HST", 14_000)), Map.entry("NT", Map.of("GST", 5_000)),
                Map.entry("NU", Map.of("GST", 5_000)), Map.entry("ON", Map.of("HST", 13_000)), Map.entry("PE", Map.of("HST", 15_000)), Map.entry("QC", Map.of("GST", 5_000, "QST", 9_975)),
                Map.entry("SK", Map.of("GST", 5_000, "PST", 6_000)), Map.entry("YT", Map.of("GST", 5_000)));
        known.forEach((province, rates) -> plain.rates.put("CA-" + province, new TreeMap<>(rates)));
        taxes.setRate(new TaxDesk.RateForm("FR", "TVA", "20", "2014-01-01"), BY);
        plain.rates.put("FR", new TreeMap<>(Map.of("TVA", 20_000)));
        for (int i = 0; i < 8; i++) {
            var who = people.get(random.nextInt(people.size()));
            var place = "CA-" + PROVINCES.get(random.nextInt(PROVINCES.size()));
            var codes = new ArrayList<>(plain.rates.get(place).keySet());
            var code = codes.get(random.nextInt(codes.size()));
            taxes.exempt(new TaxDesk.Form(number(who), place, code, "X-" + i, "2199-12-31"), BY);
            plain.exempt.add(who + " " + place + " " + code);
        }
    }

    private static String amount(long cents) {
        return cents < 0 ? "" : BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static String percent(int tenths) {
        return tenths < 0 ? "" : BigDecimal.valueOf(tenths, 1).toPlainString();
    }

    private static Money money(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), "CAD");
    }

    private static long cents(Money money) {
        return money.amount().movePointRight(2).longValueExact();
    }
}
