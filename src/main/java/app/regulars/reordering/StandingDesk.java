package app.regulars.reordering;

import app.regulars.catalog.Catalog;
import app.regulars.catalog.SellableVariant;
import app.regulars.catalog.VariantId;
import app.regulars.customer.CustomerCard;
import app.regulars.customer.CustomerDirectory;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: standing orders and what is in trouble, articles that are bought for a time, and how many continue. */
@Service
@Transactional
@RolesAllowed(Permissions.ORDERS_SEE)
public class StandingDesk {

    private static final int MOST = 200;
    private static final int LONGEST_TERM = 120;
    private static final int YEAR = 365;

    private final StandingOrders standing;
    private final RunningTerms terms;
    private final Forecasts forecasts;
    private final CustomerDirectory customers;
    private final Catalog catalog;
    private final AuditTrail audit;
    private final Clock clock;

    StandingDesk(StandingOrders standing, RunningTerms terms, Forecasts forecasts, CustomerDirectory customers, Catalog catalog, AuditTrail audit, Clock clock) {
        this.standing = standing;
        this.terms = terms;
        this.forecasts = forecasts;
        this.customers = customers;
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param last what came of it the last time; null before the first */
    public record Row(CustomerCard customer, String name, int everyWeeks, LocalDate nextOn, boolean active, int tries, StandingFile.Run last) {
    }

    /** Those that run or rest, those in trouble first; at most 200. */
    @Transactional(readOnly = true)
    public List<Row> list() {
        var rows = standing.all(MOST);
        Map<CustomerId, CustomerCard> cards = customers.cards(rows.stream().map(StandingOrders.Row::customer).distinct().toList());
        return rows.stream().map(row -> new Row(cards.get(row.customer()), row.name(), row.everyWeeks(), row.nextOn(), row.isActive(), row.tries(),
                standing.runs(row.id(), 1).stream().findFirst().map(run -> new StandingFile.Run(run.dueOn(), run.at(), run.outcome(), run.order())).orElse(null))).toList();
    }

    /** An article that is bought for a time. */
    public record Article(SellableVariant variant, int months) {
    }

    @Transactional(readOnly = true)
    public List<Article> articles() {
        var months = terms.months();
        var known = catalog.variants(months.keySet());
        return months.entrySet().stream().filter(each -> known.containsKey(each.getKey())).map(each -> new Article(known.get(each.getKey()), each.getValue())).toList();
    }

    /**
     * @param sku    in any case
     * @param months 0 takes the term away; what runs goes on
     * @throws Refused beside the field that is wrong
     */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    public void setTerm(String sku, int months, StaffId by) {
        VariantId id = catalog.idsBySku(List.of(sku == null ? "" : sku.strip().toUpperCase(Locale.ROOT))).values().stream().findFirst()
                .orElseThrow(() -> new Refused("reordering.terms.sku", "sku", Map.of()));
        if (months < 0 || months > LONGEST_TERM) {
            throw new Refused("reordering.terms.months", "months", Map.of("most", LONGEST_TERM));
        }
        var before = terms.months().getOrDefault(id, 0);
        terms.set(id, months, by.value(), clock.instant());
        audit.changed(by, "article.term", "variant", id.value(), Change.of(sku).from(Change.fields("months", before)).to(Change.fields("months", months)));
    }

    /** @param running now @param ended in the last year, their days of grace over @param renewed of those */
    public record Renewals(int running, int ended, int renewed) {

        /** As a fraction; null where nothing ended yet. */
        public Double rate() {
            return ended == 0 ? null : (double) renewed / ended;
        }
    }

    @Transactional(readOnly = true)
    public Renewals renewals() {
        var today = forecasts.today();
        var ended = terms.ended(today.minusDays(YEAR), today.minusDays(RunningTerms.GRACE_DAYS + 1L));
        return new Renewals(terms.running(today), ended[0], ended[1]);
    }
}
