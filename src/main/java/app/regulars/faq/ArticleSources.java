package app.regulars.faq;

import static app.regulars.platform.persistence.Columns.bytes;
import static app.regulars.platform.persistence.Columns.instant;
import static app.regulars.platform.persistence.Columns.utc;

import app.regulars.platform.i18n.Localized;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for modules whose records become articles: what was made from them, and that they have changed since. */
@Service
@Transactional
public class ArticleSources {

    private final JdbcTemplate jdbc;
    private final ObjectProvider<ArticleSource> sources;

    ArticleSources(JdbcTemplate jdbc, ObjectProvider<ArticleSource> sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** An article that was made from a record. @param shown whether readers see it */
    public record Made(String slug, Localized title, boolean shown) {
    }

    /** What was made from a record, the oldest first. */
    @Transactional(readOnly = true)
    public List<Made> madeFrom(String kind, String ref) {
        return jdbc.query("""
                select a.slug, a.published_at, coalesce(en.title, den.title) as title_en, coalesce(fr.title, dfr.title) as title_fr from faq_source s
                join faq_article a on a.id = s.article_id
                left join faq_article_text en on en.article_id = a.id and en.language = 'en' left join faq_article_text fr on fr.article_id = a.id and fr.language = 'fr'
                left join faq_draft den on den.article_id = a.id and den.language = 'en' left join faq_draft dfr on dfr.article_id = a.id and dfr.language = 'fr'
                where s.kind = ? and s.ref = ? order by s.linked_at, a.slug limit 20""", (row, n) -> {
                    var english = row.getString("title_en");
                    return new Made(row.getString("slug"), new Localized(english == null ? row.getString("title_fr") : english, row.getString("title_fr")),
                            row.getObject("published_at") != null);
                }, kind, ref);
    }

    /** The records of a kind that have an article made from them. */
    @Transactional(readOnly = true)
    public Set<String> used(String kind) {
        return new HashSet<>(jdbc.queryForList("select ref from faq_source where kind = ?", String.class, kind));
    }

    /** The record says something else than it did: whoever looks after the articles made from it is told by a flag. */
    public void changed(String kind, String ref, Instant at) {
        jdbc.update("update faq_source set changed_at = ? where kind = ? and ref = ?", utc(at), kind, ref);
    }

    /** What can be begun from a record; empty where whoever is signed in may not see it. */
    @Transactional(readOnly = true)
    public Optional<SourceWords> words(String kind, String ref) {
        return source(kind).flatMap(source -> source.words(ref));
    }

    private Optional<ArticleSource> source(String kind) {
        return sources.stream().filter(source -> source.kind().equals(kind)).findFirst();
    }

    void link(UUID article, SourceWords from, Instant at) {
        var known = jdbc.queryForObject("select count(*) from faq_source where article_id = ? and kind = ? and ref = ?", Long.class, bytes(article), from.kind(), from.ref());
        if (known == null || known == 0) {
            jdbc.update("insert into faq_source (article_id, kind, ref, linked_at) values (?, ?, ?, ?)", bytes(article), from.kind(), from.ref(), utc(at));
        }
    }

    List<SourceLink> of(UUID article) {
        return jdbc.query("select kind, ref, changed_at from faq_source where article_id = ? order by linked_at, kind, ref", (row, n) -> link(row.getString("kind"),
                row.getString("ref"), instant(row, "changed_at")), bytes(article));
    }

    /** Who is thanked is asked anew each time, so that whoever leaves takes her name along. */
    private SourceLink link(String kind, String ref, Instant changedAt) {
        var credit = source(kind).flatMap(source -> source.credit(ref));
        return new SourceLink(kind, ref, credit.map(ArticleSource.Credit::address).orElse(null), credit.map(ArticleSource.Credit::desk).orElse(null),
                credit.map(ArticleSource.Credit::name).orElse(null), changedAt);
    }

    /** Somebody has looked: the article still says what its sources say. */
    void looked(UUID article) {
        jdbc.update("update faq_source set changed_at = null where article_id = ?", bytes(article));
    }

    /** Slugs of articles with a source that has changed. */
    Set<String> flagged() {
        return new HashSet<>(jdbc.queryForList("select distinct a.slug from faq_source s join faq_article a on a.id = s.article_id where s.changed_at is not null", String.class));
    }
}
