package app.regulars.selling;

import static app.regulars.platform.persistence.Columns.bytes;

import app.regulars.ordering.SalesAgents;
import app.regulars.platform.identity.StaffId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says which codes count, and whose orders an office sees. */
@Component
class Agents implements SalesAgents {

    static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,38}[A-Z0-9]");

    private final JdbcTemplate jdbc;

    Agents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> valid(String code) {
        var plain = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        return CODE.matcher(plain).matches() ? jdbc.queryForList("select code from sales_agent where code = ? and active = true", String.class, plain).stream().findFirst() : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> offices(StaffId staff) {
        return new TreeSet<>(jdbc.queryForList("select agent_code from sales_agent_staff where staff_id = ?", String.class, (Object) bytes(staff.value())));
    }

    @Override
    @Transactional(readOnly = true)
    public java.util.List<String> all() {
        return jdbc.queryForList("select code from sales_agent where active = true order by code", String.class);
    }
}
