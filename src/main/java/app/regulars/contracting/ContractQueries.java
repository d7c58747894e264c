package app.regulars.contracting;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lists of contracts, straight into read records. */
@Component
class ContractQueries {

    private static final String ROW = "select number, customer_id, title, begins_on, ends_on, decide_on, remind_on, leaving, owner_id from contract ";

    private final JdbcTemplate jdbc;

    ContractQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that end first come first; of what ended the latest. */
    List<ContractRow> list(ContractFilter filter, LocalDate today, int offset, int limit) {
        var values = new ArrayList<>();
        var where = where(filter, today, values);
        values.add(limit);
        values.add(offset);
        var order = filter.tab() == ContractFilter.Tab.ENDED ? "ends_on desc, number" : "case when ends_on is null then 1 else 0 end, ends_on, number";
        return jdbc.query(ROW + where + " order by " + order + " limit ? offset ?", (row, n) -> row(row, today), values.toArray());
    }

    long count(ContractFilter filter, LocalDate today) {
        var values = new ArrayList<>();
        return jdbc.queryForObject("select count(*) from contract " + where(filter, today, values), Long.class, values.toArray());
    }

    List<ContractRow> ofCustomer(CustomerId customer, LocalDate today) {
        return jdbc.query(ROW + "where customer_id = ? order by begins_on desc, number limit 100", (row, n) -> row(row, today), (Object) bytes(customer.value()));
    }

    private static String where(ContractFilter filter, LocalDate today, List<Object> values) {
        var where = new ArrayList<String>();
        switch (filter.tab()) {
            case DECIDE -> where.add("leaving = false and remind_on <= ?");
            case RUNNING -> where.add("begins_on <= ? and (ends_on is null or ends_on >= ?)");
            case UPCOMING -> where.add("begins_on > ?");
            case ENDED -> where.add("leaving = true and ends_on < ?");
            case ALL -> where.add("1 = 1");
        }
        for (int i = 0; i < where.getFirst().length(); i++) {
            if (where.getFirst().charAt(i) == '?') {
                values.add(today);
            }
        }
        if (filter.owner() != null) {
            where.add("owner_id = ?");
            values.add(bytes(filter.owner().value()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.add("(number like ? or lower(title) like ?)");
            var text = filter.text().strip().replaceAll("[%_\\\\]", "");
            values.add("%" + text.toUpperCase(Locale.ROOT) + "%");
            values.add("%" + text.toLowerCase(Locale.ROOT) + "%");
        }
        return "where " + String.join(" and ", where);
    }

    private static ContractRow row(ResultSet row, LocalDate today) throws SQLException {
        var begins = row.getObject("begins_on", LocalDate.class);
        var ends = row.getObject("ends_on", LocalDate.class);
        return new ContractRow(new ContractNumber(row.getString("number")), new CustomerId(uuid(row.getBytes("customer_id"))), row.getString("title"),
                Contract.state(begins, ends, row.getObject("remind_on", LocalDate.class), row.getBoolean("leaving"), today), begins, ends, row.getObject("decide_on", LocalDate.class),
                new StaffId(uuid(row.getBytes("owner_id"))));
    }
}
