package app.regulars.forum;

import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that look after questions nobody has answered. */
@Service
@Transactional(readOnly = true)
public class UnansweredTopics {

    private final JdbcTemplate jdbc;

    UnansweredTopics(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param product a handle, or null @param customer null where staff asked, or somebody who left */
    public record Unanswered(String slug, String title, String language, String product, CustomerId customer, Instant at) {

        @Override
        public String toString() {
            return "topic " + slug;
        }
    }

    /** Open topics without any answer that were asked since a moment, the newest first. */
    public List<Unanswered> since(Instant moment, int most) {
        return jdbc.query("""
                select t.slug, t.title, t.language, t.product, t.customer_id, t.opened_at from forum_topic t join forum_post p on p.topic_id = t.id and p.number = 1
                where t.posts = 1 and t.status = 'OPEN' and p.hidden_at is null and t.opened_at >= ? order by t.opened_at desc, t.id limit ?""",
                (row, n) -> new Unanswered(row.getString("slug"), row.getString("title"), row.getString("language"), row.getString("product"),
                        row.getBytes("customer_id") == null ? null : new CustomerId(uuid(row.getBytes("customer_id"))), instant(row, "opened_at")), utc(moment), most);
    }
}
