package app.regulars.arranging;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How somebody wants lists goes with her. */
@Component
class ArrangingPersonalData implements PersonalDataSource {

    @Override
    public String block() {
        return "arranging.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("list_choice", "customer_id = :customer").deleted());
    }

    @Configuration
    static class Links {

        @Bean
        CustomerLinks listChoicesOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "list-choices", "list_choice", false).personal();
        }
    }
}
