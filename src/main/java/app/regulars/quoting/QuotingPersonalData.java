package app.regulars.quoting;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was offered to somebody. After erasure it says what was offered for how much and what became of it; no name, no address, no words. */
@Component
class QuotingPersonalData implements PersonalDataSource {

    private static final String HERS = "quote_id in (select id from quote where customer_id = :customer)";

    @Override
    public String block() {
        return "quoting.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("quote", "customer_id = :customer").without("made_by", "priced").blanked("''", "contact_name", "contact_email")
                .blanked("null", "company", "contact_phone", "recipient", "line1", "line2", "city", "postal_code", "reference", "note"),
                PersonalTable.of("quote_line", HERS).blanked("null", "configuration", "options_en", "options_fr"),
                PersonalTable.of("quote_moment", HERS).without("staff_id").blanked("null", "detail"));
    }

    @Configuration
    static class Links {

        @Bean
        CustomerLinks quotesOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "quotes", "quote", true);
        }
    }
}
