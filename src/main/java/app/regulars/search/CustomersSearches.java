package app.regulars.search;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was looked for goes along when two records become one. */
@Configuration
class CustomersSearches {

    @Bean
    CustomerLinks searchesOfCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "searches", "search_visit", false).personal();
    }
}
