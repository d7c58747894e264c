package app.regulars.ordering;

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
import java.util.UUID;

/**
 * An order: exists before it is paid, keeps what was sold as it was sold, and where it stands follows from what happened. What
 * happened stays written; every step is taken once.
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
    @Column(columnDefinition = "varchar(12)")
    private OrderStatus status;
    private CustomerId customerId;
    private CustomerId placedBy;
    private UUID checkoutKey;
    private String channel;
    private Instant placedAt;
    private Instant packedAt;
    private Instant shippedAt;
    private Instant deliveredAt;
    private Instant canceledAt;
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
        this.trackToken = trackToken;
        this.lines.addAll(lines);
        priced.taxes().forEach(tax -> taxes.add(new Tax(tax.code(), tax.rate(), tax.amount().amount())));
        priced.discounts().forEach(each -> discounts.add(new Discount(each.origin().kind().name(), each.origin().label().en(), each.origin().label().fr(), each.code(),
                each.amount().amount())));
        this.searchText = SearchTexts.of(this.number, contactName, contactEmail, form.company(), purchaseReference, address == null ? null : address.city());
        happened(at, "placed", "customer", null, null);
    }

    /** @return whether this was news */
    boolean pack(StaffId by, Instant at) {
        refuseCanceled();
        if (packedAt != null) {
            return false;
        }
        packedAt = at;
        happened(at, "packed", "staff", by, null);
        return true;
    }

    /** Packs it as well if nobody said so before. @return whether this was news */
    boolean ship(StaffId by, String detail, Instant at) {
        refuseCanceled();
        if (shippedAt != null) {
            return false;
        }
        pack(by, at);
        shippedAt = at;
        happened(at, "shipped", "staff", by, detail);
        return true;
    }

    /** @return whether this was news */
    boolean deliver(StaffId by, Instant at) {
        refuseCanceled();
        if (shippedAt == null) {
            throw new Refused("ordering.refused.not-shipped");
        }
        if (deliveredAt != null) {
            return false;
        }
        deliveredAt = at;
        happened(at, "delivered", "staff", by, null);
        return true;
    }

    /** What is on its way cannot be called back. @return whether this was news */
    boolean cancel(StaffId by, String reason, Instant at) {
        if (shippedAt != null) {
            throw new Refused("ordering.refused.shipped");
        }
        if (canceledAt != null) {
            return false;
        }
        canceledAt = at;
        happened(at, "canceled", "staff", by, bounded(reason, "reason"));
        return true;
    }

    /** For staff only. */
    void remark(StaffId by, String text, Instant at) {
        if (text == null || text.isBlank()) {
            throw new Refused("ordering.note.missing", "note", Map.of());
        }
        happened(at, "note", "staff", by, bounded(text, "note"));
    }

    private static String bounded(String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_NOTE) {
            throw new Refused("ordering.text.long", field, Map.of("most", LONGEST_NOTE));
        }
        return text.strip();
    }

    private void refuseCanceled() {
        if (canceledAt != null) {
            throw new Refused("ordering.refused.canceled");
        }
    }

    private void happened(Instant at, String what, String actor, StaffId by, String detail) {
        moments.add(new Moment(at, what, actor, by, detail));
        status = canceledAt != null ? OrderStatus.CANCELED : deliveredAt != null ? OrderStatus.DELIVERED : shippedAt != null ? OrderStatus.SHIPPED
                : packedAt != null ? OrderStatus.PACKED : OrderStatus.PLACED;
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

    OrderSummary summary() {
        return new OrderSummary(id(), number(), customerId, status, placedAt, money(total), pieces);
    }

    /** @param reasons how the prices came about, empty where it is not known @param forStaff with notes, reasons in full and who did what */
    OrderFile file(Parcel parcel, PaymentStand payment, List<Explanations.Line> reasons, boolean forStaff) {
        return new OrderFile(summary(), kind, lines.stream().map(line -> line.file(currency, reasons, forStaff)).toList(), money(goods),
                discounts.stream().map(each -> new OrderFile.Discount(each.kind(), new Localized(each.labelEn(), each.labelFr()), each.code(), money(each.discountAmount()))).toList(),
                money(shipping),
                taxes.stream().map(tax -> new OrderFile.Tax(tax.code(), tax.rate(), money(tax.taxAmount()))).toList(), contactName, contactEmail, contactPhone,
                Languages.of(locale), address, shippingOption, promisedOn, purchaseReference, note, channel, placedBy, packedAt, shippedAt, deliveredAt, canceledAt,
                trackToken, parcel, payment, moments.stream().filter(moment -> forStaff || !"note".equals(moment.what()))
                        .map(moment -> new OrderFile.Moment(moment.happenedAt(), moment.what(), moment.actor(), forStaff ? moment.staffId() : null,
                                forStaff ? moment.detail() : null)).toList());
    }

    private Money money(BigDecimal amount) {
        return Money.of(amount, currency);
    }
}
