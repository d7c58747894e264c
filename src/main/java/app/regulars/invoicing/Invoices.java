package app.regulars.invoicing;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.ordering.Earned;
import app.regulars.ordering.OrderFile;
import app.regulars.ordering.OrderId;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.payment.PaymentStand;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invoices(InvoiceRepository invoices, LegalNumbers numbers, CustomerDirectory customers, Orders orders, Texts texts, Shop shop, JdbcTemplate jdbc,
             ApplicationEventPublisher events, Clock clock) {
        this.invoices = invoices;
        this.numbers = numbers;
        this.customers = customers;
        this.orders = orders;
        this.texts = texts;
        this.shop = shop;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Whoever writes papers of an order does so one after the other; to be called before anything else is read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(OrderId order) {
        jdbc.update("insert into invoiced_order (order_id, held) values (?, 1) on duplicate key update held = held + 1", Columns.bytes(order.value()));
    }

    /** For an order that leaves as one; again for the same order answers the same invoice. @param at when it left */
    public InvoiceFile invoice(OrderFile order, Instant at) {
        hold(order.summary().id());
        return invoice(order, Earned.whole(order), "order:" + order.summary().id(), at).orElseThrow();
    }

    /**
     * For goods that left and are on no invoice yet; the order's papers are held.
     *
     * @param earned what left by now comes to
     * @param cause  makes it one, such as "shipment:" and an id
     * @param at     when they left
     * @return nothing when all of it is invoiced already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<InvoiceFile> invoice(OrderFile order, Earned earned, String cause, Instant at) {
        var before = invoices.lockByOrder(order.summary().id().value()).stream().filter(each -> !each.isCredit()).toList();
        var known = invoices.findByCause(cause);
        var billed = Billed.of(order, earned, before);
        if (known.isPresent() || billed.isEmpty()) {
            return known.map(Invoice::file);
        }
        var company = customers.find(order.summary().customer()).map(CustomerCard::company).orElse(null);
        return Optional.of(issue(new Invoice(order, billed, before, cause, company, seller(), clock.instant().atZone(shop.zone()).toLocalDate(),
                at.atZone(shop.zone()).toLocalDate(), clock.instant())).file());
    }

    /**
     * Credits what the order's invoices ask for beyond what is still asked for, and what went back to the customer beyond that, as far as
     * it is not credited yet: the oldest invoice first, a paper for each. What was paid too much and went back needs no credit.
     */
    List<InvoiceFile> settle(OrderId order, OrderNumber number, String cause) {
        hold(order);
        var papers = invoices.lockByOrder(order.value());
        var file = orders.file(number).orElse(null);
        if (papers.isEmpty() || file == null) {
            return List.of();
        }
        var asked = sum(papers.stream().filter(each -> !each.isCredit()).toList(), file.total().currency());
        var missing = missing(file.total(), file.payment(), asked, sum(papers.stream().filter(Invoice::isCredit).toList(), file.total().currency()));
        var issued = new ArrayList<InvoiceFile>();
        for (var invoice : papers.stream().filter(each -> !each.isCredit()).toList()) {
            var before = papers.stream().filter(each -> each.takesBackOf(invoice)).toList();
            var left = invoice.total().minus(sum(before, missing.currency()));
            var part = missing.isAtLeast(left) ? left : missing;
            if (!part.isZero() && !part.isNegative()) {
                issued.add(credit(invoice, before, part, cause));
                missing = missing.minus(part);
            }
        }
        return issued;
    }

    private InvoiceFile credit(Invoice invoice, List<Invoice> before, Money amount, String cause) {
        var one = cause;
        for (var nth = 2; invoices.findByCause(one).isPresent(); nth++) {
            one = cause + "#" + nth;
        }
        var what = texts.get(invoice.file().locale(), amount.equals(invoice.total()) ? "invoicing.credit.all" : "invoicing.credit.part", "number", invoice.number());
        return issue(new Invoice(invoice, before, amount, one, what, seller(), clock.instant().atZone(shop.zone()).toLocalDate(), clock.instant())).file();
    }

    /**
     * What is to be credited.
     *
     * @param total    of the order by now
     * @param asked    by its invoices
     * @param credited of that, before
     */
    static Money missing(Money total, PaymentStand payment, Money asked, Money credited) {
        var none = Money.zero(total.currency());
        var given = payment == null ? none : payment.closed() ? payment.refunded() : payment.conceded();
        var missing = asked.minus(total.compareTo(asked) > 0 ? asked : total).plus(given).minus(credited);
        return missing.isNegative() ? none : missing;
    }

    /** The number of an order that has papers. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<OrderNumber> orderOf(java.util.UUID order) {
        hold(new OrderId(order));
        return invoices.findByOrderIdOrderByIssuedAt(order).stream().findFirst().map(invoice -> new OrderNumber(invoice.orderNumber()));
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
