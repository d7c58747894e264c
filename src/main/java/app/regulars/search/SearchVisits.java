package app.regulars.search;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.identity.CustomerId;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person looked for, as far as she allows that it is known. The log itself never says who; here stand the joins, and when
 * they are cut nothing leads from the log to the person any more. Whoever joins has asked for the permission.
 */
@Service
@Transactional
public class SearchVisits {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    SearchVisits(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param queries keys of the log, at most some hundred; one that is joined already stays as it is */
    public void join(Collection<UUID> queries, CustomerId customer) {
        var now = utc(clock.instant());
        jdbc.batchUpdate("insert into search_visit (id, customer_id, joined_at) values (?, ?, ?) on duplicate key update joined_at = joined_at",
                queries.stream().distinct().map(query -> new Object[] {bytes(query), bytes(customer.value()), now}).toList());
    }

    /** Nothing that was looked for leads to this person any more. */
    public void cut(CustomerId customer) {
        jdbc.update("delete from search_visit where customer_id = ?", bytes(customer.value()));
    }

    /** How much of what was looked for is known to be hers. */
    @Transactional(readOnly = true)
    public long count(CustomerId customer) {
        var counted = jdbc.queryForObject("select count(*) from search_visit where customer_id = ?", Long.class, bytes(customer.value()));
        return counted == null ? 0 : counted;
    }
}
