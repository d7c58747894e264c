package app.regulars.returning;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.persistence.LinkedRows;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What somebody sent back, and why. After erasure it says what came back, why by the list, and what was given for it; no words, no pictures, no address. */
@Component
class ReturnPersonalData implements PersonalDataSource {

    private static final String MINE = "return_id in (select id from return_request where customer_id = :customer)";

    private final JdbcTemplate jdbc;

    ReturnPersonalData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String block() {
        return "returning.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("return_request", "customer_id = :customer").blanked("''", "words").blanked("null", "opened_by", "contact_email", "carrier", "tracking_number"),
                PersonalTable.of("return_moment", MINE).blanked("null", "detail"), PersonalTable.of("return_picture", MINE).deleted(),
                PersonalTable.of("return_claim", "order_id in (select order_id from return_request where customer_id = :customer)"),
                PersonalTable.of("return_credit", "customer_id = :customer"),
                PersonalTable.of("follow_up", "customer_id = :customer").without("token_hash").blanked("null", "words", "token_hash"),
                PersonalTable.of("return_credit_use", "credit_id in (select id from return_credit where customer_id = :customer)"),
                PersonalTable.of("return_credit_back", "use_id in (select u.id from return_credit_use u join return_credit c on c.id = u.credit_id where c.customer_id = :customer)"));
    }

    @Override
    public List<String> unfinished(CustomerId customer) {
        return jdbc.queryForList("select number from return_request where customer_id = ? and status in ('ASKED', 'APPROVED', 'ON_ITS_WAY', 'RECEIVED', 'INSPECTED', 'SETTLED') "
                + "order by opened_at limit 100", String.class, (Object) Columns.bytes(customer.value()));
    }

    @Configuration
    static class Links {

        @Bean
        CustomerLinks returnsOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "returns", "return_request", true);
        }

        @Bean
        CustomerLinks returnsOpenedByCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "returns-opened", "return_request", "opened_by", true, null).personal();
        }

        @Bean
        CustomerLinks followUpsOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "follow-ups", "follow_up", false);
        }

        @Bean
        CustomerLinks creditsOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "credits", "return_credit", false);
        }
    }
}
