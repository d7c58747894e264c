package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that report on what is asked. */
@Service
@Transactional(readOnly = true)
public class AskedInquiries {

    private final JdbcTemplate jdbc;

    AskedInquiries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param product a handle, or null @param replies of staff, in the whole conversation @param minutes that they wrote down @param text what was asked first */
    public record Asked(String number, InquiryType type, String product, CustomerId customer, String subject, String text, long replies, long minutes, Instant at) {

        @Override
        public String toString() {
            return "inquiry " + number;
        }
    }

    /** Opened from one moment until before another, the oldest first. */
    public List<Asked> between(Instant from, Instant until, int most) {
        return jdbc.query("""
                select i.number, i.type, i.product_handle, i.customer_id, i.subject, i.opened_at, i.minutes_spent,
                    (select min(m.body) from inquiry_message m where m.inquiry_id = i.id and m.staff_id is null and m.written_at = i.opened_at) as body,
                    (select count(*) from inquiry_message a where a.inquiry_id = i.id and a.staff_id is not null) as replies
                from inquiry i where i.opened_at >= ? and i.opened_at < ? and i.merged_into is null order by i.opened_at, i.id limit ?""",
                (row, n) -> new Asked(row.getString("number"), InquiryType.of(row.getString("type")), row.getString("product_handle"), new CustomerId(uuid(row.getBytes("customer_id"))),
                        row.getString("subject"), row.getString("body") == null ? row.getString("subject") : row.getString("body"), row.getLong("replies"), row.getLong("minutes_spent"), instant(row, "opened_at")),
                utc(from), utc(until), most);
    }
}
