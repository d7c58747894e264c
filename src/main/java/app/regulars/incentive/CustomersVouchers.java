package app.regulars.incentive;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The vouchers go along when two records become one. */
@Configuration
class CustomersVouchers {

    @Bean
    CustomerLinks vouchersOfCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "vouchers", "welcome_voucher", false);
    }
}
