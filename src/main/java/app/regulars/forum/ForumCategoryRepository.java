package app.regulars.forum;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ForumCategoryRepository extends Repository<ForumCategory, UUID> {

    ForumCategory save(ForumCategory category);

    Optional<ForumCategory> findBySlug(String slug);

    Optional<ForumCategory> findById(UUID id);

    record Line(String slug, String nameEn, String nameFr, String descriptionEn, String descriptionFr, long topics, long solved) {
    }

    @Query("""
            select new app.regulars.forum.ForumCategoryRepository$Line(c.slug, c.nameEn, c.nameFr, c.descriptionEn, c.descriptionFr, count(t.id), count(t.solution))
            from ForumCategory c left join Topic t on t.categoryId = c.id
            group by c.id, c.slug, c.nameEn, c.nameFr, c.descriptionEn, c.descriptionFr, c.position order by c.position, c.slug""")
    List<Line> cards(Limit limit);
}
