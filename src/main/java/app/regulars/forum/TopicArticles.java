package app.regulars.forum;

import app.regulars.faq.ArticleSource;
import app.regulars.faq.SourceWords;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.Markdown;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Solved topics as sources of help articles. Whoever gave the solution is thanked by the name everybody sees. */
@Component
@Transactional(readOnly = true)
class TopicArticles implements ArticleSource {

    static final String KIND = "topic";
    private static final int SUMMARY = 300;

    private final TopicReading reading;
    private final CurrentUser user;

    TopicArticles(TopicReading reading, CurrentUser user) {
        this.reading = reading;
        this.user = user;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<SourceWords> words(String ref) {
        if (!user.may(Permissions.HELP_WRITE)) {
            return Optional.empty();
        }
        return reading.page(ref, 1).filter(topic -> topic.solution() != null && !topic.solution().hidden()).map(topic -> new SourceWords(KIND, ref, topic.head().language(),
                topic.head().title(), topic.brief() == null ? Markdown.gist(topic.solution().text(), SUMMARY) : topic.brief(), topic.solution().text(),
                topic.product() == null ? List.of() : List.of(topic.product())));
    }

    @Override
    public Optional<Credit> credit(String ref) {
        return reading.page(ref, 1).map(topic -> new Credit(topic.solution() == null || topic.solution().hidden() ? null : topic.solution().author().name(),
                topic.head().address(), "/console/forum?open=" + ref));
    }
}
