package app.regulars.pricing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The sales taxes of a destination on a day, in the order in which they stand on an invoice. */
@Component
class TaxRates {

    record Rate(String code, BigDecimal rate) {
    }

    private record Destination(String country, String province, LocalDate day) {
    }

    private final JdbcTemplate jdbc;
    private final LoadingCache<Destination, List<Rate>> known = Caffeine.newBuilder().maximumSize(2_000).build(this::read);

    TaxRates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Rate> of(String country, String province, LocalDate day) {
        return known.get(new Destination(country, province, day));
    }

    private List<Rate> read(Destination destination) {
        var latest = new LinkedHashMap<String, BigDecimal>();
        jdbc.query("select code, rate from tax_rate where country = ? and province = ? and valid_from <= ? order by code, valid_from", row -> {
            latest.put(row.getString(1), row.getBigDecimal(2).stripTrailingZeros());
        }, destination.country(), destination.province(), Date.valueOf(destination.day()));
        return latest.entrySet().stream().filter(rate -> rate.getValue().signum() > 0).map(rate -> new Rate(rate.getKey(), rate.getValue())).toList();
    }
}
