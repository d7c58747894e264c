package app.regulars.mailroom;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What belongs to a customer here. */
@Configuration
class CustomersMails {

    @Bean
    CustomerLinks mailsLinkedToCustomer(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "mails", "mail_incoming", false);
    }
}
