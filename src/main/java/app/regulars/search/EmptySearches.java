package app.regulars.search;

import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that look after what could not be found. */
@Service
@Transactional(readOnly = true)
public class EmptySearches {

    private final JdbcTemplate jdbc;

    EmptySearches(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param customer who looked, where she let that be joined; else null */
    public record Empty(UUID id, String text, String language, Instant at, CustomerId customer) {

        @Override
        public String toString() {
            return "search " + id;
        }
    }

    /** What was looked for in vain, the newest first. */
    public List<Empty> since(Instant moment, int most) {
        return jdbc.query("""
                select l.id, l.question, l.language, l.asked_at, v.customer_id from search_log l left join search_visit v on v.id = l.id
                where l.results = 0 and l.asked_at >= ? order by l.asked_at desc, l.id limit ?""", (row, n) -> new Empty(uuid(row.getBytes("id")), row.getString("question"),
                row.getString("language"), instant(row, "asked_at"), row.getBytes("customer_id") == null ? null : new CustomerId(uuid(row.getBytes("customer_id")))),
                utc(moment), most);
    }
}
