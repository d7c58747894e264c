package app.regulars.forum;

import app.regulars.platform.i18n.Localized;
import app.regulars.platform.text.Markdown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Makes read records of topics and posts; a fixed number of statements a page, whatever stands on it. */
@Component
class TopicReading {

    private static final int BRIEF = 160;

    private final TopicRepository topics;
    private final PostRepository posts;
    private final People people;
    private final ViewCounts views;

    TopicReading(TopicRepository topics, PostRepository posts, People people, ViewCounts views) {
        this.topics = topics;
        this.posts = posts;
        this.people = people;
        this.views = views;
    }

    long count(TopicFilter filter, String category) {
        return switch (filter) {
            case LATEST, NEWEST -> topics.countAll(category);
            case SOLVED -> topics.countSolved(category);
            case UNANSWERED -> topics.countUnanswered(category);
            case UNSOLVED -> topics.countUnsolved(category);
        };
    }

    TopicList list(TopicFilter filter, String category, int page) {
        var total = count(filter, category);
        var pages = (int) Math.max(1, (total + TopicList.SIZE - 1) / TopicList.SIZE);
        var shown = Math.clamp(page, 1, pages);
        var slice = PageRequest.of(shown - 1, TopicList.SIZE);
        var lines = switch (filter) {
            case LATEST -> topics.latest(category, slice);
            case NEWEST -> topics.newest(category, slice);
            case SOLVED -> topics.solved(category, slice);
            case UNANSWERED -> topics.unanswered(category, slice);
            case UNSOLVED -> topics.unsolved(category, slice);
        };
        return new TopicList(rows(lines), total, shown, pages);
    }

    List<TopicRow> rows(Collection<TopicRepository.Line> lines) {
        var authors = people.of(lines.stream().map(TopicRepository.Line::asker).toList());
        var read = views.of(lines.stream().map(TopicRepository.Line::slug).toList());
        return lines.stream().map(line -> row(line, authors, read)).toList();
    }

    Optional<TopicPage> page(String slug, int page) {
        return topics.line(slug).map(line -> page(line, page));
    }

    private TopicPage page(TopicRepository.Line line, int asked) {
        var pages = Math.max(1, (line.posts() + TopicPage.SIZE - 1) / TopicPage.SIZE);
        var page = Math.clamp(asked, 1, pages);
        var first = (page - 1) * TopicPage.SIZE + 1;
        var last = page * TopicPage.SIZE;
        var found = posts.page(line.id(), first, last, line.solution() == null ? line.id() : line.solution());
        var authors = people.of(Stream.concat(found.stream().map(Post::writer), Stream.of(line.asker(), line.solver())).filter(java.util.Objects::nonNull).toList());
        var shown = found.stream().collect(Collectors.toMap(post -> post.id().value(), post -> view(post, line, authors)));
        var solution = line.solution() == null ? null : shown.get(line.solution());
        var question = found.getFirst();
        var onPage = found.stream().filter(post -> post.number() >= first && post.number() <= last).map(post -> shown.get(post.id().value())).toList();
        var brief = line.brief() != null ? line.brief() : solution == null || solution.hidden() ? null : Markdown.gist(solution.text(), BRIEF);
        return new TopicPage(row(line, authors, views.of(List.of(line.slug()))), line.product(), brief, solution,
                authors.getOrDefault(line.solver(), Author.GONE), line.solvedAt(), shown.get(question.id().value()), onPage, page, pages);
    }

    private static PostView view(Post post, TopicRepository.Line line, Map<Writer, Author> authors) {
        var author = post.writer() == null ? Author.GONE : authors.getOrDefault(post.writer(), Author.GONE);
        return new PostView(post.id(), post.number(), author, post.writer() != null && post.writer().equals(line.asker()),
                post.isHidden() ? null : post.text(), post.postedAt(), post.editedAt(), post.hiddenReason(), post.helpful(),
                post.id().value().equals(line.solution()));
    }

    private static TopicRow row(TopicRepository.Line line, Map<Writer, Author> authors, Map<String, Long> read) {
        return new TopicRow(line.slug(), line.title(), line.language(), line.category(), new Localized(line.nameEn(), line.nameFr()),
                authors.getOrDefault(line.asker(), Author.GONE), line.posts() - 1, read.getOrDefault(line.slug(), 0L), line.solution() != null, line.status(),
                line.openedAt(), line.lastPostAt());
    }

    /** Questions and solutions side by side, in three statements beside those for people. */
    List<SolvedTopic> solved(List<TopicRepository.Line> lines, int longest) {
        if (lines.isEmpty()) {
            return List.of();
        }
        var found = posts.questionsAndSolutions(lines.stream().map(TopicRepository.Line::id).toList(),
                lines.stream().map(TopicRepository.Line::solution).toList());
        var byId = found.stream().collect(Collectors.toMap(post -> post.id().value(), Function.identity()));
        Map<UUID, Post> questions = found.stream().filter(Post::isQuestion).collect(Collectors.toMap(Post::topicId, Function.identity(), (a, b) -> a));
        var authors = people.of(Stream.concat(found.stream().map(Post::writer), lines.stream().map(TopicRepository.Line::asker))
                .filter(java.util.Objects::nonNull).toList());
        var solved = new ArrayList<SolvedTopic>();
        for (var line : lines) {
            var question = questions.get(line.id());
            var answer = byId.get(line.solution());
            if (question != null && answer != null && !question.isHidden() && !answer.isHidden()) {
                solved.add(new SolvedTopic(line.slug(), line.title(), line.language(), authors.getOrDefault(line.asker(), Author.GONE),
                        Markdown.gist(question.text(), longest), authors.getOrDefault(answer.writer(), Author.GONE), Markdown.gist(answer.text(), longest),
                        line.posts() - 1, line.solvedAt()));
            }
        }
        return solved;
    }
}
