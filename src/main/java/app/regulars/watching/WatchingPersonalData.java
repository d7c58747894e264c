package app.regulars.watching;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What somebody wants to be told of goes with her. */
@Component
class WatchingPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "watching.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("product_watch", "customer_id = :customer").without("token_hash").deleted());
    }

    @Configuration
    static class Links {

        @Bean
        CustomerLinks watchesOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "watches", "product_watch", false);
        }
    }
}
