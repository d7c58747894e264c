package app.regulars.pricing;

import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was agreed with a customer goes along when two records become one; where both have the same, the one that stays keeps hers. */
@Configuration
class CustomersConditions {

    @Bean
    CustomerLinks priceListsOfCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "price-lists", "price_list_audience", "audience_id", false, "list_id");
    }

    @Bean
    CustomerLinks termsOfCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "terms", "customer_terms", "audience_id", false, "kind");
    }

    @Bean
    CustomerLinks priceExceptionsOfCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "price-exceptions", "price_exception", false);
    }

    @Bean
    CustomerLinks promotionsForCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "promotions", "promotion", "audience_id", true, null);
    }

    @Bean
    CustomerLinks promotionUsesOfCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "promotion-uses", "promotion_use", false);
    }

    @Bean
    CustomerLinks taxExemptionsOfCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "tax-exemptions", "tax_exemption", false);
    }
}
