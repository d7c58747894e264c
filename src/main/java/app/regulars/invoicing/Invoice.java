package app.regulars.invoicing;

import app.regulars.ordering.OrderFile;
import app.regulars.platform.address.AddressFormats;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
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
import java.util.Locale;
import java.util.UUID;

/** A legal paper, as it was issued. Nothing about it ever changes; what turns out wrong is credited by another. */
@Entity
@Table(name = "invoice")
class Invoice {

    enum Kind {
        INVOICE, CREDIT
    }

    @Id
    private UUID id;
    @Version
    private Integer version;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private Kind kind;
    private String series;
    private long seriesValue;
    private String number;
    private String cause;
    private UUID creditsId;
    private String creditsNumber;
    private UUID orderId;
    private String orderNumber;
    private String orderToken;
    private CustomerId customerId;
    private Instant issuedAt;
    private LocalDate issuedOn;
    private LocalDate suppliedOn;
    private LocalDate dueOn;
    private String method;
    private String locale;
    private String currency;
    private BigDecimal discount;
    private BigDecimal shipping;
    private BigDecimal net;
    private BigDecimal tax;
    private BigDecimal total;
    private BigDecimal paid;
    private String buyerName;
    private String buyerCompany;
    private String buyerEmail;
    @Embedded
    private PostalAddress address;
    private String purchaseReference;
    private String seller;
    @ElementCollection
    @CollectionTable(name = "invoice_line", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderColumn(name = "position")
    private List<Line> lines = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "invoice_tax", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderColumn(name = "position")
    private List<Tax> taxes = new ArrayList<>();

    @Embeddable
    record Line(String sku, String name, String options, int quantity, BigDecimal eachAmount, BigDecimal lineAmount) {
    }

    @Embeddable
    record Tax(String code, BigDecimal rate, BigDecimal taxAmount) {
    }

    protected Invoice() {
    }

    /**
     * Goods that left, as they were sold.
     *
     * @param billed  what it asks for
     * @param before  earlier invoices of the order
     * @param cause   makes it one paper however often it is asked for
     * @param company of the buyer, or null
     */
    Invoice(OrderFile order, Billed billed, List<Invoice> before, String cause, String company, String seller, LocalDate today, LocalDate supplied, Instant at) {
        this(Kind.INVOICE, cause, order.locale(), order.total().currency(), seller, today, at);
        this.orderId = order.summary().id().value();
        this.orderNumber = order.number().value();
        this.orderToken = order.trackToken();
        this.customerId = order.summary().customer();
        this.suppliedOn = supplied;
        this.purchaseReference = order.purchaseReference();
        this.buyerName = order.contactName();
        this.buyerCompany = company;
        this.buyerEmail = order.contactEmail();
        this.address = order.address();
        this.lines.addAll(billed.lines());
        this.taxes.addAll(billed.taxes());
        this.discount = billed.discount();
        this.shipping = billed.shipping();
        this.tax = taxes.stream().map(Tax::taxAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        this.total = billed.total();
        this.net = total.subtract(tax);
        var payment = order.payment();
        this.dueOn = payment == null ? null : payment.dueOn();
        this.method = payment == null ? null : payment.method();
        var there = payment == null ? BigDecimal.ZERO : payment.captured().minus(payment.refunded()).plus(payment.held()).amount()
                .subtract(before.stream().map(each -> each.total).reduce(BigDecimal.ZERO, BigDecimal::add));
        this.paid = there.max(BigDecimal.ZERO).min(total.max(BigDecimal.ZERO));
    }

    /** Takes back a part of an invoice; every tax in its proportion. @param before the credit notes that stand against it already */
    Invoice(Invoice invoice, List<Invoice> before, Money amount, String cause, String what, String seller, LocalDate today, Instant at) {
        this(Kind.CREDIT, cause, Languages.of(invoice.locale), invoice.currency, seller, today, at);
        this.creditsId = invoice.id;
        this.creditsNumber = invoice.number;
        this.orderId = invoice.orderId;
        this.orderNumber = invoice.orderNumber;
        this.orderToken = invoice.orderToken;
        this.customerId = invoice.customerId;
        this.purchaseReference = invoice.purchaseReference;
        this.buyerName = invoice.buyerName;
        this.buyerCompany = invoice.buyerCompany;
        this.buyerEmail = invoice.buyerEmail;
        this.address = invoice.address;
        this.method = invoice.method;
        var left = new ArrayList<Long>();
        left.add(some(invoice.net.subtract(before.stream().map(Invoice::net).reduce(BigDecimal.ZERO, BigDecimal::add))));
        for (var i = 0; i < invoice.taxes.size(); i++) {
            var nth = i;
            left.add(some(invoice.taxes.get(i).taxAmount().subtract(before.stream().map(each -> each.taxes.get(nth).taxAmount()).reduce(BigDecimal.ZERO, BigDecimal::add))));
        }
        var shares = Shares.of(left, cents(amount.amount()));
        for (var i = 0; i < invoice.taxes.size(); i++) {
            taxes.add(new Tax(invoice.taxes.get(i).code(), invoice.taxes.get(i).rate(), BigDecimal.valueOf(shares[i + 1], 2)));
        }
        this.discount = BigDecimal.ZERO;
        this.shipping = BigDecimal.ZERO;
        this.net = BigDecimal.valueOf(shares[0], 2);
        this.tax = taxes.stream().map(Tax::taxAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        this.total = amount.amount();
        this.paid = total;
        lines.add(new Line(invoice.number, what, "", 1, net, net));
    }

    private Invoice(Kind kind, String cause, Locale locale, String currency, String seller, LocalDate today, Instant at) {
        this.id = InvoiceId.next().value();
        this.kind = kind;
        this.cause = cause;
        this.locale = locale.toLanguageTag();
        this.currency = currency;
        this.seller = seller;
        this.issuedOn = today;
        this.issuedAt = at;
    }

    /** The last step before it is stored. */
    void bear(String inSeries, long value, String printed) {
        if (number != null) {
            throw new IllegalStateException("has a number");
        }
        series = inSeries;
        seriesValue = value;
        number = printed;
    }

    /** What is left of a part; a part that was rounded below nothing gives nothing. */
    private static long some(BigDecimal left) {
        return Math.max(0, cents(left));
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    InvoiceFile file() {
        return new InvoiceFile(id(), kind == Kind.CREDIT, number, creditsNumber, orderNumber, issuedAt, issuedOn, suppliedOn, dueOn, method, Languages.of(locale),
                lines.stream().map(line -> new InvoiceFile.Line(line.sku(), line.name(), line.options(), line.quantity(), money(line.eachAmount()), money(line.lineAmount()))).toList(),
                money(discount), money(shipping), money(net), taxes.stream().map(each -> new InvoiceFile.Tax(each.code(), each.rate(), money(each.taxAmount()))).toList(),
                money(total), money(paid), buyer(), purchaseReference, seller.lines().toList());
    }

    private List<String> buyer() {
        var all = new ArrayList<String>();
        add(all, buyerCompany);
        if (!buyerName.equals(buyerCompany)) {
            add(all, buyerName);
        }
        if (address != null && address.line1() != null) {
            var where = new PostalAddress(null, address.line1(), address.line2(), address.city(), address.province(), address.postalCode(), address.country());
            AddressFormats.lines(where, null, Languages.of(locale)).forEach(line -> add(all, line));
        }
        return all;
    }

    private static void add(List<String> all, String line) {
        if (line != null && !line.isBlank()) {
            all.add(line.strip());
        }
    }

    private Money money(BigDecimal amount) {
        return Money.of(amount, currency);
    }

    InvoiceId id() {
        return new InvoiceId(id);
    }

    UUID orderId() {
        return orderId;
    }

    String number() {
        return number;
    }

    CustomerId customer() {
        return customerId;
    }

    boolean isCredit() {
        return kind == Kind.CREDIT;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    String email() {
        return buyerEmail;
    }

    BigDecimal net() {
        return net;
    }

    BigDecimal discount() {
        return discount;
    }

    BigDecimal shipping() {
        return shipping;
    }

    List<Line> lines() {
        return lines;
    }

    List<Tax> taxes() {
        return taxes;
    }

    String orderNumber() {
        return orderNumber;
    }

    boolean takesBackOf(Invoice invoice) {
        return invoice.id.equals(creditsId);
    }

    Money total() {
        return money(total);
    }
}
