package app.regulars.forum;

import app.regulars.platform.i18n.Languages;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.text.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for other modules: what is talked about. */
@Service
@Transactional(readOnly = true)
public class Forum {

    private static final int EXCERPT = 280;
    private static final int LINE = 160;

    private final TopicRepository topics;
    private final PostRepository posts;
    private final TopicReading reading;
    private final ViewCounts views;

    Forum(TopicRepository topics, PostRepository posts, TopicReading reading, ViewCounts views) {
        this.topics = topics;
        this.posts = posts;
        this.reading = reading;
        this.views = views;
    }

    /** Topics in the reader's language that were solved last. */
    public List<SolvedTopic> latestSolved(int most, Locale locale) {
        return reading.solved(topics.latestSolved(Languages.code(locale), Limit.of(most)), EXCERPT);
    }

    /** What a customer wrote, the latest first. */
    public List<CustomerPost> ofCustomer(CustomerId customer, int most) {
        return posts.ofCustomer(customer, Limit.of(most)).stream().map(line -> new CustomerPost(
                new PostPlace(line.slug(), new PostId(line.post()), line.number()), line.title(), Markdown.gist(line.text(), LINE), line.number() == 1,
                line.post().equals(line.solution()), line.solution() != null, line.posts() - 1, line.at())).toList();
    }

    public long countOfCustomer(CustomerId customer) {
        return posts.countOf(customer);
    }

    /** The handles of products that a topic is about, shown or not. */
    public Set<String> discussedProducts() {
        return topics.discussedProducts();
    }

    /** Topics about a product, the last answered first. */
    public List<TopicRow> aboutProduct(String handle, int most) {
        return reading.rows(topics.aboutProduct(handle, Limit.of(most)));
    }

    public Optional<TopicRow> find(String slug) {
        return topics.line(slug).map(line -> reading.rows(List.of(line)).getFirst());
    }

    /** Adds readings that were counted elsewhere (history, import). */
    public void addViews(String slug, long count) {
        views.add(slug, count);
    }
}
