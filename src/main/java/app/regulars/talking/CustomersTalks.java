package app.regulars.talking;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Live talks go along when two records become one. */
@Configuration
class CustomersTalks {

    @Bean
    CustomerLinks talksOfCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "talks", "talk", false).personal();
    }
}
