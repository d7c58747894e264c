package app.regulars.platform.events;

import java.time.Instant;
import java.util.List;

import app.regulars.platform.persistence.Columns;
import app.regulars.platform.security.Permissions;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** What runs by itself, and how it went. */
@Service
@RolesAllowed(Permissions.SYSTEM_RUN)
public class Jobs {

    private final JdbcTemplate jdbc;

    Jobs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param failures in a row, 0 when the last run was fine */
    public record Job(String name, Instant next, boolean running, Instant lastSuccess, Instant lastFailure, int failures) {
    }

    /** By name. */
    public List<Job> list() {
        return jdbc.query("""
                select task_name, execution_time, picked, last_success, last_failure, consecutive_failures from scheduled_tasks
                order by task_name, execution_time limit 200""", (row, n) -> new Job(row.getString("task_name"),
                Columns.instant(row, "execution_time"), row.getBoolean("picked"), Columns.instant(row, "last_success"),
                Columns.instant(row, "last_failure"), row.getInt("consecutive_failures")));
    }
}
