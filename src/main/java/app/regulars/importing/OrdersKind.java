package app.regulars.importing;

import app.regulars.catalog.Catalog;
import app.regulars.customer.Companies;
import app.regulars.customer.CustomerDirectory;
import app.regulars.customer.NewCustomer;
import app.regulars.ordering.ImportedOrder;
import app.regulars.ordering.OrderImport;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Orders of the past by number, with the lines that stand near each other in the file. Their customers are made where they are missing. */
@Component
class OrdersKind implements ImportKind<OrdersKind.Imported> {

    private static final Map<String, String> COUNTRIES = countries();

    record Imported(OrderNumber number, String email, String customerName, Instant placedAt, String currency, boolean credit, List<Line> lines,
                    BigDecimal shipping, BigDecimal taxes, String country, String shipTo, String note) {
    }

    record Line(String sku, String name, int quantity, BigDecimal each) {
    }

    private final OrderImport orders;
    private final CustomerDirectory directory;
    private final Companies companies;
    private final Catalog catalog;
    private final Shop shop;

    OrdersKind(OrderImport orders, CustomerDirectory directory, Companies companies, Catalog catalog, Shop shop) {
        this.orders = orders;
        this.directory = directory;
        this.companies = companies;
        this.catalog = catalog;
        this.shop = shop;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String keyColumn() {
        return "Name";
    }

    @Override
    public boolean scattered() {
        return false;
    }

    @Override
    public Imported read(String key, List<Row> rows) {
        var first = rows.getFirst();
        var lines = new ArrayList<Line>();
        for (var row : rows) {
            var quantity = row.whole("Lineitem quantity");
            var each = row.number("Lineitem price");
            if (quantity == null || quantity == 0) {
                throw new RowProblem(row.line(), "Lineitem quantity", "is empty or zero");
            }
            if (each == null) {
                throw new RowProblem(row.line(), "Lineitem price", "is empty");
            }
            var sku = row.required("Lineitem sku").toUpperCase(Locale.ROOT);
            var name = row.text("Lineitem name");
            lines.add(new Line(sku, name.isEmpty() ? sku : name.length() > 300 ? name.substring(0, 300) : name, quantity, each));
        }
        if (key.length() > 40) {
            throw new RowProblem(first.line(), "Name", "is longer than 40 characters");
        }
        var placed = first.moment("Created at", shop.zone());
        if (placed == null) {
            throw new RowProblem(first.line(), "Created at", "is empty");
        }
        var credit = first.yes("Credit", false) || lines.stream().allMatch(line -> line.quantity() < 0);
        var email = first.required("Email").toLowerCase(Locale.ROOT);
        var name = first.text("Billing Name", 200);
        var country = first.text("Shipping Country");
        return new Imported(new OrderNumber(key), email, name.isEmpty() ? email : name, placed, currency(first), credit, lines, first.number("Shipping"),
                first.number("Taxes"), COUNTRIES.get(country.toLowerCase(Locale.ROOT)), emptyToNull(first.text("Shipping Name", 200)),
                emptyToNull(first.text("Notes", 2_000)));
    }

    @Override
    public void save(Map<String, Imported> records) {
        var all = records.values();
        var people = new HashMap<String, NewCustomer>();
        all.forEach(order -> people.putIfAbsent(order.email(), new NewCustomer(order.customerName(), null, null, order.email(), null, Languages.ENGLISH,
                null, order.placedAt(), "import", null, null, null)));
        var customers = directory.obtainAll(List.copyOf(people.values()));
        var companies = this.companies.soleCompanies(customers.values());
        var skus = new HashSet<String>();
        all.forEach(order -> order.lines().forEach(line -> skus.add(line.sku())));
        var variants = catalog.idsBySku(skus);
        orders.save(all.stream().map(order -> new ImportedOrder(order.number(),
                companies.getOrDefault(customers.get(order.email()), customers.get(order.email())), order.customerName(), order.placedAt(),
                order.currency(), order.credit(),
                order.lines().stream().map(line -> new ImportedOrder.Line(line.sku(), line.name(), variants.get(line.sku()), line.quantity(),
                        Money.of(line.each(), order.currency()))).toList(),
                money(order.shipping(), order.currency()), money(order.taxes(), order.currency()), order.country(), order.shipTo(), order.note())).toList());
    }

    private String currency(Row row) {
        var code = row.text("Currency");
        try {
            return code.isEmpty() ? shop.currency() : Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new RowProblem(row.line(), "Currency", "is not a currency: " + code);
        }
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** ISO codes by English name and by code; files also write EIRE and USA. */
    private static Map<String, String> countries() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            codes.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
            codes.put(code.toLowerCase(Locale.ROOT), code);
        }
        codes.putAll(Map.of("eire", "IE", "usa", "US", "rsa", "ZA", "czech republic", "CZ", "uk", "GB"));
        return Map.copyOf(codes);
    }
}
