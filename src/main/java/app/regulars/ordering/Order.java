package app.regulars.ordering;

import app.regulars.payment.PaymentMethods;
import app.regulars.payment.PaymentStand;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Explanations;
import app.regulars.pricing.PricedCart;
import app.regulars.shipping.Parcel;
import app.regulars.shipping.Recipients;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An order: exists before it is paid, keeps what was sold as it was sold, and where it stands follows from its shipments. What happened
 * stays written; every step is taken once.
 */
@Entity
@Table(name = "sales_order")
class Order {

    static final int LONGEST_NOTE = 2000;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String number;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private OrderKind kind;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private OrderStatus status;
    private CustomerId customerId;
    private CustomerId placedBy;
    private UUID checkoutKey;
    private String channel;
    private String agent;
    private Instant placedAt;
    private Instant packedAt;
    private Instant shippedAt;
    private Instant deliveredAt;
    private Instant canceledAt;
    private String payBy;
    private String currency;
    private BigDecimal goods;
    private BigDecimal discount;
    private BigDecimal shipping;
    private BigDecimal total;
    private int pieces;
    private String contactName;
    private String contactEmail;
    private String contactPhone;
    private String locale;
    @Embedded
    private PostalAddress address;
    private String shippingOption;
    private LocalDate promisedOn;
    private String purchaseReference;
    private String note;
    private String trackToken;
    private String searchText;
    @Embedded
    private Wishes wishes;
    @Embedded
    private Held held;
    private Instant delayToldAt;
    @Embedded
    private Awaited awaited;
    @ElementCollection
    @CollectionTable(name = "sales_order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<OrderLine> lines = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "sales_order_tax", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<Tax> taxes = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "sales_order_discount", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<Discount> discounts = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "sales_order_moment", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<Moment> moments = new ArrayList<>();

    @Embeddable
    record Tax(String code, BigDecimal rate, BigDecimal taxAmount) {
    }

    @Embeddable
    record Discount(String kind, String labelEn, String labelFr, String code, BigDecimal discountAmount) {

        /** Whether it was given to the customer before, and comes back with what it paid. */
        boolean isCredit() {
            return "VOUCHER".equals(kind) && code != null;
        }
    }

    @Embeddable
    record Moment(Instant happenedAt, String what, String actor, StaffId staffId, String detail) {
    }

    protected Order() {
    }

    /** @param placedBy the person, or null for guests; @param lines in the order of the cart, priced as in {@code priced} */
    Order(OrderId id, OrderNumber number, UUID checkoutKey, CustomerId customer, CustomerId placedBy, CheckoutForm form, List<OrderLine> lines, PricedCart priced,
          LocalDate promised, String channel, String trackToken, Instant at) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an order has lines");
        }
        this.id = id.value();
        this.number = number.value();
        this.kind = OrderKind.ORDER;
        this.status = OrderStatus.PLACED;
        this.checkoutKey = checkoutKey;
        this.customerId = customer;
        this.placedBy = placedBy;
        this.channel = channel;
        this.placedAt = at;
        this.currency = priced.total().currency();
        this.goods = priced.goods().amount();
        this.discount = priced.discount().amount();
        this.shipping = priced.shipping().amount();
        this.total = priced.total().amount();
        this.pieces = lines.stream().mapToInt(OrderLine::quantity).sum();
        this.contactName = form.name();
        this.contactEmail = form.email();
        this.contactPhone = form.phone();
        this.locale = form.locale().toLanguageTag();
        this.address = form.address();
        this.shippingOption = form.shippingOption();
        this.promisedOn = promised;
        this.purchaseReference = form.purchaseReference();
        this.note = form.note();
        this.wishes = form.wishes();
        this.payBy = form.payment();
        this.trackToken = trackToken;
        this.lines.addAll(lines);
        priced.taxes().forEach(tax -> taxes.add(new Tax(tax.code(), tax.rate(), tax.amount().amount())));
        priced.discounts().forEach(each -> discounts.add(new Discount(each.origin().kind().name(), each.origin().label().en(), each.origin().label().fr(), each.code(),
                each.amount().amount())));
        this.searchText = SearchTexts.of(this.number, contactName, contactEmail, form.company(), purchaseReference, address == null ? null : address.city());
        happened(at, "placed", "customer", null, null);
    }

    /** Only at once after it was placed: nothing is packed before the money is there. @param until so long the goods are kept */
    void awaitPayment(Instant until) {
        if (moments.size() > 1) {
            throw new IllegalStateException("something has happened to " + number + " already");
        }
        status = OrderStatus.AWAITING_PAYMENT;
        awaited = Awaited.until(until);
    }

    /** The end of the time to pay; null where none is awaited. */
    Instant payUntil() {
        return status != OrderStatus.AWAITING_PAYMENT || awaited == null ? null : awaited.payUntil();
    }

    /** The customer is told that the time to pay ends. @return false where that was done before, or nothing is awaited */
    boolean remindOfPayment(Instant at) {
        if (payUntil() == null || awaited.payRemindedAt() != null || !at.isBefore(payUntil())) {
            return false;
        }
        awaited = new Awaited(awaited.payUntil(), at);
        happened(at, "reminded", "system", null, null);
        return true;
    }

    /** The goods are kept longer; before the new end the customer is reminded once more. */
    void payLater(Instant until, StaffId by, Instant at) {
        if (payUntil() == null) {
            throw new Refused("ordering.refused.nothing-awaited");
        }
        awaited = Awaited.until(until);
        happened(at, "pay-later", "staff", by, null);
    }

    /** The time to pay is over. @return whether it is called off by that */
    boolean expire(LocalDate today, Instant at) {
        if (payUntil() == null || at.isBefore(payUntil()) || hold(today) != null) {
            return false;
        }
        happened(at, "unpaid", "system", null, null);
        return true;
    }

    /** Where its parcels go; empty where they are fetched, or nobody knows. */
    Optional<Recipients.To> recipient() {
        return address == null || address.line1() == null ? Optional.empty() : Optional.of(new Recipients.To(address, contactPhone));
    }

    /** Whether that address was given with it. */
    boolean isAskedBy(String email) {
        return contactEmail != null && contactEmail.equalsIgnoreCase(email);
    }

    /** The money is there, or promised by somebody who keeps promises. @return whether this was news */
    boolean paid(Instant at) {
        if (status != OrderStatus.AWAITING_PAYMENT) {
            return false;
        }
        become(OrderStatus.PLACED);
        happened(at, "paid", "system", null, null);
        return true;
    }

    /** @throws Refused while nothing of it may be packed */
    void mayPack(LocalDate today) {
        refuseCanceled();
        if (status == OrderStatus.AWAITING_PAYMENT) {
            throw new Refused("ordering.refused.awaiting-payment");
        }
        if (!status.isOpen()) {
            throw new Refused("ordering.refused.nothing-open");
        }
        if (hold(today) != null) {
            throw new Refused("ordering.refused.held", null, Map.of("reason", held.holdReason()));
        }
    }

    /**
     * Stands where its shipments stand.
     *
     * @param what  happened to one of them: "packed", "unpacked", "shipped", "delivered"; null when only the lines changed
     * @param actor "staff" or "carrier"
     */
    void follow(List<Parcel> shipments, String what, String actor, StaffId by, String detail, Instant at) {
        refuseCanceled();
        var packed = shipments.stream().mapToInt(Parcel::pieces).sum();
        var shipped = shipments.stream().filter(each -> each.shippedAt() != null).mapToInt(Parcel::pieces).sum();
        var delivered = shipments.stream().filter(each -> each.deliveredAt() != null).mapToInt(Parcel::pieces).sum();
        become(OrderStatus.of(pieces, packed, shipped, delivered));
        packedAt = packed < pieces ? null : packedAt == null ? at : packedAt;
        shippedAt = shipped < pieces ? null : shippedAt == null ? at : shippedAt;
        deliveredAt = status == OrderStatus.DELIVERED && deliveredAt == null ? at : deliveredAt;
        if (what != null) {
            happened(at, what, actor, by, detail);
        }
    }

    /** What is on its way cannot be called back. @param actor "staff", "customer" or "system" @return whether this was news */
    boolean cancel(String actor, StaffId by, String reason, Instant at) {
        if (status == OrderStatus.CANCELED) {
            return false;
        }
        if (!status.next().contains(OrderStatus.CANCELED)) {
            throw new Refused("ordering.refused.shipped");
        }
        become(OrderStatus.CANCELED);
        canceledAt = at;
        happened(at, "canceled", actor, by, Held.bounded(reason, LONGEST_NOTE, "reason"));
        return true;
    }

    /** Takes over what became of lines and sums. @param what "partly-canceled" or "changed" */
    void amend(Amendment after, String what, String actor, StaffId by, String detail, Instant at) {
        refuseCanceled();
        after.into(lines, discounts, taxes);
        goods = after.goods();
        discount = after.discount();
        shipping = after.shipping();
        total = after.total();
        pieces = lines.stream().mapToInt(OrderLine::quantity).sum();
        address = after.address();
        shippingOption = after.option();
        promisedOn = after.promised();
        happened(at, what, actor, by, Held.bounded(detail, LONGEST_NOTE, "reason"));
    }

    /** @param until the last day; null until somebody lifts it */
    void hold(String reason, LocalDate until, LocalDate today, StaffId by, Instant at) {
        refuseCanceled();
        if (status.isFinal() || status == OrderStatus.SHIPPED) {
            throw new Refused("ordering.refused.nothing-open");
        }
        held = Held.of(reason, until, today, by, at);
        happened(at, "held", "staff", by, held.holdReason());
    }

    /** @return whether there was anything to lift */
    boolean lift(StaffId by, Instant at) {
        if (held == null) {
            return false;
        }
        held = null;
        happened(at, "lifted", "staff", by, null);
        return true;
    }

    /** Null where nothing keeps it, or the last day is over. */
    OrderHold hold(LocalDate today) {
        return held == null ? null : held.on(today);
    }

    /** The customer is told of the delay. @return false where that was done before, or there is nothing to tell */
    boolean tellDelay(LocalDate promised, Instant at) {
        if (delayToldAt != null || status.isFinal()) {
            return false;
        }
        delayToldAt = at;
        happened(at, "delayed", "system", null, String.valueOf(promised));
        return true;
    }

    /** For staff only. */
    void remark(StaffId by, String text, Instant at) {
        if (text == null || text.isBlank()) {
            throw new Refused("ordering.note.missing", "note", Map.of());
        }
        happened(at, "note", "staff", by, Held.bounded(text, LONGEST_NOTE, "note"));
    }

    /** Money went back. @param key of the movement: told again it is no news */
    boolean refunded(String key, Money back, Instant at) {
        var detail = back + " " + key;
        if (moments.stream().anyMatch(moment -> "refunded".equals(moment.what()) && detail.equals(moment.detail()))) {
            return false;
        }
        happened(at, "refunded", "system", null, detail);
        return true;
    }

    /** It is paid in another way; on invoice the goods leave first. */
    void payBy(String method, Instant at) {
        refuseCanceled();
        payBy = method;
        if (status == OrderStatus.AWAITING_PAYMENT && !PaymentMethods.isPrepaid(method)) {
            become(OrderStatus.PLACED);
        }
        happened(at, "payment", "customer", null, null);
    }

    /** Whether it is to be paid by card next. */
    boolean awaitsCard() {
        return status == OrderStatus.AWAITING_PAYMENT && PaymentMethods.CARD.equals(payBy);
    }

    private void become(OrderStatus next) {
        if (next != status && !status.next().contains(next)) {
            throw new IllegalStateException(number + " cannot become " + next + " from " + status);
        }
        status = next;
    }

    private void refuseCanceled() {
        if (status == OrderStatus.CANCELED) {
            throw new Refused("ordering.refused.canceled");
        }
    }

    private void happened(Instant at, String what, String actor, StaffId by, String detail) {
        moments.add(new Moment(at, what, actor, by, detail));
    }

    OrderId id() {
        return new OrderId(id);
    }

    OrderNumber number() {
        return new OrderNumber(number);
    }

    CustomerId customer() {
        return customerId;
    }

    OrderStatus status() {
        return status;
    }

    String trackToken() {
        return trackToken;
    }

    Instant placedAt() {
        return placedAt;
    }

    List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    /** Sold by that agent of the shop. @param code null for the shop itself */
    Order through(String code) {
        agent = code;
        return this;
    }

    String agent() {
        return agent;
    }

    /** As it stands now, to be changed. */
    Amendment standing() {
        return new Amendment(List.copyOf(lines), List.copyOf(discounts), List.copyOf(taxes), goods, discount, shipping, total, address, shippingOption, promisedOn, currency);
    }

    OrderSummary summary() {
        return new OrderSummary(id(), number(), customerId, status, placedAt, Money.of(total, currency), pieces);
    }

    /** @param reasons how the prices came about, empty where it is not known @param forStaff with notes, reasons in full and who did what */
    OrderFile file(List<Parcel> parcels, PaymentStand payment, List<Explanations.Line> reasons, LocalDate today, boolean forStaff) {
        var amounts = standing().amounts();
        return new OrderFile(summary(), kind, lines.stream().map(line -> line.file(currency, reasons, forStaff)).toList(), amounts.goods(),
                discounts.stream().map(each -> new OrderFile.Discount(each.kind(), new Localized(each.labelEn(), each.labelFr()), each.code(),
                        Money.of(each.discountAmount(), currency))).toList(), amounts.shipping(), amounts.taxes(), contactName, contactEmail, contactPhone,
                Languages.of(locale), address, shippingOption, promisedOn, purchaseReference, note, channel, placedBy, packedAt, shippedAt, deliveredAt, canceledAt,
                trackToken, parcels, payment, payUntil(), forStaff ? hold(today) : null, hold(today) != null, wishes == null ? Wishes.NONE : wishes,
                moments.stream().filter(moment -> forStaff || !OrderFile.INTERNAL.contains(moment.what()))
                        .map(moment -> new OrderFile.Moment(moment.happenedAt(), moment.what(), moment.actor(), forStaff ? moment.staffId() : null,
                                forStaff ? moment.detail() : null)).toList());
    }
}
