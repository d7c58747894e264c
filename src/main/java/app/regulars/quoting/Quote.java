package app.regulars.quoting;

import app.regulars.catalog.Configuration;
import app.regulars.catalog.SellableVariant;
import app.regulars.catalog.VariantId;
import app.regulars.ordering.CheckoutForm;
import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderNumber;
import app.regulars.platform.Refused;
import app.regulars.platform.address.PostalAddress;
import app.regulars.platform.i18n.Languages;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.text.PersonTexts;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import app.regulars.pricing.Terms;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import java.util.Map;
import java.util.UUID;

/** A quote: prices and terms as they were promised, and every step both sides took. Only where it stands and its last day ever change. */
@Entity
@Table(name = "quote")
class Quote {

    static final int LONGEST_REASON = 1000;
    /** In days; longer than that nobody can promise prices. */
    static final int LONGEST = 366;

    @Id
    private UUID id;
    @Version
    private Integer version;
    private String number;
    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(10)")
    private QuoteStatus status;
    private CustomerId customerId;
    private StaffId madeBy;
    private Instant madeAt;
    private Instant changedAt;
    private LocalDate validUntil;
    private String contactName;
    private String company;
    private String contactEmail;
    private String contactPhone;
    private String locale;
    @Embedded
    private PostalAddress address;
    private String shippingOption;
    private String reference;
    private String note;
    private int paymentDays;
    private BigDecimal minimumOrder;
    private BigDecimal freeFrom;
    private BigDecimal total;
    @Column(columnDefinition = "char(3)")
    private String currency;
    @Convert(converter = PricedCartConverter.class)
    @Column(columnDefinition = "mediumtext")
    private PricedCart priced;
    private OrderId orderId;
    private String orderNumber;
    private UUID requestKey;
    @ElementCollection
    @CollectionTable(name = "quote_line", joinColumns = @JoinColumn(name = "quote_id"))
    @OrderColumn(name = "position")
    private List<Line> lines = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "quote_moment", joinColumns = @JoinColumn(name = "quote_id"))
    @OrderColumn(name = "position")
    private List<Moment> moments = new ArrayList<>();

    @Embeddable
    record Line(VariantId variantId, String sku, String handle, String nameEn, String nameFr, String optionsEn, String optionsFr, String art, String backdrop, int quantity,
                String configuration) {

        static Line of(SellableVariant variant, int quantity, Configuration said) {
            var options = variant.words(said);
            return new Line(variant.id(), variant.sku(), variant.handle(), variant.name().en(), variant.name().fr(), options == null ? null : options.en(),
                    options == null ? null : options.fr(), variant.art(), variant.backdrop(), quantity, said.isEmpty() ? null : said.text());
        }

        QuoteFile.Line file() {
            return new QuoteFile.Line(variantId, sku, handle, new Localized(nameEn, nameFr), new Localized(optionsEn == null ? "" : optionsEn, optionsFr), art, backdrop, quantity,
                    Configuration.of(configuration));
        }

        Prices.Wish wish() {
            return new Prices.Wish(variantId, quantity, Configuration.of(configuration));
        }
    }

    @Embeddable
    record Moment(Instant happenedAt, String what, String actor, StaffId staffId, String detail) {
    }

    protected Quote() {
    }

    /** @param form checked @param lines in the order of the prices @param today in the shop's zone */
    Quote(NewQuote wanted, CheckoutForm form, List<Line> lines, PricedCart priced, Terms terms, StaffId by, LocalDate today, Instant at) {
        if (lines.isEmpty() || lines.size() != priced.lines().size()) {
            throw new IllegalArgumentException("each line of a quote has its price");
        }
        this.id = Ids.next();
        this.status = QuoteStatus.DRAFT;
        this.customerId = wanted.customer();
        this.madeBy = by;
        this.madeAt = at;
        this.validUntil = checked(wanted.validUntil(), today);
        this.contactName = form.name();
        this.company = form.company();
        this.contactEmail = form.email();
        this.contactPhone = form.phone();
        this.locale = form.locale().toLanguageTag();
        this.address = form.address();
        this.shippingOption = form.shippingOption();
        this.reference = form.purchaseReference();
        this.note = form.note();
        this.paymentDays = terms.paymentDays();
        this.minimumOrder = amount(terms.minimumOrder());
        this.freeFrom = amount(terms.freeFrom());
        this.total = priced.total().amount();
        this.currency = priced.total().currency();
        this.priced = priced;
        this.requestKey = wanted.key();
        this.lines.addAll(lines);
        happened(at, "made", by, null);
    }

    /** Said once, when everything else is right. */
    void number(QuoteNumber drawn) {
        if (number != null) {
            throw new IllegalStateException("it has a number");
        }
        number = drawn.value();
    }

    private static LocalDate checked(LocalDate until, LocalDate today) {
        if (until == null || until.isBefore(today) || until.isAfter(today.plusDays(LONGEST))) {
            throw new Refused("quoting.refused.until", "until", Map.of("days", LONGEST));
        }
        return until;
    }

    /** Where it stands on that day. */
    QuoteStatus status(LocalDate today) {
        return status == QuoteStatus.SENT && validUntil.isBefore(today) ? QuoteStatus.EXPIRED : status;
    }

    /** The customer gets it, or gets it anew after its last day. */
    void send(LocalDate until, StaffId by, LocalDate today, Instant at) {
        checked(until, today);
        to(QuoteStatus.SENT, today);
        validUntil = until;
        happened(at, "sent", by, null);
    }

    /** @throws Refused when nobody can agree to it any more */
    PricedCart promised(LocalDate today) {
        mayBecome(QuoteStatus.ACCEPTED, today);
        return priced;
    }

    void accept(OrderId order, OrderNumber named, LocalDate today, Instant at) {
        to(QuoteStatus.ACCEPTED, today);
        orderId = order;
        orderNumber = named.value();
        happened(at, "accepted", null, named.value());
    }

    void decline(String why, LocalDate today, Instant at) {
        var said = PersonTexts.bounded(PersonTexts.required(why, "quoting.refused.why", "why"), LONGEST_REASON, "why");
        to(QuoteStatus.DECLINED, today);
        happened(at, "declined", null, said);
    }

    void withdraw(String why, StaffId by, LocalDate today, Instant at) {
        var said = PersonTexts.bounded(PersonTexts.required(why, "quoting.refused.why", "why"), LONGEST_REASON, "why");
        to(QuoteStatus.WITHDRAWN, today);
        happened(at, "withdrawn", by, said);
    }

    private void to(QuoteStatus next, LocalDate today) {
        mayBecome(next, today);
        status = next;
    }

    private void mayBecome(QuoteStatus next, LocalDate today) {
        var now = status(today);
        if (!now.next().contains(next)) {
            throw new Refused("quoting.refused." + now.code(), null, Map.of());
        }
    }

    private void happened(Instant at, String what, StaffId by, String detail) {
        changedAt = at;
        moments.add(new Moment(at, what, by == null ? "customer" : "staff", by, detail));
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }

    private Money money(BigDecimal amount) {
        return amount == null ? null : Money.of(amount, currency);
    }

    /** Whether the customer ever got it. */
    boolean wasSent() {
        return moments.stream().anyMatch(moment -> "sent".equals(moment.what()));
    }

    UUID id() {
        return id;
    }

    QuoteNumber number() {
        return new QuoteNumber(number);
    }

    CustomerId customer() {
        return customerId;
    }

    int turn() {
        return moments.size();
    }

    int paymentDays() {
        return paymentDays;
    }

    Money total() {
        return money(total);
    }

    List<Prices.Wish> wishes() {
        return lines.stream().map(Line::wish).toList();
    }

    CheckoutForm form() {
        return new CheckoutForm(contactName, company, contactEmail, contactPhone, address, shippingOption, reference, note, language());
    }

    Locale language() {
        return Languages.of(locale);
    }

    String contactEmail() {
        return contactEmail;
    }

    /** @param forStaff whether who of us did what is told */
    QuoteFile file(LocalDate today, boolean forStaff) {
        return new QuoteFile(id, number(), status(today), customerId, validUntil, madeAt, lines.stream().map(Line::file).toList(), priced,
                new Terms(money(minimumOrder), money(freeFrom), paymentDays), contactName, company, contactEmail, address, shippingOption, reference, note, language(), orderNumber,
                moments.stream().filter(moment -> forStaff || !"made".equals(moment.what())).map(moment -> new QuoteFile.Moment(moment.happenedAt(), moment.what(), moment.actor(),
                        forStaff ? moment.staffId() : null, moment.detail())).toList());
    }
}
