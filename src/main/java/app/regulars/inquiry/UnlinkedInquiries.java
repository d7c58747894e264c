package app.regulars.inquiry;

import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.faq.ArticleSources;
import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules that look after questions for which nothing was written: no answer names a help article, and none was made of it. */
@Service
@Transactional(readOnly = true)
public class UnlinkedInquiries {

    private final JdbcTemplate jdbc;
    private final ArticleSources articles;

    UnlinkedInquiries(JdbcTemplate jdbc, ArticleSources articles) {
        this.jdbc = jdbc;
        this.articles = articles;
    }

    /** @param text what was asked first @param product a handle, or null */
    public record Unlinked(String number, String text, String product, CustomerId customer, Instant at) {

        @Override
        public String toString() {
            return "inquiry " + number;
        }
    }

    /** Opened since a moment, complaints left out, the newest first. */
    public List<Unlinked> since(Instant moment, int most) {
        var used = articles.used(InquiryArticles.KIND);
        return jdbc.query("""
                select i.number, i.product_handle, i.customer_id, i.opened_at, i.subject, (select min(m.body) from inquiry_message m where m.inquiry_id = i.id and m.staff_id is null
                    and m.written_at = i.opened_at) as body
                from inquiry i where i.opened_at >= ? and i.type <> 'COMPLAINT' and i.merged_into is null and not exists (select 1 from inquiry_message a where a.inquiry_id = i.id
                    and a.staff_id is not null and a.body like '%/help/%') order by i.opened_at desc, i.id limit ?""",
                (row, n) -> new Unlinked(row.getString("number"), row.getString("body") == null ? row.getString("subject") : row.getString("body"),
                        row.getString("product_handle"), new CustomerId(uuid(row.getBytes("customer_id"))), instant(row, "opened_at")), utc(moment), most).stream()
                .filter(inquiry -> !used.contains(inquiry.number())).toList();
    }
}
