package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What belongs to a customer here and goes over when two records are one: addresses, and acting for companies. */
@Configuration
class CustomersRecords {

    @Bean
    CustomerLinks addressesLinkedToCustomer(JdbcTemplate jdbc) {
        return new Addresses(jdbc);
    }

    @Bean
    CustomerLinks membershipsLinkedToCustomer(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "memberships", "company_member", "person_id", true, "company_id");
    }

    @Bean
    CustomerLinks membersLinkedToCustomer(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "members", "company_member", "company_id", true, "person_id");
    }

    @Bean
    CustomerLinks groupsLinkedToCustomer(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "groups", "customer_group_member", "customer_id", false, "group_id");
    }

    /** The survivor keeps its own first address: one that was used first elsewhere remembers that in its key. */
    private static final class Addresses extends LinkedRows {

        private static final String FIRST = ":first";
        private static final HexFormat HEX = HexFormat.of();

        private final JdbcTemplate jdbc;

        Addresses(JdbcTemplate jdbc) {
            super(jdbc, "addresses", "customer_address", "customer_id", true, "address_key");
            this.jdbc = jdbc;
        }

        @Override
        public List<String> move(CustomerId from, CustomerId into) {
            var first = jdbc.query("select id from customer_address where customer_id = ? and is_default = true", (row, n) -> HEX.formatHex(row.getBytes(1)), bytes(from.value()));
            var theirs = jdbc.queryForObject("select count(*) from customer_address where customer_id = ? and is_default = true", Long.class, bytes(into.value()));
            return super.move(from, into).stream().map(key -> {
                if (theirs == 0 || !first.contains(key)) {
                    return key;
                }
                jdbc.update("update customer_address set is_default = false where id = ?", (Object) HEX.parseHex(key));
                return key + FIRST;
            }).toList();
        }

        @Override
        public void moveBack(List<String> keys, CustomerId from, CustomerId into) {
            super.moveBack(keys.stream().map(key -> key.replace(FIRST, "")).toList(), from, into);
            keys.stream().filter(key -> key.endsWith(FIRST)).forEach(key -> jdbc.update("update customer_address set is_default = true where id = ? and customer_id = ?",
                    HEX.parseHex(key.replace(FIRST, "")), bytes(from.value())));
        }
    }
}
