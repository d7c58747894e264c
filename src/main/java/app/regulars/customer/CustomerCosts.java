package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.money.Money;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for the module that knows what serving costs: keeps it beside the customer, so that lists and groups can ask for it. */
@Service
public class CustomerCosts {

    private final JdbcTemplate jdbc;

    CustomerCosts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param minutes of staff @param returned returns and complaints about goods @param band "usual", or "costly" for whoever costs much and buys little */
    public record Cost(CustomerId customer, long inquiries, long minutes, long returned, Money amount, String band) {
    }

    /** Takes the place of everything that was kept before. Customers that are gone are left out. */
    @Transactional
    public void keep(List<Cost> all, Instant at) {
        jdbc.update("delete from customer_cost");
        all.forEach(cost -> jdbc.update("insert into customer_cost (customer_id, inquiries, minutes, returned, amount, currency, band, worked_out) "
                + "select c.id, ?, ?, ?, ?, ?, ?, ? from customer c where c.id = ?", cost.inquiries(), cost.minutes(), cost.returned(), cost.amount().amount(), cost.amount().currency(),
                cost.band(), utc(at), bytes(cost.customer().value())));
    }
}
