package app.regulars.approving;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.VariantId;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.CheckoutResult;
import app.regulars.ordering.NewOrder;
import app.regulars.ordering.Wishes;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import app.regulars.pricing.Prices;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An order that waits for somebody of the company to say yes; decided once. */
@Entity
@Table(name = "approval_request")
class ApprovalRequest {

    static final int LONGEST_REASON = 1000;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String number;
    private CustomerId companyId;
    private CustomerId personId;
    private UUID checkoutKey;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(12)")
    private RequestStatus status;
    private Instant askedAt;
    private Instant decidedAt;
    private String channel;
    private String agent;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private Over overWhat;
    @Column(columnDefinition = "char(3)")
    private String currency;
    private BigDecimal allowed;
    private BigDecimal total;
    private String contactName;
    private String contactEmail;
    private String contactPhone;
    private String companyName;
    private String locale;
    @Embedded
    private PostalAddress address;
    private String shippingOption;
    private String purchaseReference;
    private String note;
    @Embedded
    private Wishes wishes;
    private String payBy;
    private UUID orderId;
    private String orderNumber;
    @ElementCollection
    @CollectionTable(name = "approval_request_line", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "position")
    private List<Line> lines = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "approval_request_code", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "position")
    @Column(name = "code")
    private List<String> codes = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "approval_request_moment", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "position")
    private List<Moment> moments = new ArrayList<>();

    /** @param quantity as it stands @param askedFor as the buyer wanted it @param eachThen what one piece cost when she asked; or null */
    @Embeddable
    record Line(VariantId variantId, String configuration, int quantity, int askedFor, BigDecimal eachThen) {
    }

    @Embeddable
    record Moment(Instant happenedAt, String what, CustomerId personId, String detail) {
    }

    protected ApprovalRequest() {
    }

    /** @param each what one piece of each line costs now; null where nobody knows */
    ApprovalRequest(String number, NewOrder order, CheckoutForm form, Money total, Over over, Money allowed, List<Money> each, Instant at) {
        this.id = Ids.next();
        this.number = number;
        this.companyId = order.customer();
        this.personId = order.placedBy();
        this.checkoutKey = order.key();
        this.status = RequestStatus.OPEN;
        this.askedAt = at;
        this.channel = order.channel();
        this.agent = order.agent();
        this.overWhat = over;
        this.currency = total.currency();
        this.allowed = allowed.amount();
        this.total = total.amount();
        this.contactName = form.name();
        this.contactEmail = form.email();
        this.contactPhone = form.phone();
        this.companyName = form.company();
        this.locale = form.locale().toLanguageTag();
        this.address = form.address();
        this.shippingOption = form.shippingOption();
        this.purchaseReference = form.purchaseReference();
        this.note = form.note();
        this.wishes = form.wishes();
        this.payBy = form.payment();
        for (int i = 0; i < order.lines().size(); i++) {
            var wish = order.lines().get(i);
            lines.add(new Line(wish.variant(), wish.configuration().text(), wish.quantity(), wish.quantity(), each.get(i) == null ? null : each.get(i).amount()));
        }
        codes.addAll(order.codes());
        moments.add(new Moment(at, "asked", personId, null));
    }

    /** @param quantities by the line's position; 0 takes a line out */
    void change(Map<Integer, Integer> quantities, CustomerId by, Instant at) {
        mustBeOpen();
        var changed = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            changed.add(new Line(line.variantId(), line.configuration(), quantities.getOrDefault(i, line.quantity()), line.askedFor(), line.eachThen()));
        }
        if (changed.stream().allMatch(line -> line.quantity() == 0)) {
            throw new Refused("approving.refused.nothing-left");
        }
        if (!changed.equals(lines)) {
            lines.clear();
            lines.addAll(changed);
            moments.add(new Moment(at, "changed", by, null));
        }
    }

    void approved(CheckoutResult.Placed placed, CustomerId by, Instant at) {
        decide(RequestStatus.APPROVED, "approved", null, by, at);
        orderId = placed.id().value();
        orderNumber = placed.number().value();
    }

    /** @throws Refused without a reason, and when it was decided before */
    void decline(String reason, CustomerId by, Instant at) {
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new Refused("approving.refused.reason", "reason", Map.of());
        }
        if (why.length() > LONGEST_REASON) {
            throw new Refused("ordering.text.long", "reason", Map.of("most", LONGEST_REASON));
        }
        decide(RequestStatus.DECLINED, "declined", why, by, at);
    }

    void withdraw(CustomerId by, Instant at) {
        decide(RequestStatus.WITHDRAWN, "withdrawn", null, by, at);
    }

    void mustBeOpen() {
        if (status != RequestStatus.OPEN) {
            throw new Refused("approving.refused.decided");
        }
    }

    private void decide(RequestStatus next, String what, String detail, CustomerId by, Instant at) {
        mustBeOpen();
        status = next;
        decidedAt = at;
        moments.add(new Moment(at, what, by, detail));
    }

    UUID id() {
        return id;
    }

    CustomerId person() {
        return personId;
    }

    CustomerId company() {
        return companyId;
    }

    RequestStatus status() {
        return status;
    }

    CheckoutResult.Requested requested() {
        return new CheckoutResult.Requested(id, number);
    }

    List<Prices.Wish> wishes() {
        return lines.stream().filter(line -> line.quantity() > 0).map(line -> new Prices.Wish(line.variantId(), line.quantity(), Configuration.of(line.configuration()))).toList();
    }

    List<String> codes() {
        return List.copyOf(codes);
    }

    CheckoutForm form() {
        return new CheckoutForm(contactName, companyName, contactEmail, contactPhone, address, shippingOption, purchaseReference, note, Languages.of(locale), payBy,
                wishes == null ? Wishes.NONE : wishes);
    }

    /** As it is ordered once it is approved: the request's own id makes it one order. @param seen the total that was said yes to */
    NewOrder order(Money seen) {
        return new NewOrder(id, companyId, personId, wishes(), codes(), form(), seen, channel, null, true, agent);
    }

    RequestSummary summary(String personName) {
        return new RequestSummary(id, number, companyId, personId, personName, status, askedAt, decidedAt, overWhat, Money.of(allowed, currency), Money.of(total, currency), orderNumber);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    List<Moment> moments() {
        return List.copyOf(moments);
    }

    String currency() {
        return currency;
    }
}
