package app.regulars.faq;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ArticleRepository extends Repository<Article, UUID> {

    Article save(Article article);

    @Query("select a from Article a left join fetch a.texts where a.slug = :slug")
    Optional<Article> findBySlug(String slug);

    /** A line of the lists: both titles and summaries in one statement. */
    record Line(String slug, UUID categoryId, String titleEn, String titleFr, String summaryEn, String summaryFr, java.time.Instant publishedAt,
                java.time.Instant changedAt) {
    }

    @Query("""
            select new app.regulars.faq.ArticleRepository$Line(a.slug, a.categoryId, en.title, fr.title, en.summary, fr.summary, a.publishedAt, a.changedAt)
            from Article a join a.texts en on key(en) = 'en' left join a.texts fr on key(fr) = 'fr'
            where a.publishedAt is not null order by a.createdAt, a.slug""")
    List<Line> published(Limit limit);

    @Query("""
            select new app.regulars.faq.ArticleRepository$Line(a.slug, a.categoryId, en.title, fr.title, en.summary, fr.summary, a.publishedAt, a.changedAt)
            from Article a join a.texts en on key(en) = 'en' left join a.texts fr on key(fr) = 'fr'
            where a.publishedAt is not null and a.slug in :slugs""")
    List<Line> published(Collection<String> slugs);

    @Query("""
            select new app.regulars.faq.ArticleRepository$Line(a.slug, a.categoryId, en.title, fr.title, en.summary, fr.summary, a.publishedAt, a.changedAt)
            from Article a join a.texts en on key(en) = 'en' left join a.texts fr on key(fr) = 'fr'
            where a.publishedAt is not null and :handle member of a.products order by a.createdAt""")
    List<Line> aboutProduct(String handle, Limit limit);

    @Query("select distinct p from Article a join a.products p where a.publishedAt is not null")
    Set<String> explainedProducts();

    @Query("""
            select new app.regulars.faq.ArticleRepository$Line(a.slug, a.categoryId, en.title, fr.title, en.summary, fr.summary, a.publishedAt, a.changedAt)
            from Article a join a.texts en on key(en) = 'en' left join a.texts fr on key(fr) = 'fr'
            order by a.createdAt, a.slug""")
    List<Line> all(Limit limit);
}
