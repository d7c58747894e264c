package app.regulars.forum;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What belongs to a customer here. */
@Configuration
class CustomersPosts {

    @Bean
    CustomerLinks topicsLinkedToCustomer(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "topics", "forum_topic", true).personal();
    }

    @Bean
    CustomerLinks postsLinkedToCustomer(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "posts", "forum_post", true).personal();
    }
}
