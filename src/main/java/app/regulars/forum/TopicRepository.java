package app.regulars.forum;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TopicRepository extends Repository<Topic, UUID> {

    String LINE = """
            select new app.regulars.forum.TopicRepository$Line(t.id, t.slug, t.title, t.language, c.slug, c.nameEn, c.nameFr, t.asker.customerId,
            t.asker.staffId, t.posts, t.solution, t.status, t.openedAt, t.lastPostAt, t.product, t.brief, t.solvedAt, t.solver.customerId, t.solver.staffId)
            from Topic t join ForumCategory c on c.id = t.categoryId\s""";

    record Line(UUID id, String slug, String title, String language, String category, String nameEn, String nameFr, CustomerId customer, StaffId staff,
                int posts, UUID solution, TopicStatus status, Instant openedAt, Instant lastPostAt, String product, String brief, Instant solvedAt,
                CustomerId solvedCustomer, StaffId solvedStaff) {

        Writer asker() {
            return new Writer(customer, staff);
        }

        Writer solver() {
            return new Writer(solvedCustomer, solvedStaff);
        }
    }

    Topic save(Topic topic);

    Optional<Topic> findById(UUID id);

    /** For changes: whoever comes second waits, instead of failing. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Topic t where t.slug = :slug")
    Optional<Topic> lockBySlug(String slug);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Topic t where t.id = :id")
    Optional<Topic> lockById(UUID id);

    boolean existsBySlug(String slug);

    @Query("select count(t) > 0 from Topic t where t.slug = :slug and t.asker.customerId = :customer")
    boolean asked(CustomerId customer, String slug);

    @Query(LINE + "where t.slug = :slug")
    Optional<Line> line(String slug);

    @Query(LINE + "where (:category is null or c.slug = :category) order by t.lastPostAt desc, t.id desc")
    List<Line> latest(String category, Pageable page);

    @Query(LINE + "where (:category is null or c.slug = :category) order by t.openedAt desc, t.id desc")
    List<Line> newest(String category, Pageable page);

    @Query(LINE + "where t.solution is not null and (:category is null or c.slug = :category) order by t.solvedAt desc, t.id desc")
    List<Line> solved(String category, Pageable page);

    @Query(LINE + "where t.posts = 1 and t.status = app.regulars.forum.TopicStatus.OPEN and (:category is null or c.slug = :category) order by t.openedAt, t.id")
    List<Line> unanswered(String category, Pageable page);

    @Query(LINE + """
            where t.solution is null and t.staffAnswered = false and t.status = app.regulars.forum.TopicStatus.OPEN
            and (:category is null or c.slug = :category) order by t.openedAt, t.id""")
    List<Line> unsolved(String category, Pageable page);

    @Query("select count(t) from Topic t join ForumCategory c on c.id = t.categoryId where (:category is null or c.slug = :category)")
    long countAll(String category);

    @Query("select count(t) from Topic t join ForumCategory c on c.id = t.categoryId where t.solution is not null and (:category is null or c.slug = :category)")
    long countSolved(String category);

    @Query("""
            select count(t) from Topic t join ForumCategory c on c.id = t.categoryId where t.posts = 1
            and t.status = app.regulars.forum.TopicStatus.OPEN and (:category is null or c.slug = :category)""")
    long countUnanswered(String category);

    @Query("""
            select count(t) from Topic t join ForumCategory c on c.id = t.categoryId where t.solution is null and t.staffAnswered = false
            and t.status = app.regulars.forum.TopicStatus.OPEN and (:category is null or c.slug = :category)""")
    long countUnsolved(String category);

    @Query("select t.slug from Topic t where t.solution is not null and t.slug in :slugs")
    List<String> solvedAmong(Collection<String> slugs);

    @Query(LINE + "where t.solution is not null and t.language = :language order by t.solvedAt desc")
    List<Line> latestSolved(String language, Limit limit);

    @Query(LINE + "where t.product = :product order by t.lastPostAt desc")
    List<Line> aboutProduct(String product, Limit limit);

    @Query("select distinct t.product from Topic t where t.product is not null")
    Set<String> discussedProducts();
}
