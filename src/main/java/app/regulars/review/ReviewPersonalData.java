package app.regulars.review;

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

/** What somebody said of products. After erasure the stars count on, without a name, a word or a picture; what nobody saw goes altogether. */
@Component
class ReviewPersonalData implements PersonalDataSource {

    private static final String MINE = "review_id in (select id from review where customer_id = :customer)";

    private static final String UNSEEN = "select id from review where customer_id = ? and status <> 'PUBLISHED'";

    private final HelpfulReviews helpful;
    private final JdbcTemplate jdbc;

    ReviewPersonalData(HelpfulReviews helpful, JdbcTemplate jdbc) {
        this.helpful = helpful;
        this.jdbc = jdbc;
    }

    @Override
    public String block() {
        return "review.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("review", "customer_id = :customer").blanked("''", "title", "text").blanked("null", "customer_id", "reason", "appeal", "reply"),
                PersonalTable.of("review_edit", MINE).deleted(), PersonalTable.of("review_picture", MINE).deleted(), PersonalTable.of("review_helpful", "person = :customer"));
    }

    @Override
    public void forget(CustomerId customer) {
        helpful.forget(customer.value());
        var id = (Object) Columns.bytes(customer.value());
        for (var table : List.of("review_edit", "review_picture", "review_helpful")) {
            jdbc.update("delete from " + table + " where review_id in (" + UNSEEN + ")", id);
        }
        jdbc.update("delete from review where customer_id = ? and status <> 'PUBLISHED'", id);
    }

    @Configuration
    static class Links {

        @Bean
        CustomerLinks reviewsOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "reviews", "review", "customer_id", true, "product_id").personal();
        }
    }
}
