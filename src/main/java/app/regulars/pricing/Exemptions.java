package app.regulars.pricing;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.platform.identity.CustomerId;
import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The taxes that a customer need not pay, with the number of the certificate. */
@Component
class Exemptions {

    private final JdbcTemplate jdbc;
    private final Possible possible;

    Exemptions(JdbcTemplate jdbc, Possible possible) {
        this.possible = possible;
        this.jdbc = jdbc;
    }

    /** By the code of the tax; the last day counts as well. */
    Map<String, String> of(CustomerId customer, String country, String province, LocalDate day) {
        var exempt = new LinkedHashMap<String, String>();
        if (customer != null && possible.is(Possible.What.EXEMPTIONS, customer)) {
            jdbc.query("select code, certificate from tax_exemption where customer_id = ? and country = ? and province in ('', ?) and valid_from <= ? and valid_until >= ? order by code",
                    row -> {
                        exempt.put(row.getString(1), row.getString(2));
                    }, bytes(customer.value()), country, province, Date.valueOf(day), Date.valueOf(day));
        }
        return exempt;
    }
}
