package app.regulars.ordering;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import app.regulars.search.SearchIndex;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the orders know of a person. After erasure they say what was sold, when, at what price and to which province, as tax law
 * asks, and no longer to whom.
 */
@Component
class OrderPersonalData implements PersonalDataSource {

    private static final String MINE = "order_id in (select id from sales_order where customer_id = :customer)";

    private static final String REFERS = "reference in (select id from sales_order where customer_id = :customer)";

    private final JdbcTemplate jdbc;
    private final SearchIndex index;
    private final BuyingProfiles profiles;

    OrderPersonalData(JdbcTemplate jdbc, SearchIndex index, BuyingProfiles profiles) {
        this.profiles = profiles;
        this.jdbc = jdbc;
        this.index = index;
    }

    @Override
    public String block() {
        return "ordering.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("sales_order", "customer_id = :customer").blanked("''", "contact_name").blanked("lower(number)", "search_text")
                        .blanked("null", "placed_by", "contact_email", "contact_phone", "recipient", "line1", "line2", "city", "postal_code", "purchase_reference", "note", "hold_reason", "gift_message", "delivery_instructions"),
                PersonalTable.of("sales_order_line", MINE).blanked("case when configuration is null then options_en else '' end", "options_en")
                        .blanked("case when configuration is null then options_fr else '' end", "options_fr").blanked("null", "configuration"),
                PersonalTable.of("sales_order_tax", MINE), PersonalTable.of("sales_order_discount", MINE),
                PersonalTable.of("sales_order_moment", MINE).blanked("null", "detail"),
                PersonalTable.of("tracking_code", MINE).deleted(),
                PersonalTable.of("order_link_closed", MINE).deleted(),
                // payments and parcels know a reference only; that it is an order is known here
                PersonalTable.of("payment", REFERS),
                PersonalTable.of("payment_entry", "payment_id in (select id from payment where " + REFERS + ")").blanked("null", "reason"),
                PersonalTable.of("bank_line", "payment_id in (select id from payment where " + REFERS + ")").blanked("''", "payer", "words").blanked("null", "outcome"),
                PersonalTable.of("payment_attempt", "payment_id in (select id from payment where " + REFERS + ")").blanked("null", "reason", "page"),
                PersonalTable.of("shipment", REFERS).blanked("null", "tracking_number", "label_url", "carrier_reference"),
                PersonalTable.of("shipment_label", "shipment_id in (select id from shipment where " + REFERS + ")").blanked("null", "theirs"),
                PersonalTable.of("shipment_event", "shipment_id in (select id from shipment where " + REFERS + ")").blanked("null", "place"),
                PersonalTable.of("shipment_line", "shipment_id in (select id from shipment where " + REFERS + ")"),
                PersonalTable.of("shipment_parcel", "shipment_id in (select id from shipment where " + REFERS + ")").blanked("null", "tracking_number"),
                PersonalTable.of("cart", "owner_key = concat('customer:', :text)").deleted(),
                PersonalTable.of("cart_line", "cart_id in (select id from cart where owner_key = concat('customer:', :text))").deleted(),
                PersonalTable.of("cart_code", "cart_id in (select id from cart where owner_key = concat('customer:', :text))").deleted(),
                PersonalTable.of("buying_reason", "customer_id = :customer").deleted());
    }

    @Override
    public List<String> unfinished(CustomerId customer) {
        return jdbc.queryForList("select number from sales_order where customer_id = ? and kind = 'ORDER' "
                + "and status in ('AWAITING_PAYMENT', 'PLACED', 'PACKED', 'PARTLY_SHIPPED', 'SHIPPED') order by placed_at limit 100", String.class, Columns.bytes(customer.value()));
    }

    @Override
    public Optional<Object> derived(CustomerId customer) {
        return Optional.of(profiles.of(customer)).filter(profile -> profile.orders() > 0).map(profile -> profile);
    }

    @Override
    public void forget(CustomerId customer) {
        jdbc.queryForList("select number from sales_order where customer_id = ?", String.class, Columns.bytes(customer.value())).forEach(number -> {
            index.remove("order", number);
            index.remove("staff-order", number);
        });
    }
}
