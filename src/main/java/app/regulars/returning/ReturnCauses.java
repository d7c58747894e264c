package app.regulars.returning;

import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.ordering.DeliveredPieces;
import app.regulars.platform.Refused;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to why things come back. Everything that was asked for counts, whatever became of it, so that each figure opens exactly its records. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Permissions.RETURNS_SEE)
public class ReturnCauses {

    private static final int MONTHS = 12;
    private static final int MOST_PRODUCTS = 50;
    private static final int MOST_YEARS = 5;

    private final JdbcTemplate jdbc;
    private final DeliveredPieces delivered;
    private final Shop shop;
    private final Clock clock;

    ReturnCauses(JdbcTemplate jdbc, DeliveredPieces delivered, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.delivered = delivered;
        this.shop = shop;
        this.clock = clock;
    }

    /** Whole days where the shop is, both included. */
    public record Period(LocalDate since, LocalDate until) {
    }

    /** @param product what it is narrowed to, or null @param delivered pieces that arrived in the period */
    public record Figures(Period period, Product product, List<Reason> reasons, List<Product> products, List<Month> months, long delivered) {
    }

    public record Reason(UUID id, Localized name, long returns, long pieces) {
    }

    /** @param delivered pieces that arrived in the same time */
    public record Product(String sku, Localized name, Localized options, long returns, long pieces, long delivered) {
    }

    /** @param delivered pieces that arrived in the month */
    public record Month(YearMonth month, long returns, long pieces, long delivered) {
    }

    /** The last so many days. */
    @RolesAllowed(Permissions.RETURNS_SEE)
    public Period last(int days) {
        var today = clock.instant().atZone(shop.zone()).toLocalDate();
        return new Period(today.minusDays(days - 1L), today);
    }

    /** The last twelve months, the running one included. */
    @RolesAllowed(Permissions.RETURNS_SEE)
    public Period year() {
        var today = clock.instant().atZone(shop.zone()).toLocalDate();
        return new Period(YearMonth.from(today).minusMonths(MONTHS - 1L).atDay(1), today);
    }

    /** @param sku of one product, or null for all @throws Refused beside "since" for a period that ends before it begins, or is longer than five years */
    @RolesAllowed(Permissions.RETURNS_SEE)
    public Figures figures(Period period, String sku) {
        if (period.until().isBefore(period.since()) || period.since().plusYears(MOST_YEARS).isBefore(period.until())) {
            throw new Refused("returning.refused.period", "since", Map.of("years", MOST_YEARS));
        }
        var from = begin(period.since());
        var end = begin(period.until().plusDays(1));
        var values = new ArrayList<Object>(List.of(utc(from), utc(end)));
        var narrowed = sku == null ? "" : " and r.sku = ?";
        if (sku != null) {
            values.add(sku);
        }
        var reasons = jdbc.query("select e.id, e.name_en, e.name_fr, count(*) as returns, sum(r.quantity) as pieces from return_request r join return_reason e on e.id = r.reason_id "
                + "where r.opened_at >= ? and r.opened_at < ?" + narrowed + " group by e.id, e.name_en, e.name_fr order by returns desc, e.name_en",
                (row, n) -> new Reason(uuid(row.getBytes(1)), new Localized(row.getString(2), row.getString(3)), row.getLong(4), row.getLong(5)), values.toArray());
        var arrived = delivered.bySku(from, end);
        var limited = new ArrayList<Object>(values);
        limited.add(MOST_PRODUCTS);
        var products = jdbc.query("select r.sku, max(r.name_en), max(r.name_fr), max(r.options_en), max(r.options_fr), count(*) as returns, sum(r.quantity) as pieces "
                + "from return_request r where r.opened_at >= ? and r.opened_at < ?" + narrowed + " group by r.sku order by pieces desc, r.sku limit ?",
                (row, n) -> new Product(row.getString(1), new Localized(row.getString(2), row.getString(3)), new Localized(row.getString(4) == null ? "" : row.getString(4), row.getString(5)),
                        row.getLong(6), row.getLong(7), arrived.getOrDefault(row.getString(1), 0L)), limited.toArray());
        var all = arrived.values().stream().mapToLong(Long::longValue).sum();
        var product = sku == null ? null : products.stream().findFirst().orElse(new Product(sku, Localized.of(sku), Localized.of(""), 0, 0, arrived.getOrDefault(sku, 0L)));
        return new Figures(period, product, reasons, products, sku == null ? months() : List.of(), product == null ? all : product.delivered());
    }

    /** Always the last twelve, whatever the period. */
    private List<Month> months() {
        var first = YearMonth.from(clock.instant().atZone(shop.zone())).minusMonths(MONTHS - 1L);
        var moments = IntStream.rangeClosed(0, MONTHS).mapToObj(first::plusMonths).map(month -> begin(month.atDay(1))).toList();
        var arrived = delivered.between(moments);
        var found = new ArrayList<Month>();
        for (int i = 0; i < MONTHS; i++) {
            var at = i;
            found.add(jdbc.queryForObject("select count(*), coalesce(sum(quantity), 0) from return_request where opened_at >= ? and opened_at < ?",
                    (row, n) -> new Month(first.plusMonths(at), row.getLong(1), row.getLong(2), arrived.get(at)), utc(moments.get(i)), utc(moments.get(i + 1))));
        }
        return found.reversed();
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(shop.zone()).toInstant();
    }
}
