package app.regulars.contracting;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.CustomerLinks;
import app.regulars.platform.persistence.Columns;
import app.regulars.platform.persistence.LinkedRows;
import app.regulars.platform.privacy.PersonalDataSource;
import app.regulars.platform.privacy.PersonalTable;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What was agreed with somebody. A contract that still runs holds up erasure; after it the days stay, and no words and no files. */
@Component
class ContractPersonalData implements PersonalDataSource {

    private static final String MINE = "contract_id in (select id from contract where customer_id = :customer)";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ContractPersonalData(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String block() {
        return "contracting.personal-data";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("contract", "customer_id = :customer").blanked("''", "title", "terms"),
                PersonalTable.of("contract_moment", MINE).notInTheArchive().blanked("null", "detail"), PersonalTable.of("contract_file", MINE + " and shared = true").deleted(),
                PersonalTable.of("contract_file", MINE + " and shared = false").notInTheArchive().deleted());
    }

    @Override
    public List<String> unfinished(CustomerId customer) {
        return jdbc.queryForList("select number from contract where customer_id = ? and (leaving = false or ends_on >= ?) order by begins_on limit 100", String.class,
                Columns.bytes(customer.value()), Columns.utc(clock.instant()).toLocalDate());
    }

    @Configuration
    static class Links {

        @Bean
        CustomerLinks contractsOfCustomers(JdbcTemplate jdbc) {
            return new LinkedRows(jdbc, "contracts", "contract", true);
        }
    }
}
