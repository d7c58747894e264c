package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that report on what is asked. */
@Service
@Transactional(readOnly = true)
public class AskedInquiries {

    private static final int AT_ONCE = 1_000;
    private static final String COLUMNS = """
            select i.number, i.type, i.product_handle, i.customer_id, i.subject, i.opened_at, i.minutes_spent,
                (select count(*) from inquiry_message a where a.inquiry_id = i.id and a.staff_id is not null) as replies""";
    private static final String WORDS = """
            , (select min(m.body) from inquiry_message m where m.inquiry_id = i.id and m.staff_id is null and m.written_at = i.opened_at) as body""";

    private final JdbcTemplate jdbc;

    AskedInquiries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted. @param product a handle, or null @param replies of staff, in the whole conversation @param minutes that they wrote down */
    public record Fact(String number, InquiryType type, String product, CustomerId customer, long replies, long minutes, Instant at) {
    }

    /** @param text what was asked first */
    public record Asked(Fact fact, String subject, String text) {

        @Override
        public String toString() {
            return "inquiry " + fact.number();
        }
    }

    /** All that were opened from one moment until before another, the oldest first; some hundred bytes each. */
    public List<Fact> facts(Instant from, Instant until) {
        return jdbc.query(COLUMNS + " from inquiry i where i.opened_at >= ? and i.opened_at < ? and i.merged_into is null order by i.opened_at, i.id", (row, n) -> fact(row), utc(from), utc(until));
    }

    /** The newest of them with their words, the oldest first. */
    public List<Asked> newest(Instant from, Instant until, int most) {
        return jdbc.query(COLUMNS + WORDS + " from inquiry i where i.opened_at >= ? and i.opened_at < ? and i.merged_into is null order by i.opened_at desc, i.id desc limit ?", (row, n) -> asked(row),
                utc(from), utc(until), most).reversed();
    }

    /** Those of these numbers with their words, the newest first. @param numbers at most 1,000 */
    public List<Asked> of(Collection<String> numbers) {
        if (numbers.size() > AT_ONCE) {
            throw new IllegalArgumentException("at most " + AT_ONCE + " at once");
        }
        return numbers.isEmpty() ? List.of() : jdbc.query(COLUMNS + WORDS + " from inquiry i where i.number in (" + String.join(",", Collections.nCopies(numbers.size(), "?"))
                + ") order by i.opened_at desc, i.id desc", (row, n) -> asked(row), numbers.toArray());
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(row.getString("number"), InquiryType.of(row.getString("type")), row.getString("product_handle"), new CustomerId(uuid(row.getBytes("customer_id"))), row.getLong("replies"),
                row.getLong("minutes_spent"), instant(row, "opened_at"));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var subject = row.getString("subject");
        return new Asked(fact(row), subject, row.getString("body") == null ? subject : row.getString("body"));
    }
}
