package app.regulars.ordering;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.payment.PaymentStand;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Expression;
import app.regulars.pricing.PlainStep;
import app.regulars.shipping.Parcel;
import app.regulars.shipping.ShipmentPart;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An order as its page shows it.
 *
 * @param address           null when it was picked up without one, or not recorded
 * @param shippingOption    "van", "standard", "express", "pickup", or "none"
 * @param promised          the day we promised, or null
 * @param purchaseReference the customer's own reference, or null
 * @param channel           "web", "reorder", "staff", "import"
 * @param placedBy          the person who ordered, for herself or a company; null for guests, staff and the past
 * @param trackToken        opens the public tracking page
 * @param parcels           its shipments, the first one first; none before anything is packed
 * @param payment           null where nothing is to be paid
 * @param payUntil          until when the goods are kept for it, while its payment is awaited; else null
 * @param hold              why it is not packed, for staff only; null for customers, and where nothing keeps it
 * @param held              whether something keeps it from being packed
 * @param wishes            never null
 * @param history           oldest first; customers do not see notes, nor who of us did what
 */
public record OrderFile(OrderSummary summary, OrderKind kind, List<Line> lines, Money goods, List<Discount> discounts, Money shipping, List<Tax> taxes,
                        String contactName, String contactEmail, String contactPhone, Locale locale, PostalAddress address, String shippingOption, LocalDate promised,
                        String purchaseReference, String note, String channel, CustomerId placedBy, Instant packedAt, Instant shippedAt, Instant deliveredAt, Instant canceledAt,
                        String trackToken, List<Parcel> parcels, PaymentStand payment, Instant payUntil, OrderHold hold, boolean held, Wishes wishes, List<Moment> history) {

    /** What customers do not see of the history. */
    static final Set<String> INTERNAL = Set.of("note", "held", "lifted", "unpacked", "pay-later");

    /**
     * A line.
     *
     * @param variant       null where it is not known (imports)
     * @param quantity      that is or was sent
     * @param ordered       how many were ordered at first
     * @param total         before discounts
     * @param discount      what was taken off the line
     * @param plain         how the price came about, in plain words; empty where it was the list price, or is not known
     * @param why           the same in full, for staff only; null for customers, and where it is not known
     * @param configuration what orders the same piece again
     */
    public record Line(VariantId variant, String sku, String handle, Localized name, Localized options, String art, String backdrop, int quantity, int ordered,
                       Money each, Money total, Money discount, String taxClass, int weightGrams, List<PlainStep> plain, Expression why,
                       Configuration configuration) {
    }

    /** What was taken off the order. @param kind PROMOTION, COUPON or VOUCHER @param code that was typed, or null */
    public record Discount(String kind, Localized label, String code, Money amount) {
    }

    /** @param rate as a fraction, or null where only the amount is known */
    public record Tax(String code, BigDecimal rate, Money amount) {
    }

    /**
     * @param what  "placed", "paid", "packed", "unpacked", "shipped", "delivered", "changed", "partly-canceled", "canceled", "held", "lifted", "delayed", "reminded", "pay-later", "unpaid" or "note"; named by ordering.history.{what}
     * @param actor "customer", "staff", "carrier" or "system"
     * @param staff null for others, and for customers to see
     */
    public record Moment(Instant at, String what, String actor, StaffId staff, String detail) {
    }

    /** Whether the promised day has passed without the parcel, or for a pick-up without it being ready. @param today in the shop's zone */
    public boolean isLate(LocalDate today) {
        var kept = "pickup".equals(shippingOption) ? shippedAt : deliveredAt;
        return promised != null && promised.isBefore(today) && kept == null && deliveredAt == null && canceledAt == null;
    }

    /** Where it stands, its money: total = goods − discounts + shipping + taxes. */
    public OrderAmounts amounts() {
        return new OrderAmounts(goods, discounts.stream().map(Discount::amount).reduce(Money.zero(goods.currency()), Money::plus), shipping, taxes, total());
    }

    /** By the line's position, how many pieces are in no shipment yet; lines without any are left out. */
    public Map<Integer, Integer> open() {
        var open = new LinkedHashMap<Integer, Integer>();
        if (status().isOpen()) {
            for (int i = 0; i < lines.size(); i++) {
                var left = lines.get(i).quantity() - packed(i);
                if (left > 0) {
                    open.put(i, left);
                }
            }
        }
        return open;
    }

    /** How many pieces of a line are in shipments. */
    public int packed(int line) {
        return parcels.stream().flatMap(parcel -> parcel.parts().stream()).filter(part -> part.line() == line).mapToInt(ShipmentPart::quantity).sum();
    }

    /** What the goods of a shipment weigh, without what is around them. */
    public int grams(Parcel parcel) {
        return parcel.parts().stream().mapToInt(part -> part.quantity() * lines.get(part.line()).weightGrams()).sum();
    }

    /** The shipment to name where there is room for one: the latest that left, else the latest; null where nothing is packed. */
    public Parcel parcel() {
        return parcels.reversed().stream().filter(parcel -> parcel.shippedAt() != null).findFirst().orElse(parcels.isEmpty() ? null : parcels.getLast());
    }

    /** Whether it leaves in more than one shipment, or is going to. */
    public boolean isSplit() {
        return parcels.size() > 1 || !parcels.isEmpty() && !open().isEmpty();
    }

    public OrderNumber number() {
        return summary.number();
    }

    public OrderStatus status() {
        return summary.status();
    }

    public Money total() {
        return summary.total();
    }

    @Override
    public String toString() {
        return "order " + summary.number();
    }
}
