package app.regulars.pricing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The sales taxes of a destination on a day, in the order in which they stand on an invoice. A rate whose province is empty holds in the
 * whole country, unless the province says otherwise; a country without rows is not taxed.
 */
@Component
class TaxRates {

    private record Destination(String country, String province, LocalDate day) {
    }

    private final JdbcTemplate jdbc;
    private final LoadingCache<Destination, List<CartSum.Rate>> known = Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(Duration.ofSeconds(5)).build(this::read);

    TaxRates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<CartSum.Rate> of(String country, String province, LocalDate day) {
        return known.get(new Destination(country, province, day));
    }

    void forget() {
        known.invalidateAll();
    }

    private List<CartSum.Rate> read(Destination destination) {
        var day = Date.valueOf(destination.day());
        var latest = new LinkedHashMap<String, BigDecimal>();
        jdbc.query("select code, rate from tax_rate where country = ? and province in ('', ?) and valid_from <= ? order by code, province, valid_from", row -> {
            latest.put(row.getString(1), row.getBigDecimal(2).stripTrailingZeros());
        }, destination.country(), destination.province(), day);
        var classes = new HashMap<String, Map<String, BigDecimal>>();
        jdbc.query("select code, tax_class, rate from tax_class_rate where country = ? and valid_from <= ? order by code, tax_class, valid_from", row -> {
            classes.computeIfAbsent(row.getString(1), code -> new HashMap<>()).put(row.getString(2), row.getBigDecimal(3).stripTrailingZeros());
        }, destination.country(), day);
        return latest.entrySet().stream().filter(rate -> rate.getValue().signum() > 0)
                .map(rate -> new CartSum.Rate(rate.getKey(), rate.getValue(), Map.copyOf(classes.getOrDefault(rate.getKey(), Map.of())))).toList();
    }
}
