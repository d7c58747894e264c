package app.regulars.selling;

import app.regulars.catalog.Catalog;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.MyOrders;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Prices;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Orders of programs: by the same rules, prices and numbers as everybody's, and each key sees only its own. */
@Component
class ApiOrders {

    private static final String CHANNEL = "api";
    private static final int MOST_LINES = 200;
    private static final int MOST_PIECES = 999;
    /** What a field of the checkout is called in what programs send. */
    private static final Map<String, String> FIELDS = Map.ofEntries(Map.entry("name", "contact.name"), Map.entry("email", "contact.email"), Map.entry("phone", "contact.phone"),
            Map.entry("recipient", "address.recipient"), Map.entry("line1", "address.line1"), Map.entry("line2", "address.line2"), Map.entry("city", "address.city"),
            Map.entry("province", "address.province"), Map.entry("postalCode", "address.postalCode"), Map.entry("country", "address.country"), Map.entry("shipping", "shipping"),
            Map.entry("payment", "payment"), Map.entry("lines", "lines"), Map.entry("reference", "reference"), Map.entry("note", "note"));

    private final Catalog catalog;
    private final Checkout checkout;
    private final MyOrders mine;
    private final Orders orders;
    private final CustomerDirectory customers;
    private final Shop shop;

    ApiOrders(Catalog catalog, Checkout checkout, MyOrders mine, Orders orders, CustomerDirectory customers, Shop shop) {
        this.catalog = catalog;
        this.checkout = checkout;
        this.mine = mine;
        this.orders = orders;
        this.customers = customers;
        this.shop = shop;
    }

    /**
     * @param word the idempotency key: the same one is the same order
     * @throws ApiProblem for everything that is not an order
     */
    OrderFile place(KeyRow key, String word, JsonNode sent, Locale reader) {
        var wishes = wishes(sent.path("lines"));
        var form = form(key, sent, reader);
        var order = new NewOrder(UUID.nameUUIDFromBytes((key.id() + "/" + word).getBytes(StandardCharsets.UTF_8)), key.customer(), null, wishes, List.of(), form, total(sent), CHANNEL)
                .through(key.agent());
        return switch (checkout.place(order)) {
            case CheckoutResult.Placed placed -> find(key, placed.number()).orElseThrow();
            case CheckoutResult.PriceChanged changed -> throw new ApiProblem(HttpStatus.CONFLICT, "price-changed", List.of(), Map.of("expected", amount(changed.seen()), "now", amount(changed.now())));
            case CheckoutResult.SoldOut gone -> throw new ApiProblem(HttpStatus.CONFLICT, "sold-out",
                    List.of(new ApiProblem.Wrong(line(wishes, gone.variant()), gone.available() == 0 ? "selling.api.line.gone" : "selling.api.line.short", Map.of("available", gone.available()))), Map.of());
            case CheckoutResult.WrongQuantity odd -> throw ApiProblem.wrong(line(wishes, odd.variant()).replace(".sku", ".quantity"), "selling.api.line.quantity", Map.of());
            case CheckoutResult.EmptyCart empty -> throw ApiProblem.wrong("lines", "selling.api.lines.none", Map.of());
            case CheckoutResult.Requested asked -> throw new ApiProblem(HttpStatus.CONFLICT, "approval", List.of(), Map.of());
            case CheckoutResult.Incomplete incomplete -> throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", incomplete.problems().stream()
                    .map(problem -> new ApiProblem.Wrong(FIELDS.getOrDefault(problem.field(), problem.field()), problem.key(), problem.arguments())).toList(), Map.of());
        };
    }

    /** Of the key's customer, or sold by its agent; another's is not there. */
    Optional<OrderFile> find(KeyRow key, OrderNumber number) {
        return key.customer() != null ? orders.file(number, key.customer()) : orders.fileOf(number, key.agent());
    }

    /** The latest first. */
    List<app.regulars.ordering.OrderSummary> list(KeyRow key, int offset, int limit) {
        return key.customer() != null ? mine.list(key.customer(), "", offset, limit).orders() : orders.ofAgent(key.agent(), offset, limit);
    }

    private List<Prices.Wish> wishes(JsonNode lines) {
        if (!lines.isArray() || lines.isEmpty()) {
            throw ApiProblem.wrong("lines", "selling.api.lines.none", Map.of());
        }
        if (lines.size() > MOST_LINES) {
            throw ApiProblem.wrong("lines", "selling.api.lines.many", Map.of("most", MOST_LINES));
        }
        var skus = new ArrayList<String>();
        lines.forEach(line -> skus.add(text(line, "sku", 80).toUpperCase(Locale.ROOT)));
        var ids = catalog.idsBySku(skus.stream().distinct().toList());
        var known = catalog.variants(ids.values());
        var wrong = new ArrayList<ApiProblem.Wrong>();
        var wishes = new ArrayList<Prices.Wish>();
        for (var at = 0; at < skus.size(); at++) {
            var id = ids.get(skus.get(at));
            var quantity = lines.get(at).path("quantity");
            if (id == null || !known.containsKey(id)) {
                wrong.add(new ApiProblem.Wrong("lines[" + at + "].sku", "selling.api.line.unknown", Map.of()));
            } else if (known.get(id).asks()) {
                wrong.add(new ApiProblem.Wrong("lines[" + at + "].sku", "selling.api.line.asks", Map.of()));
            } else if (!quantity.isInt() || quantity.asInt() < 1 || quantity.asInt() > MOST_PIECES) {
                wrong.add(new ApiProblem.Wrong("lines[" + at + "].quantity", "selling.api.line.count", Map.of("most", MOST_PIECES)));
            } else {
                wishes.add(new Prices.Wish(id, quantity.asInt()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", wrong, Map.of());
        }
        return wishes;
    }

    /** What is not sent is as the customer usually has it. */
    private CheckoutForm form(KeyRow key, JsonNode sent, Locale reader) {
        var known = key.customer() == null ? null : mine.prefilled(key.customer());
        var contact = sent.path("contact");
        var name = or(text(contact, "name", 400), known == null ? null : known.name());
        var address = sent.has("address") ? address(sent.path("address"), name) : known == null ? new PostalAddress(name, null, null, null, null, null, null) : known.address();
        var company = known == null ? text(contact, "company", 200) : customers.find(key.customer()).map(CustomerCard::company).orElse(null);
        return new CheckoutForm(name, company == null || company.isBlank() ? null : company, or(text(contact, "email", 400), known == null ? null : known.email()),
                or(text(contact, "phone", 100), known == null ? null : known.phone()), address == null ? new PostalAddress(name, null, null, null, null, null, null) : address,
                or(text(sent, "shipping", 40), known == null ? null : known.shippingOption()), text(sent, "reference", 400), text(sent, "note", 12_000),
                known == null ? reader : known.locale(), or(text(sent, "payment", 40), "invoice"));
    }

    private PostalAddress address(JsonNode sent, String name) {
        return new PostalAddress(or(text(sent, "recipient", 400), name), text(sent, "line1", 400), text(sent, "line2", 400), text(sent, "city", 400), text(sent, "province", 20),
                text(sent, "postalCode", 40), or(text(sent, "country", 20), shop.get("address-country", "CA")));
    }

    private Money total(JsonNode sent) {
        var expected = sent.path("expectedTotal");
        if (expected.isMissingNode() || expected.isNull()) {
            return null;
        }
        var text = expected.asString("");
        if (!text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw ApiProblem.wrong("expectedTotal", "selling.api.total.wrong", Map.of());
        }
        return Money.of(new BigDecimal(text), shop.currency()).rounded();
    }

    private static String line(List<Prices.Wish> wishes, app.regulars.catalog.VariantId variant) {
        return "lines[" + wishes.stream().map(Prices.Wish::variant).collect(Collectors.toList()).indexOf(variant) + "].sku";
    }

    private static String amount(Money money) {
        return money.rounded().amount().setScale(2, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    private static String or(String text, String other) {
        return text == null || text.isBlank() ? other : text;
    }

    /** Empty where it is missing or no text; longer than any rule allows is cut, so that the rule can say so. */
    private static String text(JsonNode node, String field, int most) {
        var value = node.path(field);
        var text = value.isString() || value.isNumber() ? value.asString("") : "";
        return text.length() <= most ? text : text.substring(0, most);
    }
}
