package app.regulars.catalog;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a customer wants to have made goes with her. */
@Component
class CatalogPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "catalog.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("saved_configuration", "customer_id = :customer").deleted());
    }

    @org.springframework.context.annotation.Configuration
    static class Links {

        @Bean
        CustomerLinks configurationsOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "configurations", "saved_configuration", false);
        }
    }
}
