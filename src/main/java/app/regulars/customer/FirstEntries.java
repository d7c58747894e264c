package app.regulars.customer;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.identity.CustomerId;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What every new record begins with: the role of a customer, the first stage with its cause, and how the record came to be. */
@Component
class FirstEntries {

    private final JdbcTemplate jdbc;
    private final StageRules stages;

    FirstEntries(JdbcTemplate jdbc, StageRules stages) {
        this.jdbc = jdbc;
        this.stages = stages;
    }

    String stage(String source) {
        return stages.first(source);
    }

    /** Three statements, however many there are. */
    void write(Map<CustomerId, NewCustomer> added) {
        var roles = new ArrayList<Object[]>();
        var changes = new ArrayList<Object[]>();
        var origins = new ArrayList<Object[]>();
        added.forEach((id, person) -> {
            var at = utc(person.joinedAt());
            var month = stages.month(person.joinedAt());
            var origin = person.origin() == null ? Origin.of(person.source()) : person.origin();
            roles.add(new Object[] {bytes(id.value()), PartyRole.CUSTOMER.code(), at});
            changes.add(new Object[] {bytes(id.value()), at, month, stages.first(person.source()), StageRules.eventOf(person.source())});
            origins.add(new Object[] {bytes(id.value()), at, month, person.source(), origin.form(), origin.referrer(), origin.campaign(), origin.statement()});
        });
        if (!added.isEmpty()) {
            jdbc.batchUpdate("insert into customer_role (customer_id, role, since) values (?, ?, ?)", roles);
            jdbc.batchUpdate("insert into customer_stage_change (customer_id, position, changed_at, month_key, from_stage, to_stage, cause, actor) "
                    + "values (?, 0, ?, ?, null, ?, ?, 'SYSTEM')", changes);
            jdbc.batchUpdate("insert into customer_origin (customer_id, recorded_at, month_key, source, form, referrer, campaign, statement) values (?,?,?,?,?,?,?,?)",
                    origins);
        }
    }
}
