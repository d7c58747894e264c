package app.regulars.notification;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What belongs to a customer here. */
@Configuration
class CustomersMessages {

    @Bean
    CustomerLinks messagesLinkedToCustomer(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "messages", "outbox_message", false);
    }
}
