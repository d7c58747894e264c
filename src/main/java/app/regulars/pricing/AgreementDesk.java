package app.regulars.pricing;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to recorded exceptions: a price or a percentage for one customer, with the reason and the last day. Nothing is deleted. */
@Service
@Transactional
@RolesAllowed(Permissions.PRICES_SEE)
public class AgreementDesk {

    private static final Duration SOON = Duration.ofDays(30);
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 500;

    private final JdbcTemplate jdbc;
    private final Targets targets;
    private final CustomerDirectory customers;
    private final Conditions lists;
    private final AgreedTerms terms;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Shop shop;
    private final Clock clock;

    AgreementDesk(JdbcTemplate jdbc, Targets targets, CustomerDirectory customers, Conditions lists, AgreedTerms terms, AuditTrail audit,
                  ApplicationEventPublisher events, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.customers = customers;
        this.lists = lists;
        this.terms = terms;
        this.audit = audit;
        this.events = events;
        this.shop = shop;
        this.clock = clock;
    }

    /** As typed: an amount or a percentage. @param until the last day */
    public record Form(String customer, String scope, String target, String amount, String percent, String reason, String until) {
    }

    /** @param on how it is called; null for everything @param until the moment it ends @param soon whether it ends within 30 days */
    public record Agreement(UUID id, CustomerCard customer, Scope.Kind scope, Localized on, Money amount, BigDecimal percent, String reason, Instant since, Instant until,
                            boolean soon, boolean ended) {
    }

    private record Row(UUID id, CustomerId customer, Scope scope, Money amount, BigDecimal percent, String reason, Instant since, Instant until) {
    }

    /** Those that end first come first. @param ended those that ended already, the latest first, and no others */
    @RolesAllowed(Permissions.PRICES_SEE)
    @Transactional(readOnly = true)
    public List<Agreement> list(boolean ended) {
        var now = clock.instant();
        var rows = jdbc.query("select id, customer_id, scope, target, amount, percent, currency, reason, starts_at, ends_at from price_exception where ends_at "
                + (ended ? "<= ? order by ends_at desc" : "> ? order by ends_at") + " limit " + MOST, (row, n) -> new Row(uuid(row.getBytes(1)), new CustomerId(uuid(row.getBytes(2))),
                Conditions.scope(row.getString(3), row.getString(4)), Conditions.money(row.getBigDecimal(5), row.getString(7)), row.getBigDecimal(6), row.getString(8),
                instant(row, "starts_at"), instant(row, "ends_at")), utc(now));
        var names = targets.names(rows.stream().map(Row::scope).distinct().toList());
        var cards = customers.cards(rows.stream().map(Row::customer).distinct().toList());
        return rows.stream().filter(row -> cards.containsKey(row.customer())).map(row -> new Agreement(row.id(), cards.get(row.customer()), row.scope().kind(), names.get(row.scope()).name(),
                row.amount(), row.percent(), row.reason(), row.since(), row.until(), !ended && row.until().isBefore(now.plus(SOON)), ended)).toList();
    }

    /** What holds for one customer beside her exceptions. @param lists the names of her price lists @param terms what was agreed, her groups' included */
    public record Standing(CustomerCard customer, List<String> lists, Terms terms) {
    }

    /** Nothing for a number that nobody has. */
    @RolesAllowed(Permissions.PRICES_SEE)
    @Transactional(readOnly = true)
    public Optional<Standing> standing(String number) {
        return customers.findByNumber(number).map(card -> new Standing(card, lists.namesFor(card.id(), clock.instant()), terms.of(card.id(), shop.currency())));
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    @Transactional(readOnly = true)
    public List<Refused> problems(Form form) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> targets.customer(form.customer(), "customer"));
        Refused.collect(problems, () -> targets.scope(form.scope(), form.target(), "target"));
        Refused.collect(problems, () -> worth(form));
        Refused.collect(problems, () -> Typed.text(form.reason(), "reason", LONGEST_REASON));
        Refused.collect(problems, () -> until(form));
        return problems;
    }

    private void worth(Form form) {
        var amount = Typed.amount(form.amount(), "amount", shop.currency());
        var percent = Typed.percent(form.percent(), "percent");
        if ((amount == null) == (percent == null)) {
            throw new Refused("pricing.refused.one-of-both", "amount", Map.of());
        }
        if (amount != null && !Scope.Kind.VARIANT.name().equals(form.scope())) {
            throw new Refused("pricing.refused.amount-of-variant", "amount", Map.of());
        }
    }

    private Instant until(Form form) {
        var until = Typed.until(form.until(), "until", shop.zone());
        if (until == null) {
            throw new Refused("pricing.refused.missing", "until", Map.of());
        }
        if (!until.isAfter(clock.instant())) {
            throw new Refused("pricing.refused.past", "until", Map.of());
        }
        return until;
    }

    /** @throws Refused for the first of the {@link #problems} */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public UUID add(Form form, StaffId by) {
        problems(form).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var id = Ids.next();
        var customer = targets.customer(form.customer(), "customer");
        var scope = targets.scope(form.scope(), form.target(), "target");
        var amount = Typed.amount(form.amount(), "amount", shop.currency());
        var percent = Typed.percent(form.percent(), "percent");
        var now = clock.instant();
        var reason = Typed.text(form.reason(), "reason", LONGEST_REASON);
        var known = jdbc.query("select id from price_exception where customer_id = ? and scope = ? and coalesce(target, '') = ? and coalesce(amount, -1) = ? and coalesce(percent, -1) = ?"
                + " and reason = ? and ends_at = ? and ends_at > ?", (row, n) -> uuid(row.getBytes(1)), bytes(customer.id().value()), scope.kind().name(),
                scope.target() == null ? "" : scope.target(), amount == null ? BigDecimal.ONE.negate() : amount.amount(), percent == null ? BigDecimal.ONE.negate() : percent,
                reason, utc(until(form)), utc(now));
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        jdbc.update("insert into price_exception (id, customer_id, scope, target, amount, percent, currency, reason, starts_at, ends_at, staff_id, created_at) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", bytes(id), bytes(customer.id().value()), scope.kind().name(), scope.target(), amount == null ? null : amount.amount(), percent,
                shop.currency(), reason, utc(now), utc(until(form)), bytes(by.value()), utc(now));
        audit.changed(by, "price-exception.added", "price-exception", id, Change.of(customer.number()).about(customer.id()).because(reason)
                .to(Change.fields("scope", scope.kind(), "target", form.target(), "amount", amount, "percent", percent, "until", form.until())));
        changed();
        return id;
    }

    /** It ends now. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void end(UUID id, StaffId by) {
        var now = clock.instant();
        var before = list(false).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        jdbc.update("update price_exception set ends_at = ? where id = ? and ends_at > ?", utc(now), bytes(id), utc(now));
        audit.changed(by, "price-exception.ended", "price-exception", id, Change.of(before.customer().number()).about(before.customer().id()).of("until", before.until(), now));
        changed();
    }

    private void changed() {
        events.publishEvent(new PricesChanged(List.of(), clock.instant()));
    }
}
