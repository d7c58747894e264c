package app.regulars.forum;

import app.regulars.platform.identity.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PostRepository extends Repository<Post, UUID> {

    Post save(Post post);

    Optional<Post> findById(UUID id);

    @Query("select p from Post p where p.topicId = :topic and (p.number between :first and :last or p.number = 1 or p.id = :solution) order by p.number")
    List<Post> page(UUID topic, int first, int last, UUID solution);

    @Query("select p.text from Post p where p.topicId = :topic and p.hiddenAt is null order by p.number")
    List<String> texts(UUID topic, Limit limit);

    record Sent(String slug, UUID post, int number, CustomerId customer, app.regulars.platform.identity.StaffId staff) {
    }

    @Query("""
            select new app.regulars.forum.PostRepository$Sent(t.slug, p.id, p.number, p.writer.customerId, p.writer.staffId)
            from Post p join Topic t on t.id = p.topicId where p.submission = :submission""")
    Optional<Sent> sent(UUID submission);

    @Query("select count(p) from Post p where p.writer.customerId = :customer and p.postedAt > :since and p.postedAt <= :until")
    long countBy(CustomerId customer, Instant since, Instant until);

    record Participant(CustomerId customer) {
    }

    @Query("""
            select distinct new app.regulars.forum.PostRepository$Participant(p.writer.customerId) from Post p
            where p.topicId = :topic and p.writer.customerId is not null and p.hiddenAt is null""")
    List<Participant> participants(UUID topic, Limit limit);

    record Chosen(CustomerId customer, long solutions) {
    }

    @Query("""
            select new app.regulars.forum.PostRepository$Chosen(p.writer.customerId, count(t)) from Topic t join Post p on p.id = t.solution
            where p.writer.customerId in :customers group by p.writer.customerId""")
    List<Chosen> chosen(Collection<CustomerId> customers);

    record Line(String slug, UUID topic, UUID post, int number, String title, String text, UUID solution, int posts, Instant at) {
    }

    @Query("""
            select new app.regulars.forum.PostRepository$Line(t.slug, t.id, p.id, p.number, t.title, p.text, t.solution, t.posts, p.postedAt)
            from Post p join Topic t on t.id = p.topicId where p.writer.customerId = :customer order by p.postedAt desc, p.id desc""")
    List<Line> ofCustomer(CustomerId customer, Limit limit);

    @Query("select p.id from Post p where p.writer.customerId = :customer and p.id in :ids")
    List<UUID> own(CustomerId customer, Collection<UUID> ids);

    @Query("select count(p) from Post p where p.writer.customerId = :customer")
    long countOf(CustomerId customer);

    @Query("select p from Post p where p.id in :ids or (p.number = 1 and p.topicId in :topics)")
    List<Post> questionsAndSolutions(Collection<UUID> topics, Collection<UUID> ids);
}
