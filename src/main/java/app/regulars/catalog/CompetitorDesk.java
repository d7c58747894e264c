package app.regulars.catalog;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.money.Money;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import jakarta.annotation.security.RolesAllowed;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what others ask: every sighting is kept, with where and when. */
@Service
@RolesAllowed(Permissions.CATALOG_SEE)
public class CompetitorDesk {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SOURCE = 500;

    private final JdbcTemplate jdbc;
    private final ProductRepository products;
    private final AuditTrail audit;
    private final Shop shop;
    private final Clock clock;

    CompetitorDesk(JdbcTemplate jdbc, ProductRepository products, AuditTrail audit, Shop shop, Clock clock) {
        this.jdbc = jdbc;
        this.products = products;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<CompetitorPrice> of(String handle) {
        return jdbc.query("select " + Competitors.COLUMNS + " from competitor_price where product_id = ? order by seen_on desc, recorded_at desc limit 200",
                (row, n) -> Competitors.price(row, 1), bytes(product(handle)));
    }

    /**
     * The same sighting told again is one.
     *
     * @throws Refused beside the field that is wrong
     */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void record(StaffId by, String handle, String competitor, Money price, String source, LocalDate seenOn, boolean shown) {
        var product = product(handle);
        if (competitor == null || competitor.isBlank() || competitor.length() > LONGEST_NAME) {
            throw new Refused("catalog.competitor.name", "competitor", Map.of("most", LONGEST_NAME));
        }
        if (price == null || price.isNegative() || price.isZero()) {
            throw new Refused("catalog.competitor.price", "price", Map.of());
        }
        if (source == null || source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new Refused("catalog.competitor.source", "source", Map.of("most", LONGEST_SOURCE));
        }
        if (seenOn == null || seenOn.isAfter(clock.instant().atZone(shop.zone()).toLocalDate())) {
            throw new Refused("catalog.competitor.seen", "seenOn", Map.of());
        }
        if (of(handle).stream().anyMatch(known -> known.competitor().equals(competitor.strip()) && known.price().equals(price) && known.source().equals(source.strip())
                && known.seenOn().equals(seenOn))) {
            return;
        }
        var id = Ids.next();
        jdbc.update("insert into competitor_price (id, product_id, competitor, amount, currency, source, seen_on, shown, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                bytes(id), bytes(product), competitor.strip(), price.amount(), price.currency(), source.strip(), Date.valueOf(seenOn), shown, utc(clock.instant()));
        audit.changed(by, "competitor-price.recorded", "product", product, Change.of(handle).to(Change.fields("competitor", competitor.strip(), "price", price,
                "source", source.strip(), "seenOn", seenOn, "shown", shown)));
    }

    /** Whether customers see it. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void show(StaffId by, String handle, UUID id, boolean shown) {
        var product = product(handle);
        if (jdbc.update("update competitor_price set shown = ? where id = ? and product_id = ?", shown, bytes(id), bytes(product)) > 0) {
            audit.changed(by, "competitor-price.shown", "product", product, Change.of(handle).of("shown", !shown, shown));
        }
    }

    /** A sighting that was wrong goes; the history keeps what it said. */
    @RolesAllowed(Permissions.CATALOG_CHANGE)
    @Transactional
    public void remove(StaffId by, String handle, UUID id) {
        var product = product(handle);
        var known = of(handle).stream().filter(price -> price.id().equals(id)).findFirst();
        if (known.isPresent() && jdbc.update("delete from competitor_price where id = ? and product_id = ?", bytes(id), bytes(product)) > 0) {
            var price = known.get();
            audit.changed(by, "competitor-price.removed", "product", product, Change.of(handle).from(Change.fields("competitor", price.competitor(), "price", price.price(),
                    "source", price.source(), "seenOn", price.seenOn(), "shown", price.shown())));
        }
    }

    private UUID product(String handle) {
        return products.findByHandle(handle).map(Product::id).orElseThrow(NotFound::new);
    }
}
