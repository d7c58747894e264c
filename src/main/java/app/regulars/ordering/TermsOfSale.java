package app.regulars.ordering;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.merchant.MerchantPages;
import app.regulars.platform.identity.CustomerId;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The version of the terms of sale that is in force, and who has agreed to it with an order before. */
@Component
public class TermsOfSale {

    private final MerchantPages pages;
    private final JdbcTemplate jdbc;

    TermsOfSale(MerchantPages pages, JdbcTemplate jdbc) {
        this.pages = pages;
        this.jdbc = jdbc;
    }

    /** Nothing where the shop has none. */
    public Optional<Integer> inForce() {
        return pages.version("terms");
    }

    /** The version that somebody still has to agree to; nothing where there are no terms, or she did so before. @param person null for a guest */
    public Optional<Integer> toAgree(CustomerId customer, CustomerId person) {
        return inForce().filter(version -> person == null || customer == null || !hasAgreed(customer, person, version));
    }

    private boolean hasAgreed(CustomerId customer, CustomerId person, int version) {
        return !jdbc.queryForList("select 1 from sales_order where customer_id = ? and placed_by = ? and terms_version = ? limit 1", Integer.class, bytes(customer.value()),
                bytes(person.value()), version).isEmpty();
    }
}
