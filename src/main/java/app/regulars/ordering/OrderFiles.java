package app.regulars.ordering;

import app.regulars.payment.Payments;
import app.regulars.platform.privacy.FieldNotes;
import app.regulars.platform.shop.Shop;
import app.regulars.pricing.Explanations;
import app.regulars.shipping.Shipments;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts an order together with its shipments, its payment and the reasons of its prices. */
@Component
class OrderFiles {

    private final Shipments shipments;
    private final Payments payments;
    private final FieldNotes notes;
    private final Explanations explanations;
    private final Shop shop;
    private final Clock clock;

    OrderFiles(Shipments shipments, Payments payments, FieldNotes notes, Explanations explanations, Shop shop, Clock clock) {
        this.shop = shop;
        this.clock = clock;
        this.shipments = shipments;
        this.payments = payments;
        this.notes = notes;
        this.explanations = explanations;
    }

    OrderFile forCustomer(Order order) {
        return file(order, false);
    }

    OrderFile forStaff(Order order) {
        notes.used("view", "sales_order.contact_name", "sales_order.contact_email", "sales_order.contact_phone", "sales_order.recipient", "sales_order.line1",
                "sales_order.line2", "sales_order.city", "sales_order.postal_code", "sales_order.purchase_reference", "sales_order.note");
        return file(order, true);
    }

    private OrderFile file(Order order, boolean forStaff) {
        var id = order.id().value();
        return order.file(shipments.of(id), payments.of(id).orElse(null), explanations.ofOrder(id).orElse(List.of()),
                clock.instant().atZone(shop.zone()).toLocalDate(), forStaff);
    }
}
