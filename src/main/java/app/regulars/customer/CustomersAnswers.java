package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.LinkedRows;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is said of a customer, when two records are one: the survivor's own word counts, and what it does not say it takes from the other.
 * The other keeps all of it, so these are copies; they go again when the records are parted, as far as they still read the same.
 */
@Configuration
class CustomersAnswers {

    @Bean
    CustomerLinks browsersOfCustomers(JdbcTemplate jdbc) {
        return new LinkedRows(jdbc, "browsers", "customer_browser", "customer_id", false, "browser");
    }

    @Bean
    CustomerLinks rolesOfCustomers(JdbcTemplate jdbc) {
        return new Copies(jdbc, "roles", "customer_role", "role", "since", "");
    }

    @Bean
    CustomerLinks customAnswersOfCustomers(JdbcTemplate jdbc) {
        return new Copies(jdbc, "answers", "customer_field_value", "field_id", "set_at", ", value_text, value_key, value_number, value_date");
    }

    @Bean
    CustomerLinks detailsOfCustomers(CustomerRepository customers) {
        return new Few("details") {

            @Override
            public List<String> move(CustomerId from, CustomerId into) {
                var taken = record(into).fillFrom(record(from));
                customers.flush();
                return taken;
            }

            @Override
            public void moveBack(List<String> keys, CustomerId from, CustomerId into) {
                record(into).giveBack(keys, record(from));
                customers.flush();
            }

            private Customer record(CustomerId id) {
                return customers.findById(id.value()).orElseThrow(NotFound::new);
            }
        };
    }

    @Bean
    CustomerLinks stagesOfCustomers(Stages stages, Clock clock) {
        return new Few("stages") {

            @Override
            public List<String> move(CustomerId from, CustomerId into) {
                return stages.joined(from, into, clock.instant()).stream().map(String::valueOf).toList();
            }

            @Override
            public void moveBack(List<String> keys, CustomerId from, CustomerId into) {
                keys.forEach(position -> stages.parted(into, Integer.parseInt(position)));
            }
        };
    }

    /** Part of the record itself: nothing to count. */
    private abstract static class Few implements CustomerLinks {

        private final String rows;

        Few(String rows) {
            this.rows = rows;
        }

        @Override
        public String rows() {
            return rows;
        }

        @Override
        public long count(CustomerId customer) {
            return 0;
        }
    }

    /** Rows of which a customer has one of a name, each with the moment it was written. */
    private record Copies(JdbcTemplate jdbc, String rows, String table, String name, String moment, String rest) implements CustomerLinks {

        private static final HexFormat HEX = HexFormat.of();

        @Override
        public long count(CustomerId customer) {
            return jdbc.queryForObject("select count(*) from " + table + " where customer_id = ?", Long.class, bytes(customer.value()));
        }

        @Override
        public List<String> move(CustomerId from, CustomerId into) {
            var missing = " from " + table + " where customer_id = ? and " + name + " not in (select " + name + " from (select " + name + " from " + table
                    + " where customer_id = ?) theirs)";
            var keys = jdbc.query("select " + name + missing, (row, n) -> key(row.getObject(1)), bytes(from.value()), bytes(into.value()));
            jdbc.update("insert into " + table + " (customer_id, " + name + ", " + moment + rest + ") select ?, " + name + ", " + moment + rest + missing,
                    bytes(into.value()), bytes(from.value()), bytes(into.value()));
            return keys;
        }

        @Override
        public void moveBack(List<String> keys, CustomerId from, CustomerId into) {
            jdbc.query("select " + name + ", " + moment + " from " + table + " where customer_id = ?",
                    (row, n) -> new Object[] {bytes(into.value()), row.getObject(1), utc(instant(row, moment))}, bytes(from.value())).stream()
                    .filter(row -> keys.contains(key(row[1])))
                    .forEach(row -> jdbc.update("delete from " + table + " where customer_id = ? and " + name + " = ? and " + moment + " = ?", row));
        }

        private static String key(Object value) {
            return value instanceof byte[] id ? HEX.formatHex(id) : String.valueOf(value);
        }
    }
}
