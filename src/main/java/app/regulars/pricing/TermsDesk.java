package app.regulars.pricing;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what is agreed beside the prices: the least order, free delivery, days to pay; for a customer or a group. */
@Service
@Transactional
@RolesAllowed(Permissions.PRICES_SEE)
public class TermsDesk {

    private static final int MOST_DAYS = 365;

    private final JdbcTemplate jdbc;
    private final Targets targets;
    private final AuditTrail audit;
    private final Shop shop;
    private final Clock clock;

    TermsDesk(JdbcTemplate jdbc, Targets targets, AuditTrail audit, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    /** As typed; what is empty is not agreed. @param audience CUSTOMER or GROUP @param whom a number or a code */
    public record Form(String audience, String whom, String minimum, String freeFrom, String days) {
    }

    public record Agreed(UUID id, NamedAudience audience, Terms terms) {
    }

    private record Row(UUID id, Audience audience, Terms terms) {
    }

    @RolesAllowed(Permissions.PRICES_SEE)
    @Transactional(readOnly = true)
    public List<Agreed> list() {
        var rows = jdbc.query("select id, kind, audience_id, minimum_order, free_from, payment_days, currency from customer_terms order by kind desc, changed_at desc limit 500",
                (row, n) -> new Row(uuid(row.getBytes(1)), Audience.of(row.getString(2), uuid(row.getBytes(3))), new Terms(money(row.getBigDecimal(4), row.getString(7)),
                        money(row.getBigDecimal(5), row.getString(7)), row.getObject(6, Integer.class))));
        var names = targets.audiences(rows.stream().map(Row::audience).distinct().toList());
        return rows.stream().map(row -> new Agreed(row.id(), names.get(row.audience()), row.terms())).toList();
    }

    private static Money money(BigDecimal amount, String currency) {
        return Conditions.money(amount, currency);
    }

    /** Everything that is wrong with the form, one refusal a field. */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    @Transactional(readOnly = true)
    public List<Refused> problems(Form form) {
        var problems = new ArrayList<Refused>();
        Refused.collect(problems, () -> whom(form));
        Refused.collect(problems, () -> Typed.amount(form.minimum(), "minimum", shop.currency()));
        Refused.collect(problems, () -> Typed.amount(form.freeFrom(), "freeFrom", shop.currency()));
        Refused.collect(problems, () -> days(form));
        if (Typed.isBlank(form.minimum()) && Typed.isBlank(form.freeFrom()) && Typed.isBlank(form.days())) {
            problems.add(new Refused("pricing.refused.nothing", "minimum", Map.of()));
        }
        return problems;
    }

    private Audience whom(Form form) {
        var whom = targets.audience(form.audience(), form.whom(), "termsWhom");
        if (whom.kind() == Audience.Kind.EVERYBODY) {
            throw new Refused("pricing.refused.unknown-audience", "termsWhom", Map.of());
        }
        return whom;
    }

    private static Integer days(Form form) {
        var days = Typed.pieces(form.days(), "days");
        if (days != null && days > MOST_DAYS) {
            throw new Refused("pricing.refused.pieces", "days", Map.of("most", MOST_DAYS));
        }
        return days;
    }

    /** What was agreed with them before is replaced. @throws Refused for the first of the {@link #problems} */
    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void agree(Form form, StaffId by) {
        problems(form).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var whom = whom(form);
        var before = list().stream().filter(each -> each.audience().audience().equals(whom)).findFirst().map(each -> fields(each.terms())).orElse(null);
        var terms = new Terms(Typed.amount(form.minimum(), "minimum", shop.currency()), Typed.amount(form.freeFrom(), "freeFrom", shop.currency()), days(form));
        jdbc.update("insert into customer_terms (id, kind, audience_id, minimum_order, free_from, payment_days, currency, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?) "
                + "on duplicate key update minimum_order = values(minimum_order), free_from = values(free_from), payment_days = values(payment_days), currency = values(currency), "
                + "changed_at = values(changed_at)", bytes(Ids.next()), whom.kind().name(), bytes(whom.id()), terms.minimumOrder() == null ? null : terms.minimumOrder().amount(),
                terms.freeFrom() == null ? null : terms.freeFrom().amount(), terms.paymentDays(), shop.currency(), utc(clock.instant()));
        audit.changed(by, "terms.agreed", "terms", whom.id(), Change.of(form.whom()).about(customer(whom)).from(before).to(fields(terms)));
    }

    @RolesAllowed(Permissions.PRICES_CHANGE)
    public void end(UUID id, StaffId by) {
        var before = list().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        jdbc.update("delete from customer_terms where id = ?", bytes(id));
        var whom = before.audience().audience();
        audit.changed(by, "terms.ended", "terms", whom.id(), Change.of(before.audience().typed()).about(customer(whom)).from(fields(before.terms())));
    }

    private static CustomerId customer(Audience whom) {
        return whom.kind() == Audience.Kind.CUSTOMER ? new CustomerId(whom.id()) : null;
    }

    private static Map<String, Object> fields(Terms terms) {
        return Change.fields("minimumOrder", terms.minimumOrder(), "freeFrom", terms.freeFrom(), "paymentDays", terms.paymentDays());
    }
}
