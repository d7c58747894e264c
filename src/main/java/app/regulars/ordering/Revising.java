package app.regulars.ordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import app.regulars.pricing.SalesTaxes;
import app.regulars.shipping.Parcel;
import app.regulars.shipping.ShippingRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Works out what an order comes to after a change. Pieces keep the price they were sold at; what was taken off a line goes with the
 * pieces that go; a line that comes to it costs what it costs the customer today; delivery keeps its price unless it goes elsewhere or
 * another way; taxes are those of the day it was sold. Changes nothing.
 */
@Component
class Revising {

    private static final int MOST_PIECES = 9_999;
    private static final int MOST_LINES = 200;
    private static final int CENTS = 2;

    private final Catalog catalog;
    private final Prices prices;
    private final SalesTaxes taxes;
    private final ShippingRates rates;
    private final CustomerDirectory customers;
    private final Shop shop;

    Revising(Catalog catalog, Prices prices, SalesTaxes taxes, ShippingRates rates, CustomerDirectory customers, Shop shop) {
        this.catalog = catalog;
        this.prices = prices;
        this.taxes = taxes;
        this.rates = rates;
        this.customers = customers;
        this.shop = shop;
    }

    /**
     * @param parcels of the order: what is packed cannot be called off
     * @throws Refused beside "change-{position}", "change-sku", "change-option" or a field of the address
     */
    Amendment plan(Order order, List<Parcel> parcels, OrderChange change) {
        var status = order.status();
        if (!status.isOpen()) {
            throw new Refused(status == OrderStatus.CANCELED ? "ordering.refused.canceled" : status == OrderStatus.AWAITING_PAYMENT ? "ordering.refused.awaiting-payment"
                    : "ordering.refused.nothing-open");
        }
        var before = order.standing();
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < before.lines().size(); i++) {
            var line = before.lines().get(i);
            lines.add(line.of(pieces(i, line, parcels, change)));
        }
        if (change.quantities().keySet().stream().anyMatch(at -> at < 0 || at >= before.lines().size())) {
            throw new Refused("ordering.change.line.none");
        }
        if (change.added() != null) {
            if (lines.size() >= MOST_LINES) {
                throw new Refused("ordering.change.lines.many", "change-sku", Map.of("most", MOST_LINES));
            }
            lines.add(added(order, change.added()));
        }
        var elsewhere = change.address() != null && !same(change.address(), before.address());
        var otherwise = change.option() != null && !change.option().equals(before.option());
        if ((elsewhere || otherwise) && !parcels.isEmpty()) {
            throw new Refused("ordering.change.packed");
        }
        return sums(order, before, lines, elsewhere, otherwise, change);
    }

    private static int pieces(int at, OrderLine line, List<Parcel> parcels, OrderChange change) {
        var wanted = change.quantities().getOrDefault(at, line.quantity());
        var packed = parcels.stream().flatMap(parcel -> parcel.parts().stream()).filter(part -> part.line() == at).mapToInt(part -> part.quantity()).sum();
        if (wanted < packed) {
            throw new Refused("ordering.change.packed-pieces", "change-" + at, Map.of("packed", packed));
        }
        if (wanted > MOST_PIECES) {
            throw new Refused("ordering.quantity.many", "change-" + at, Map.of("most", MOST_PIECES));
        }
        if (wanted > line.quantity() && line.variantId() == null) {
            throw new Refused("ordering.variant.gone", "change-" + at, Map.of());
        }
        return wanted;
    }

    private OrderLine added(Order order, OrderChange.Added wanted) {
        if (wanted.quantity() < 1 || wanted.quantity() > MOST_PIECES) {
            throw new Refused("ordering.quantity.many", "change-pieces", Map.of("most", MOST_PIECES));
        }
        var variant = catalog.variants(List.<VariantId>of(wanted.variant())).get(wanted.variant());
        var each = variant == null ? null : prices.each(wanted.variant(), order.customer(), wanted.quantity());
        if (each == null || !each.currency().equals(order.standing().currency())) {
            throw new Refused("ordering.variant.gone", "change-sku", Map.of());
        }
        var total = each.times(wanted.quantity()).rounded();
        var sold = OrderLine.sold(variant, new PricedCart.Line(variant.id(), wanted.quantity(), each, each, total, variant.taxClass()), Configuration.NONE);
        return sold.comeLater();
    }

    private Amendment sums(Order order, Amendment before, List<OrderLine> lines, boolean elsewhere, boolean otherwise, OrderChange change) {
        var currency = before.currency();
        var goods = sum(lines.stream().map(OrderLine::totalAmount).toList());
        var discount = sum(lines.stream().map(line -> line.discountAmount() == null ? BigDecimal.ZERO : line.discountAmount()).toList());
        var option = otherwise ? change.option() : before.option();
        var pickup = "pickup".equals(option);
        var address = pickup ? before.address() : elsewhere ? checked(change.address()) : before.address();
        if (!pickup && (address == null || address.line1() == null)) {
            throw new Refused("ordering.change.address.missing", "change-line1", Map.of());
        }
        var shipping = before.shipping();
        var promised = before.promised();
        if (elsewhere || otherwise) {
            var ways = rates.options(pickup ? "CA" : address.country(), pickup ? null : address.province(), Money.of(goods, currency), prices.terms(order.customer()).freeFrom(null),
                    null, () -> lines.stream().mapToInt(line -> line.weightGrams() * line.quantity()).sum());
            var way = ways.stream().filter(each -> each.code().equals(option)).findFirst()
                    .orElseThrow(() -> new Refused("ordering.checkout.shipping.missing", "change-option", Map.of()));
            shipping = way.price().amount();
            promised = way.promised();
        }
        if (lines.stream().allMatch(line -> line.quantity() == 0)) {
            shipping = BigDecimal.ZERO.setScale(CENTS);
        }
        var taxed = taxes(order, before, lines, shipping, address, option, elsewhere || otherwise);
        var total = goods.subtract(discount).add(shipping).add(sum(taxed.stream().map(Order.Tax::taxAmount).toList()));
        return new Amendment(lines, discounts(before, lines, discount), taxed, goods, discount, shipping, total, address, option, promised, currency);
    }

    private PostalAddress checked(PostalAddress typed) {
        customers.addressProblems(typed).stream().findFirst().ifPresent(wrong -> {
            throw new Refused(wrong.key(), "change-" + wrong.field(), wrong.arguments());
        });
        return customers.checkedAddress(typed);
    }

    /**
     * What was taken off stands under what it was taken off for: what credits and vouchers paid of the lines under these, the rest under
     * promotions, in the same shares; the last one takes the cents that are left.
     */
    private static List<Order.Discount> discounts(Amendment before, List<OrderLine> lines, BigDecimal discount) {
        if (before.discount().compareTo(discount) == 0 || before.discounts().isEmpty()) {
            return before.discounts();
        }
        var known = before.credits();
        var credit = BigDecimal.ZERO;
        for (int i = 0; i < known.size(); i++) {
            var then = before.lines().get(i).quantity();
            var now = Math.min(lines.get(i).quantity(), then);
            var line = lines.get(i);
            credit = credit.add(line.creditAmount() != null ? line.creditAmount() : now == then ? known.get(i) : known.get(i).multiply(BigDecimal.valueOf(now)).divide(BigDecimal.valueOf(then), CENTS, RoundingMode.HALF_UP));
        }
        var mixed = before.discounts().stream().anyMatch(each -> !each.isCredit());
        var given = mixed ? credit.min(discount) : before.codes().isEmpty() ? BigDecimal.ZERO : discount;
        var credits = shared(before.discounts().stream().filter(Order.Discount::isCredit).toList(), given).iterator();
        var others = shared(before.discounts().stream().filter(each -> !each.isCredit()).toList(), discount.subtract(given)).iterator();
        return before.discounts().stream().map(each -> each.isCredit() ? credits.next() : others.next()).toList();
    }

    private static List<Order.Discount> shared(List<Order.Discount> before, BigDecimal now) {
        var old = sum(before.stream().map(Order.Discount::discountAmount).toList());
        var shared = new ArrayList<Order.Discount>();
        var left = now;
        for (int i = 0; i < before.size(); i++) {
            var each = before.get(i);
            var part = i == before.size() - 1 ? left : old.signum() == 0 ? BigDecimal.ZERO
                    : now.multiply(each.discountAmount()).divide(old, CENTS, RoundingMode.HALF_UP).min(left);
            left = left.subtract(part);
            shared.add(new Order.Discount(each.kind(), each.labelEn(), each.labelFr(), each.code(), part));
        }
        return shared;
    }

    /** As they were worked out when it was sold; where that does not answer what was asked for then, in the same share of the net. */
    private List<Order.Tax> taxes(Order order, Amendment before, List<OrderLine> lines, BigDecimal shipping, PostalAddress address, String option, boolean elsewhere) {
        var then = taxes(order, before.lines(), before.shipping(), before.address(), before.option(), before.currency());
        if (elsewhere || same(then, before.taxes())) {
            return taxes(order, lines, shipping, address, option, before.currency());
        }
        var net = net(before.lines()).add(before.shipping());
        var now = net(lines).add(shipping);
        return net.signum() == 0 ? before.taxes() : before.taxes().stream()
                .map(tax -> new Order.Tax(tax.code(), tax.rate(), tax.taxAmount().multiply(now).divide(net, CENTS, RoundingMode.HALF_UP))).toList();
    }

    private List<Order.Tax> taxes(Order order, List<OrderLine> lines, BigDecimal shipping, PostalAddress address, String option, String currency) {
        var pickup = "pickup".equals(option);
        var goods = lines.stream().map(line -> new SalesTaxes.Goods(line.taxClass(), Money.of(line.net(), currency))).toList();
        return taxes.of(goods, Money.of(shipping, currency), pickup || address == null ? shop.get("address-country", "CA") : address.country(),
                pickup || address == null ? shop.get("address-province", "PE") : address.province(), order.customer(), order.placedAt()).stream()
                .map(tax -> new Order.Tax(tax.code(), tax.rate(), tax.amount().amount())).toList();
    }

    /** A blank is as good as nothing. */
    private static boolean same(PostalAddress typed, PostalAddress own) {
        return own != null && words(typed).equals(words(own));
    }

    private static List<String> words(PostalAddress address) {
        return Stream.of(address.recipient(), address.line1(), address.line2(), address.city(), address.province(), address.postalCode(), address.country())
                .map(word -> word == null ? "" : word.strip()).toList();
    }

    private static boolean same(List<Order.Tax> one, List<Order.Tax> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).code().equals(other.get(i).code()) || one.get(i).taxAmount().compareTo(other.get(i).taxAmount()) != 0) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal net(List<OrderLine> lines) {
        return sum(lines.stream().map(OrderLine::net).toList());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
