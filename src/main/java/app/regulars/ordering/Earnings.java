package app.regulars.ordering;

import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.SalesTaxes;
import app.regulars.shipping.Parcel;
import app.regulars.shipping.ShipmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What the shipments of an order come to: what may be invoiced, and taken of what a bank keeps. */
@Component
public class Earnings {

    private final SalesTaxes taxes;
    private final Shop shop;

    Earnings(SalesTaxes taxes, Shop shop) {
        this.taxes = taxes;
        this.shop = shop;
    }

    /** Of all that has left by now. */
    public Earned of(OrderFile order) {
        return of(order, parcel -> parcel.shippedAt() != null);
    }

    /** Of a shipment and those that left before it. @param shipment null for all @param at when it left */
    public Earned upTo(OrderFile order, ShipmentId shipment, Instant at) {
        return shipment == null ? of(order) : of(order, parcel -> parcel.shippedAt() != null && (parcel.id().equals(shipment) || parcel.shippedAt().isBefore(at)));
    }

    private Earned of(OrderFile order, Predicate<Parcel> left) {
        var sold = order.lines().stream().map(line -> new Earned.Sold(line.quantity(), line.total(), line.discount() == null ? Money.zero(line.total().currency())
                : line.discount())).toList();
        var pieces = new ArrayList<Integer>();
        for (var i = 0; i < sold.size(); i++) {
            var at = i;
            pieces.add(Math.min(sold.get(i).quantity(), order.parcels().stream().filter(left).flatMap(parcel -> parcel.parts().stream()).filter(part -> part.line() == at)
                    .mapToInt(part -> part.quantity()).sum()));
        }
        var amounts = order.amounts();
        return Earned.of(sold, amounts.discount(), amounts.shipping(), order.taxes().stream().map(tax -> taxed(order, sold, tax)).toList(), pieces);
    }

    /** Which tax is due on what is asked of each line by itself; a tax that is due on none of it, such as of an import, counts for all. */
    private Earned.Taxed taxed(OrderFile order, List<Earned.Sold> sold, OrderFile.Tax tax) {
        var due = new ArrayList<Boolean>();
        for (var i = 0; i < sold.size(); i++) {
            due.add(isDue(order, List.of(new SalesTaxes.Goods(order.lines().get(i).taxClass(), sold.get(i).total())), Money.zero(tax.amount().currency()), tax));
        }
        var delivery = isDue(order, List.of(), order.shipping(), tax);
        return due.contains(true) || delivery ? new Earned.Taxed(tax, due, delivery) : new Earned.Taxed(tax, sold.stream().map(line -> true).toList(), true);
    }

    private boolean isDue(OrderFile order, List<SalesTaxes.Goods> goods, Money delivery, OrderFile.Tax tax) {
        var here = "pickup".equals(order.shippingOption()) || order.address() == null;
        return taxes.of(goods, delivery, here ? shop.get("address-country", "CA") : order.address().country(),
                here ? shop.get("address-province", "PE") : order.address().province(), order.summary().customer(), order.summary().placedAt()).stream()
                .anyMatch(each -> each.code().equals(tax.code()) && (tax.rate() == null || each.rate().compareTo(tax.rate()) == 0));
    }
}
