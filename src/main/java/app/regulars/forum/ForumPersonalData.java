package app.regulars.forum;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.privacy.PersonalDataSource;
import java.util.Map;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forum knows of a person: what they wrote. After erasure the words stay, for those who asked, without a writer. */
@Component
class ForumPersonalData implements PersonalDataSource {

    private static final Limit ALL = Limit.of(100_000);

    private final TopicRepository topics;
    private final PostRepository posts;
    private final HelpfulMarks marks;

    ForumPersonalData(TopicRepository topics, PostRepository posts, HelpfulMarks marks) {
        this.topics = topics;
        this.posts = posts;
        this.marks = marks;
    }

    @Override
    public String block() {
        return "forum.personal-data";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(CustomerId customer) {
        return Map.of("posts", posts.ofCustomer(customer, ALL).stream().map(line -> Map.of("topic", line.title(), "address",
                new PostPlace(line.slug(), new PostId(line.post()), line.number()).address(), "text", line.text(), "at", line.at().toString())).toList());
    }

    @Override
    @Transactional
    public void erase(CustomerId customer) {
        topics.forgetAsker(customer);
        topics.forgetSolver(customer);
        posts.forget(customer);
        marks.forget(customer.value());
    }
}
