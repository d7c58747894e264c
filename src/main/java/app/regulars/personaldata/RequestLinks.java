package app.regulars.personaldata;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Requests go over when two records are one. */
@Configuration
class RequestLinks {

    @Bean
    CustomerLinks privacyRequestsLinkedToCustomer(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "privacy-requests", "privacy_request", true);
    }
}
