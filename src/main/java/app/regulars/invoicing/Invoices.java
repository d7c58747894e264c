package app.regulars.invoicing;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.payment.PaymentStand;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.money.Money;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: issues invoices and credit notes, each once. */
@Service
@Transactional
public class Invoices {

    private static final int LONGEST_SELLER = 1000;

    private final InvoiceRepository invoices;
    private final LegalNumbers numbers;
    private final CustomerDirectory customers;
    private final Orders orders;
    private final Texts texts;
    private final Shop shop;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invoices(InvoiceRepository invoices, LegalNumbers numbers, CustomerDirectory customers, Orders orders, Texts texts, Shop shop, ApplicationEventPublisher events, Clock clock) {
        this.invoices = invoices;
        this.numbers = numbers;
        this.customers = customers;
        this.orders = orders;
        this.texts = texts;
        this.shop = shop;
        this.events = events;
        this.clock = clock;
    }

    /** For an order whose goods left; again for the same order answers the same invoice. @param at when they left */
    public InvoiceFile invoice(OrderFile order, Instant at) {
        var cause = "order:" + order.summary().id();
        return invoices.findByCause(cause).map(Invoice::file).orElseGet(() -> {
            var company = customers.find(order.summary().customer()).map(CustomerCard::company).orElse(null);
            var day = at.atZone(shop.zone()).toLocalDate();
            return issue(new Invoice(order, cause, company, seller(), clock.instant().atZone(shop.zone()).toLocalDate(), day, clock.instant())).file();
        });
    }

    /**
     * Takes back a part of what the order's invoice asks for, as far as it was not taken back before.
     *
     * @param cause makes it one however often it is asked for, such as "return:" and an id
     * @return nothing where there is no invoice, or all of it is credited
     */
    public Optional<InvoiceFile> credit(OrderId order, String cause, Money amount) {
        return credit(invoices.lockByOrder(order.value()), cause, amount);
    }

    private Optional<InvoiceFile> credit(List<Invoice> papers, String cause, Money amount) {
        var known = invoices.findByCause(cause);
        var invoice = papers.stream().filter(each -> !each.isCredit()).findFirst();
        if (known.isPresent() || invoice.isEmpty()) {
            return known.map(Invoice::file);
        }
        var before = papers.stream().filter(Invoice::isCredit).toList();
        var left = invoice.get().total().minus(sum(before, amount.currency()));
        var now = amount.isAtLeast(left) ? left : amount;
        if (now.isZero() || now.isNegative()) {
            return Optional.empty();
        }
        var what = texts.get(invoice.get().file().locale(), now.equals(invoice.get().total()) ? "invoicing.credit.all" : "invoicing.credit.part", "number", invoice.get().number());
        return Optional.of(issue(new Invoice(invoice.get(), before, now, cause, what, seller(), clock.instant().atZone(shop.zone()).toLocalDate(), clock.instant())).file());
    }

    /**
     * Credits what the order comes to less by now than its invoice says, and what went back to the customer beyond that, as far as it
     * is not credited yet. What was paid too much and went back needs no credit. The papers are held before anything else is read.
     */
    Optional<InvoiceFile> settle(OrderId order, OrderNumber number, String cause) {
        var papers = invoices.lockByOrder(order.value());
        var invoice = papers.stream().filter(each -> !each.isCredit()).findFirst();
        var file = orders.file(number).orElse(null);
        if (invoice.isEmpty() || file == null) {
            return Optional.empty();
        }
        var total = invoice.get().total();
        var due = file.total().compareTo(total) > 0 ? total : file.total();
        var target = total.minus(due).plus(goodwill(file.payment(), due));
        var missing = target.minus(sum(papers.stream().filter(Invoice::isCredit).toList(), total.currency()));
        return missing.isZero() || missing.isNegative() ? Optional.empty() : credit(papers, cause, missing);
    }

    /** What went back of money that was owed. */
    static Money goodwill(PaymentStand payment, Money due) {
        var none = Money.zero(due.currency());
        if (payment == null) {
            return none;
        }
        if (!payment.captured().isAtLeast(due)) {
            return payment.refunded();
        }
        var lacking = due.minus(payment.captured().minus(payment.refunded()));
        return lacking.isNegative() ? none : lacking;
    }

    @Transactional(readOnly = true)
    public List<InvoiceFile> of(OrderId order) {
        return invoices.findByOrderIdOrderByIssuedAt(order.value()).stream().map(Invoice::file).toList();
    }

    private static Money sum(List<Invoice> credits, String currency) {
        return credits.stream().map(Invoice::total).reduce(Money.zero(currency), Money::plus);
    }

    private Invoice issue(Invoice invoice) {
        var year = invoice.file().issuedOn().getYear();
        var series = (invoice.isCredit() ? "CN-" : "INV-") + year;
        var value = numbers.next(series);
        invoice.bear(series, value, series + "-%05d".formatted(value));
        var stored = invoices.saveAndFlush(invoice);
        events.publishEvent(new InvoiceIssued(stored.id(), stored.number(), stored.isCredit(), stored.customer(), stored.issuedAt()));
        Live.changed("order:" + stored.orderId(), "orders:" + stored.customer());
        return stored;
    }

    private String seller() {
        var lines = new ArrayList<String>();
        Stream.of(shop.legalName(), shop.get("address-line1", ""), (shop.get("address-city", "") + " " + shop.get("address-province", "") + "  " + shop.get("address-postal-code", "")).strip(),
                shop.get("phone", ""), shop.email()).filter(line -> !line.isBlank()).forEach(lines::add);
        if (!shop.get("tax-number", "").isBlank()) {
            lines.add("TAX " + shop.get("tax-number", ""));
        }
        var all = String.join("\n", lines);
        return all.length() <= LONGEST_SELLER ? all : all.substring(0, LONGEST_SELLER);
    }
}
