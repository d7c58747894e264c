package app.regulars.invoicing;

import app.regulars.ordering.Earned;
import app.regulars.ordering.OrderFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What the next invoice of an order asks for: what its goods that left come to by now, less what earlier invoices asked for. So all of
 * them together are what the order comes to, to the cent.
 */
record Billed(List<Invoice.Line> lines, BigDecimal discount, BigDecimal shipping, List<Invoice.Tax> taxes, BigDecimal total) {

    private record Goods(String sku, String options, BigDecimal each) {

        static Goods of(Invoice.Line line) {
            return new Goods(line.sku(), line.options() == null ? "" : line.options(), line.eachAmount().stripTrailingZeros());
        }
    }

    private record TaxKind(String code, BigDecimal rate) {

        static TaxKind of(String code, BigDecimal rate) {
            return new TaxKind(code, rate == null ? null : rate.stripTrailingZeros());
        }
    }

    /** @param before the order's earlier invoices, without credit notes */
    static Billed of(OrderFile order, Earned earned, List<Invoice> before) {
        var goods = new LinkedHashMap<Object, Invoice.Line>();
        for (var i = 0; i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            if (earned.pieces().get(i) > 0) {
                var now = new Invoice.Line(line.sku(), line.name().in(order.locale()), line.options() == null ? "" : line.options().in(order.locale()), earned.pieces().get(i),
                        line.each().amount(), earned.lines().get(i).amount());
                // the first invoice says line by line what was ordered
                goods.merge(before.isEmpty() ? (Object) i : Goods.of(now), now, (one, other) -> plus(one, other, 1));
            }
        }
        before.stream().flatMap(invoice -> invoice.lines().stream()).forEach(line -> goods.merge(Goods.of(line), plus(line, line, -2), (one, other) -> plus(one, line, -1)));
        var taxes = new LinkedHashMap<TaxKind, BigDecimal>();
        earned.amounts().taxes().forEach(tax -> taxes.merge(TaxKind.of(tax.code(), tax.rate()), tax.amount().amount(), BigDecimal::add));
        before.stream().flatMap(invoice -> invoice.taxes().stream()).forEach(tax -> taxes.merge(TaxKind.of(tax.code(), tax.rate()), tax.taxAmount().negate(), BigDecimal::add));
        var asked = goods.values().stream().filter(line -> line.quantity() > 0).toList();
        // what a price came to less or more for goods that are invoiced already stands with what is taken off
        var adjusted = goods.values().stream().filter(line -> line.quantity() <= 0).map(Invoice.Line::lineAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var discount = earned.amounts().discount().amount().subtract(sum(before.stream().map(Invoice::discount).toList())).subtract(adjusted);
        var shipping = earned.amounts().shipping().amount().subtract(sum(before.stream().map(Invoice::shipping).toList()));
        var due = new ArrayList<Invoice.Tax>();
        taxes.forEach((kind, amount) -> {
            // a tax by which an earlier invoice asked for a cent too much stays as it was; the next one asks for less
            if (amount.signum() > 0) {
                due.add(new Invoice.Tax(kind.code(), kind.rate(), amount));
            }
        });
        var less = sum(taxes.values().stream().filter(amount -> amount.signum() < 0).toList());
        discount = discount.subtract(less);
        var total = sum(asked.stream().map(Invoice.Line::lineAmount).toList()).subtract(discount).add(shipping).add(sum(due.stream().map(Invoice.Tax::taxAmount).toList()));
        return new Billed(List.copyOf(asked), discount, shipping, List.copyOf(due), total);
    }

    /** Nothing is left to ask for; after pieces were called off what left before may come to a cent less than was asked. */
    boolean isEmpty() {
        return total.signum() < 0 || lines.isEmpty() && total.signum() == 0;
    }

    private static Invoice.Line plus(Invoice.Line one, Invoice.Line other, int times) {
        return new Invoice.Line(one.sku(), one.name(), one.options(), one.quantity() + times * other.quantity(), one.eachAmount(),
                one.lineAmount().add(other.lineAmount().multiply(BigDecimal.valueOf(times))));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
