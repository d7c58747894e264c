package app.regulars.quoting;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.Configuration;
import app.regulars.ordering.Checkout;
import app.regulars.ordering.CheckoutForm;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import app.regulars.pricing.PricedCart;
import app.regulars.pricing.Prices;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The staff's door to quotes: made from what was entered for a customer, at her prices; sent, prolonged, taken back. Every step is kept. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Permissions.ORDERS_SEE)
public class QuoteDesk {

    private static final long FIRST_NUMBER = 1001;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_REFERENCE = 80;

    private final QuoteRepository quotes;
    private final QuoteQueries queries;
    private final QuoteLinks links;
    private final Deciding deciding;
    private final Checkout checkout;
    private final Catalog catalog;
    private final Numbers numbers;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    QuoteDesk(QuoteRepository quotes, QuoteQueries queries, QuoteLinks links, Deciding deciding, Checkout checkout, Catalog catalog, Numbers numbers, AuditTrail audit,
              TransactionTemplate transaction, Clock clock) {
        this.quotes = quotes;
        this.queries = queries;
        this.links = links;
        this.deciding = deciding;
        this.checkout = checkout;
        this.catalog = catalog;
        this.numbers = numbers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The latest first. @param status null for all @param text a part of number or name, or blank */
    @RolesAllowed(Permissions.ORDERS_SEE)
    public QuotePage list(QuoteStatus status, String text, int offset, int limit) {
        return queries.page(status, text, deciding.today(), offset, limit);
    }

    @RolesAllowed(Permissions.ORDERS_SEE)
    public Map<QuoteStatus, Long> counts() {
        return queries.counts(deciding.today());
    }

    /** @throws NotFound if there is none */
    @RolesAllowed(Permissions.ORDERS_SEE)
    public QuoteFile find(QuoteNumber number) {
        return quote(number).file(deciding.today(), true);
    }

    /** As {@link #find}, when somebody opens it; the look is written down. */
    @Transactional
    @RolesAllowed(Permissions.ORDERS_SEE)
    public QuoteFile open(QuoteNumber number, StaffId by) {
        var file = find(number);
        audit.viewed(by, "quote", file.id(), number.value(), file.customer());
        return file;
    }

    /** What stands in the link that the customer gets. */
    @RolesAllowed(Permissions.ORDERS_SEE)
    public String token(QuoteNumber number) {
        return links.token(quote(number).id());
    }

    /**
     * Keeps what was entered, with the prices and terms of this moment; nobody but staff sees it yet.
     *
     * @throws Refused in a sentence for everything that cannot be promised, and when the price is not what was seen
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @RolesAllowed(Permissions.ORDERS_CHANGE)
    public QuoteNumber make(NewQuote wanted, StaffId by) {
        var known = quotes.findByRequestKey(wanted.key());
        if (known.isPresent()) {
            return known.get().number();
        }
        var form = checked(wanted.form());
        var address = form.address();
        var offer = checkout.offer(wanted.wishes(), wanted.customer(), address == null ? "CA" : address.country(), address == null ? null : address.province(), form.shippingOption());
        if (wanted.wishes().isEmpty() || offer.priced().lines().size() != wanted.wishes().size()) {
            throw new Refused(wanted.wishes().isEmpty() ? "quoting.refused.empty" : "quoting.refused.gone");
        }
        if (!offer.taxed() || !offer.chosen().code().equals(form.shippingOption())) {
            throw new Refused("quoting.refused.address");
        }
        if (wanted.seen() != null && !wanted.seen().equals(offer.priced().total().rounded())) {
            throw new Refused("quoting.refused.price");
        }
        var quote = new Quote(wanted, form, lines(wanted.wishes(), offer.priced()), offer.priced(), checkout.terms(wanted.customer()), by, deciding.today(), clock.instant());
        quote.number(new QuoteNumber("Q-" + numbers.next("quote", FIRST_NUMBER)));
        try {
            return transaction.execute(status -> {
                var saved = quotes.saveAndFlush(quote);
                audit.changed(by, "quote.made", "quote", saved.id(), change(saved).to(Change.fields("total", saved.total(), "until", wanted.validUntil())));
                deciding.moved(saved);
                return saved.number();
            });
        } catch (DataIntegrityViolationException twice) {
            return quotes.findByRequestKey(wanted.key()).orElseThrow(() -> twice).number();
        }
    }

    /** Mails it, or mails it again with a later last day. */
    @Transactional
    @RolesAllowed(Permissions.ORDERS_CHANGE)
    public void send(QuoteNumber number, LocalDate until, StaffId by) {
        var quote = locked(number);
        var before = quote.status(deciding.today());
        quote.send(until, by, deciding.today(), clock.instant());
        done(quote, by, "quote.sent", change(quote).from(Change.fields("status", before)).to(Change.fields("status", QuoteStatus.SENT, "until", until)));
    }

    /** @param why the customer reads it */
    @Transactional
    @RolesAllowed(Permissions.ORDERS_CHANGE)
    public void withdraw(QuoteNumber number, String why, StaffId by) {
        var quote = locked(number);
        var before = quote.status(deciding.today());
        quote.withdraw(why, by, deciding.today(), clock.instant());
        done(quote, by, "quote.withdrawn", change(quote).of("status", before, QuoteStatus.WITHDRAWN).because(why));
    }

    private void done(Quote quote, StaffId by, String action, Change change) {
        quotes.save(quote);
        audit.changed(by, action, "quote", quote.id(), change);
        deciding.moved(quote);
    }

    private static Change change(Quote quote) {
        return Change.of(quote.number().value()).about(quote.customer());
    }

    /** Prices come in the order of the wishes, without what each of them says beside the number. */
    private List<Quote.Line> lines(List<Prices.Wish> wishes, PricedCart priced) {
        var variants = catalog.variants(wishes.stream().map(Prices.Wish::variant).toList());
        var left = new ArrayList<>(wishes);
        var lines = new ArrayList<Quote.Line>();
        for (var line : priced.lines()) {
            var wish = left.stream().filter(some -> some.variant().equals(line.variant()) && some.quantity() == line.quantity()).findFirst().orElseThrow();
            left.remove(wish);
            lines.add(Quote.Line.of(variants.get(line.variant()), line.quantity(), wish.configuration() == null ? Configuration.NONE : wish.configuration()));
        }
        return lines;
    }

    private static CheckoutForm checked(CheckoutForm form) {
        var pickup = "pickup".equals(form.shippingOption());
        if (form.email() == null || form.email().isBlank()) {
            throw new Refused("quoting.refused.email");
        }
        if (!pickup && (form.address() == null || form.address().line1() == null)) {
            throw new Refused("quoting.refused.address");
        }
        return new CheckoutForm(form.name(), form.company(), form.email(), form.phone(), pickup ? null : form.address(), form.shippingOption(),
                PersonTexts.bounded(PersonTexts.clean(form.purchaseReference()), LONGEST_REFERENCE, "reference"), PersonTexts.bounded(PersonTexts.clean(form.note()), LONGEST_NOTE, "note"),
                form.locale());
    }

    private Quote quote(QuoteNumber number) {
        return quotes.findByNumber(number.value()).orElseThrow(NotFound::new);
    }

    private Quote locked(QuoteNumber number) {
        return quotes.lock(quote(number).id()).orElseThrow(NotFound::new);
    }
}
