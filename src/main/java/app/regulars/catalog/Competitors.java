package app.regulars.catalog;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.platform.money.Money;
import app.regulars.platform.persistence.Columns;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance: what others ask, as far as it was chosen to be shown. */
@Service
public class Competitors {

    static final String COLUMNS = "id, competitor, amount, currency, source, seen_on, shown";

    private final JdbcTemplate jdbc;

    Competitors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each product and competitor the latest; one statement. */
    @Transactional(readOnly = true)
    public Map<ProductId, List<CompetitorPrice>> shown(Collection<ProductId> products) {
        if (products.isEmpty()) {
            return Map.of();
        }
        var latest = new HashMap<ProductId, Map<String, CompetitorPrice>>();
        jdbc.query("select product_id, " + COLUMNS + " from competitor_price where shown = true and product_id in ("
                + String.join(",", Collections.nCopies(products.size(), "?")) + ") order by seen_on, recorded_at", row -> {
                    var price = price(row, 2);
                    latest.computeIfAbsent(new ProductId(Columns.uuid(row.getBytes(1))), k -> new LinkedHashMap<>()).put(price.competitor(), price);
                }, products.stream().map(product -> (Object) bytes(product.value())).toArray());
        var found = new HashMap<ProductId, List<CompetitorPrice>>();
        latest.forEach((product, prices) -> found.put(product, List.copyOf(prices.values())));
        return found;
    }

    static CompetitorPrice price(java.sql.ResultSet row, int from) throws java.sql.SQLException {
        return new CompetitorPrice(Columns.uuid(row.getBytes(from)), row.getString(from + 1), new Money(row.getBigDecimal(from + 2), row.getString(from + 3)),
                row.getString(from + 4), row.getDate(from + 5).toLocalDate(), row.getBoolean(from + 6));
    }
}
