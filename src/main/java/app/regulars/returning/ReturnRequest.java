package app.regulars.returning;

import app.regulars.catalog.VariantId;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.text.PersonTexts;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A return or complaint about one line of an order: what was asked, every step both sides took, and how it ended. */
@Entity
@Table(name = "return_request")
class ReturnRequest {

    private static final int LONGEST_PARCEL = 80;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String number;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private ReturnKind kind;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(12)")
    private ReturnStatus status;
    private UUID orderId;
    private String orderNumber;
    private CustomerId customerId;
    private CustomerId openedBy;
    private int line;
    private UUID variantId;
    private String sku;
    private String nameEn;
    private String nameFr;
    private String optionsEn;
    private String optionsFr;
    private String art;
    private String backdrop;
    private int quantity;
    private UUID reasonId;
    private String words;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private Wish wish;
    private String contactEmail;
    private String locale;
    private Instant openedAt;
    private Instant changedAt;
    private boolean sendBack;
    private String returnAddress;
    private String carrier;
    private String trackingNumber;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private GoodsCondition goodsCondition;
    private boolean restocked;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private Outcome outcome;
    private BigDecimal amount;
    private String currency;
    private BigDecimal creditShare;
    private BigDecimal creditBack;
    private String replacement;
    private Instant closedAt;
    private UUID requestKey;
    @ElementCollection
    @CollectionTable(name = "return_moment", joinColumns = @JoinColumn(name = "return_id"))
    @OrderColumn(name = "position")
    private List<Moment> moments = new ArrayList<>();

    @Embeddable
    record Moment(Instant happenedAt, String what, String actor, StaffId staffId, String detail) {
    }

    protected ReturnRequest() {
    }

    /** @param openedBy the person, or null for whoever holds the order's link @param left pieces of the line that can still be asked for */
    ReturnRequest(NewReturn form, OrderFile order, int left, ReturnReason reason, Wish wish, CustomerId openedBy, Locale language, Instant at) {
        if (form.quantity() < 1 || form.quantity() > left) {
            throw new Refused(left == 0 ? "returning.refused.none-left" : "returning.refused.quantity", "quantity", Map.of("left", left));
        }
        var sold = order.lines().get(form.line());
        this.id = Ids.next();
        this.kind = form.kind();
        this.orderId = order.summary().id().value();
        this.orderNumber = order.number().value();
        this.customerId = order.summary().customer();
        this.openedBy = openedBy;
        this.line = form.line();
        this.variantId = sold.variant() == null ? null : sold.variant().value();
        this.sku = sold.sku();
        this.nameEn = sold.name().en();
        this.nameFr = sold.name().fr();
        this.optionsEn = sold.options().en();
        this.optionsFr = sold.options().fr();
        this.art = sold.art();
        this.backdrop = sold.backdrop();
        this.quantity = form.quantity();
        this.reasonId = reason.id();
        this.words = Said.words(form.words(), form.kind() == ReturnKind.COMPLAINT);
        this.wish = wish;
        this.contactEmail = order.contactEmail();
        this.locale = language.toLanguageTag();
        this.openedAt = at;
        this.currency = order.total().currency();
        this.requestKey = form.key();
        this.status = ReturnStatus.ASKED;
        happened(at, "asked", null, null, null);
    }

    /** Said once, when everything else is right. */
    void number(ReturnNumber drawn) {
        if (number != null) {
            throw new IllegalStateException("it has a number");
        }
        number = drawn.value();
    }

    /** @param back whether the goods have to come back @param address where to; needed when they have to */
    void approve(boolean back, String address, StaffId by, Instant at) {
        if (back && (address == null || address.isBlank())) {
            throw new Refused("returning.refused.address");
        }
        to(ReturnStatus.APPROVED);
        sendBack = back;
        returnAddress = back ? address.strip() : null;
        happened(at, back ? "approved" : "approved-keep", by, null, null);
    }

    void refuse(String why, StaffId by, Instant at) {
        if (why == null || why.isBlank()) {
            throw new Refused("returning.refused.why", "why", Map.of());
        }
        var said = PersonTexts.bounded(PersonTexts.clean(why), Said.LONGEST, "why");
        to(ReturnStatus.REFUSED);
        closedAt = at;
        happened(at, "refused", by, null, said);
    }

    void withdraw(Instant at) {
        to(ReturnStatus.WITHDRAWN);
        closedAt = at;
        happened(at, "withdrawn", null, null, null);
    }

    /** @param by null for the customer */
    void send(String by, String parcel, StaffId staff, Instant at) {
        if (!sendBack && status == ReturnStatus.APPROVED) {
            throw new Refused("returning.refused.keep");
        }
        var who = Said.bounded(by, 60, "carrier");
        var code = Said.bounded(parcel, LONGEST_PARCEL, "tracking");
        to(ReturnStatus.ON_ITS_WAY);
        carrier = who;
        trackingNumber = code;
        happened(at, "on-its-way", staff, staff == null ? "customer" : "staff", null);
    }

    void receive(StaffId by, Instant at) {
        if (!sendBack && status == ReturnStatus.APPROVED) {
            throw new Refused("returning.refused.keep");
        }
        to(ReturnStatus.RECEIVED);
        happened(at, "received", by, null, null);
    }

    void inspect(GoodsCondition found, boolean backToStock, String remark, StaffId by, Instant at) {
        if (found == null) {
            throw new Refused("returning.refused.condition", "condition", Map.of());
        }
        if (backToStock && variantId == null) {
            throw new Refused("returning.refused.stock", "restock", Map.of());
        }
        to(ReturnStatus.INSPECTED);
        goodsCondition = found;
        restocked = backToStock;
        happened(at, "inspected", by, null, Said.bounded(remark, Said.LONGEST, "remark"));
    }

    /**
     * Decides what becomes of it; what has to come back has to be looked at first. An exchange of which nothing came can be decided anew.
     *
     * What credits and vouchers paid comes back beside the money; in an exchange it goes into the other piece.
     *
     * @param proposal what was paid for these pieces and not given back yet
     */
    void settle(Outcome how, Money given, Proposal proposal, String remark, StaffId by, Instant at) {
        if (status == ReturnStatus.APPROVED && sendBack) {
            throw new Refused("returning.refused.not-here");
        }
        var money = how == Outcome.REFUND || how == Outcome.CREDIT;
        if (how == null || money && (given == null || given.isZero() && proposal.credit().isZero() || given.isNegative() || given.compareTo(proposal.most()) > 0)) {
            throw new Refused(how == null ? "returning.refused.outcome" : "returning.refused.amount", how == null ? "outcome" : "amount", Map.of("most", proposal.most().toString()));
        }
        var said = Said.bounded(remark, Said.LONGEST, "remark");
        if (how == Outcome.NOTHING && said == null) {
            throw new Refused("returning.refused.nothing", "remark", Map.of());
        }
        if (!mayBeReplaced()) {
            to(ReturnStatus.SETTLED);
        }
        outcome = how;
        amount = money ? given.amount() : BigDecimal.ZERO;
        creditShare = how == Outcome.NOTHING ? BigDecimal.ZERO : proposal.credit().amount();
        creditBack = money ? proposal.creditFor(given).amount() : BigDecimal.ZERO;
        happened(at, "settled-" + how.code(), by, null, said);
    }

    boolean mayBeReplaced() {
        return outcome == Outcome.EXCHANGE && status == ReturnStatus.SETTLED && replacement == null;
    }

    String replacement() {
        return replacement;
    }

    void replaceWith(String order, StaffId by, Instant at) {
        if (!mayBeReplaced()) {
            throw new Refused("returning.refused.move");
        }
        replacement = order;
        happened(at, "replaced", by, null, order);
    }

    /** @param by null for the shop itself */
    void close(StaffId by, Instant at) {
        to(ReturnStatus.CLOSED);
        closedAt = at;
        happened(at, "closed", by, by == null ? "system" : "staff", null);
    }

    /** For staff only. */
    void remark(String text, StaffId by, Instant at) {
        if (text == null || text.isBlank()) {
            throw new Refused("returning.refused.note", "note", Map.of());
        }
        happened(at, "note", by, null, PersonTexts.bounded(PersonTexts.clean(text), Said.LONGEST, "note"));
    }

    private void to(ReturnStatus next) {
        if (!status.next().contains(next)) {
            throw new Refused("returning.refused.move");
        }
        status = next;
    }

    private void happened(Instant at, String what, StaffId by, String actor, String detail) {
        changedAt = at;
        moments.add(new Moment(at, what, actor != null ? actor : by == null ? "customer" : "staff", by, detail));
    }

    ReturnId id() {
        return new ReturnId(id);
    }

    ReturnNumber number() {
        return new ReturnNumber(number);
    }

    ReturnStatus status() {
        return status;
    }

    CustomerId customer() {
        return customerId;
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    OrderNumber orderNumber() {
        return new OrderNumber(orderNumber);
    }

    int line() {
        return line;
    }

    int quantity() {
        return quantity;
    }

    UUID reason() {
        return reasonId;
    }

    VariantId variant() {
        return variantId == null ? null : new VariantId(variantId);
    }

    Money amount() {
        return Money.of(amount == null ? BigDecimal.ZERO : amount, currency);
    }

    /** What credits and vouchers had paid of these pieces. */
    Money creditShare() {
        return Money.of(creditShare == null ? BigDecimal.ZERO : creditShare, currency);
    }

    /** What of that can be used again. */
    Money creditBack() {
        return Money.of(creditBack == null ? BigDecimal.ZERO : creditBack, currency);
    }

    Outcome outcome() {
        return outcome;
    }

    /** Whether the customer has the pieces no more: they came back for something, or another took their place. */
    boolean isBack() {
        return outcome == Outcome.EXCHANGE || outcome != null && outcome != Outcome.NOTHING && sendBack;
    }

    String contactEmail() {
        return contactEmail;
    }

    Locale language() {
        return Languages.of(locale);
    }

    ReturnFile file(ReturnReason reason, CreditBook.Given credit, List<UUID> pictures, boolean forStaff) {
        return new ReturnFile(id(), number(), kind, status, order(), orderNumber(), customerId, line, variant(), sku, new Localized(nameEn, nameFr),
                new Localized(optionsEn == null ? "" : optionsEn, optionsFr), art, backdrop, quantity, reason, words, wish, openedAt, sendBack, returnAddress, carrier,
                trackingNumber, goodsCondition, restocked, outcome, outcome == null ? null : amount(), creditBack(), replacement,
                credit == null ? null : credit.code(), credit == null ? null : credit.worth(), pictures,
                moments.stream().filter(moment -> forStaff || !"note".equals(moment.what())).map(moment -> new ReturnFile.Moment(moment.happenedAt(), moment.what(),
                        moment.actor(), forStaff ? moment.staffId() : null, forStaff || !"inspected".equals(moment.what()) ? moment.detail() : null)).toList());
    }
}
