package app.regulars.faq;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.time.LocalDate;
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

    boolean existsBySlug(String slug);

    /** A line of the readers' lists: both titles and summaries in one statement. */
    record Line(String slug, UUID categoryId, String titleEn, String titleFr, String summaryEn, String summaryFr, Instant publishedAt, Instant changedAt) {
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

    /** A line of the staff's list, titles as they are being written. */
    record DeskLine(UUID id, String slug, UUID categoryId, String titleEn, String titleFr, String draftEn, String draftFr, String stateEn, String stateFr,
                    StaffId reviewerEn, StaffId reviewerFr, StaffId owner, LocalDate reviewOn, Instant publishedAt, Instant retiredAt, Instant changedAt) {
    }

    @Query("""
            select new app.regulars.faq.ArticleRepository$DeskLine(a.id, a.slug, a.categoryId, en.title, fr.title, den.title, dfr.title, den.state, dfr.state,
                den.reviewer, dfr.reviewer, a.owner, a.reviewOn, a.publishedAt, a.retiredAt, a.changedAt)
            from Article a left join a.texts en on key(en) = 'en' left join a.texts fr on key(fr) = 'fr'
            left join a.drafts den on key(den) = 'en' left join a.drafts dfr on key(dfr) = 'fr'
            order by a.createdAt, a.slug""")
    List<DeskLine> all(Limit limit);

    @Query("select distinct a.slug from Article a join a.drafts d where d.state = 'SCHEDULED' and d.publishAt <= :at order by a.slug")
    List<String> appearing(Instant at, Limit limit);

    @Query("""
            select a.slug from Article a where a.publishedAt is not null and a.reviewOn <= :today and (a.remindedOn is null or a.remindedOn < a.reviewOn)
            order by a.reviewOn, a.slug""")
    List<String> toCheck(LocalDate today, Limit limit);

    @Query("select a.slug from Article a where a.publishedAt is not null and a.plannedEnd.at <= :now order by a.plannedEnd.at, a.slug")
    List<String> ending(Instant now, Limit limit);

    long countByCategoryId(UUID category);
}
