package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What belongs to a customer here: orders, and the cart. */
@Configuration
class CustomersOrders {

    @Bean
    CustomerLinks ordersLinkedToCustomer(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "orders", "sales_order", true);
    }

    @Bean
    CustomerLinks ordersPlacedByCustomer(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "placed", "sales_order", "placed_by", true, null);
    }

    /** The cart goes over only to somebody who has none: two carts are not mixed, for nobody could part them again. */
    @Bean
    CustomerLinks cartLinkedToCustomer(JdbcTemplate jdbc) {
        return new CustomerLinks() {

            @Override
            public String rows() {
                return "carts";
            }

            @Override
            public long count(CustomerId customer) {
                return jdbc.queryForObject("select count(*) from cart where owner_key = ?", Long.class, CartOwner.of(customer).key());
            }

            @Override
            public List<String> move(CustomerId from, CustomerId into) {
                if (count(from) == 0 || count(into) > 0) {
                    return List.of();
                }
                give(from, into);
                return List.of("cart");
            }

            @Override
            public void moveBack(List<String> keys, CustomerId from, CustomerId into) {
                if (!keys.isEmpty() && count(from) == 0) {
                    give(into, from);
                }
            }

            private void give(CustomerId owner, CustomerId next) {
                jdbc.update("update cart set owner_key = ?, version = version + 1 where owner_key = ?", CartOwner.of(next).key(), CartOwner.of(owner).key());
            }
        };
    }
}
