package app.regulars.gap;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was asked in vain goes along when two records become one. */
@Configuration
class CustomersGaps {

    @Bean
    CustomerLinks gapsOfCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "gaps", "gap_item", false).personal();
    }
}
