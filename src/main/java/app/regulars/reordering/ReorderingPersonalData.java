package app.regulars.reordering;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lists, reminders and what was mailed of them go with whoever made them. */
@Component
class ReorderingPersonalData implements PersonalDataSource {

    private static final String LISTS = "list_id in (select id from shopping_list where customer_id = :customer)";
    private static final String HERS = "customer_id = :customer or person_id = :customer";

    private static final String OF_STANDING = "standing_id in (select id from standing_order where " + HERS + ")";

    @Override
    public String block() {
        return "reordering.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("shopping_list", "customer_id = :customer").deleted(), PersonalTable.of("shopping_list_line", LISTS).deleted(),
                PersonalTable.of("reorder_reminder", HERS).deleted(), PersonalTable.of("reorder_letter", HERS).deleted(),
                PersonalTable.of("reorder_letter_line", "letter_id in (select id from reorder_letter where " + HERS + ")").deleted(),
                PersonalTable.of("standing_order", HERS).deleted(), PersonalTable.of("standing_order_line", OF_STANDING).deleted(),
                PersonalTable.of("standing_order_run", OF_STANDING).deleted(), PersonalTable.of("running_term", HERS).deleted(),
                // who of us took an order is kept with the order
                PersonalTable.of("order_entry", "order_id in (select id from sales_order where customer_id = :customer)").without("staff_id"));
    }

    @Configuration
    static class Links {

        @Bean
        CustomerLinks listsOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "lists", "shopping_list", false);
        }

        @Bean
        CustomerLinks remindersOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "reminders", "reorder_reminder", false);
        }

        @Bean
        CustomerLinks remindersOfPeople(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "own-reminders", "reorder_reminder", "person_id", false, null).personal();
        }

        @Bean
        CustomerLinks standingOrdersOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "standing-orders", "standing_order", false);
        }

        @Bean
        CustomerLinks standingOrdersOfPeople(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "own-standing-orders", "standing_order", "person_id", false, null).personal();
        }

        @Bean
        CustomerLinks runningTermsOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "terms", "running_term", false);
        }

        @Bean
        CustomerLinks runningTermsOfPeople(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "own-terms", "running_term", "person_id", false, null).personal();
        }

        @Bean
        CustomerLinks mailedBasketsOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "mailed-baskets", "reorder_letter", false);
        }

        @Bean
        CustomerLinks mailedBasketsOfPeople(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "own-mailed-baskets", "reorder_letter", "person_id", false, null).personal();
        }
    }
}
