package app.regulars.storefront;

import app.regulars.catalog.CatalogDesk;
import app.regulars.catalog.CategoryForm;
import app.regulars.catalog.ProductForm;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.GroupDesk;
import app.regulars.inventory.Inventory;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.AgreementDesk;
import app.regulars.pricing.PriceLineForm;
import app.regulars.pricing.PriceListDesk;
import app.regulars.pricing.PriceListForm;
import app.regulars.pricing.Prices;
import app.regulars.pricing.PromotionDesk;
import app.regulars.pricing.PromotionForm;
import app.regulars.pricing.TaxDesk;
import app.regulars.storefront.PlainPrices.Article;
import app.regulars.storefront.PlainPrices.Line;
import app.regulars.storefront.PlainPrices.Promo;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A shop of random articles, customers, groups and conditions, made through the staff's doors and told to {@link PlainPrices} at the same time. */
class PriceWorld {

    static final List<String> PROVINCES = List.of("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT");
    static final String RUN = Ids.next().toString().substring(28);
    private static final StaffId BY = StaffId.next();

    @Autowired CatalogDesk catalog;
    @Autowired Prices prices;
    @Autowired PriceListDesk lists;
    @Autowired PromotionDesk promotions;
    @Autowired AgreementDesk agreements;
    @Autowired TaxDesk taxes;
    @Autowired GroupDesk groupDesk;
    @Autowired CustomerDirectory customers;
    @Autowired Inventory inventory;
    @Autowired Shop shop;
    @Autowired JdbcTemplate jdbc;

    final Random random = new Random(20261122);
    final PlainPrices plain = new PlainPrices();
    final List<Article> articles = new ArrayList<>();
    final List<CustomerId> people = new ArrayList<>();
    final List<String> coupons = new ArrayList<>();
    private final List<String> groupCodes = List.of("cafes-" + RUN, "offices-" + RUN, "bakers-" + RUN);

    /** What was agreed here holds for everybody in the database of the tests, so that it has to end. */
    void end() {
        jdbc.update("update promotion set active = false where name like ?", "%" + RUN);
        jdbc.update("update price_list set active = false where name like ?", "%" + RUN);
        shop.set("most-discount-percent", "");
    }

    void build() {
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
    static Money money(long cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), "CAD");
    }
}
