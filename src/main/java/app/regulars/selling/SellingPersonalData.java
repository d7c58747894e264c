package app.regulars.selling;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The keys of a customer's programs go with her; what they asked for, too. */
@Component
class SellingPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "selling.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("api_request", "key_id in (select id from api_key where customer_id = :customer)").notInTheArchive().deleted(),
                PersonalTable.of("api_key", "customer_id = :customer").deleted());
    }

    @Override
    public List<String> unfinished(CustomerId customer) {
        return List.of();
    }

    @Configuration
    static class Links {

        @Bean
        CustomerLinks keysOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "api-keys", "api_key", true);
        }
    }
}
