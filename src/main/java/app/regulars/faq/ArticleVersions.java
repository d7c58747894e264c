package app.regulars.faq;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;
import static app.regulars.platform.persistence.Columns.uuid;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every text that was ever published, numbered from 1 in each language. Nothing here is ever changed. */
@Component
class ArticleVersions {

    private final JdbcTemplate jdbc;

    ArticleVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param putBack the number whose words were shown again, or null for new ones */
    void add(UUID article, String language, ArticleText text, StaffId by, Instant at, Integer putBack) {
        var number = newest(article).getOrDefault(language, 0) + 1;
        jdbc.update("""
                insert into faq_version (article_id, language, number, title, summary, body, keywords, approved_by, published_at, put_back)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", bytes(article), language, number, text.title(), text.summary(), text.body(), text.keywords(),
                bytes(by.value()), utc(at), putBack);
    }

    /** The newest number by language. */
    Map<String, Integer> newest(UUID article) {
        var numbers = new HashMap<String, Integer>();
        jdbc.query("select language, max(number) as newest from faq_version where article_id = ? group by language",
                row -> {
                    numbers.put(row.getString("language"), row.getInt("newest"));
                }, bytes(article));
        return numbers;
    }

    /** The newest first. */
    List<PublishedText> list(UUID article, String language) {
        return jdbc.query("""
                select number, title, summary, body, keywords, approved_by, published_at, put_back from faq_version where article_id = ? and language = ?
                order by number desc limit 200""", (row, n) -> new PublishedText(row.getInt("number"), row.getString("title"), row.getString("summary"), row.getString("body"),
                row.getString("keywords"), new StaffId(uuid(row.getBytes("approved_by"))), instant(row, "published_at"), row.getObject("put_back", Integer.class)),
                bytes(article), language);
    }

    PublishedText get(UUID article, String language, int number) {
        return list(article, language).stream().filter(text -> text.number() == number).findFirst().orElseThrow(NotFound::new);
    }
}
