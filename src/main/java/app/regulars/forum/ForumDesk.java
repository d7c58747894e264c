package app.regulars.forum;

import app.regulars.faq.ArticleSources;
import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Localized;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.CurrentUser;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.text.PersonTexts;
import app.regulars.platform.text.Slug;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door: answering for the shop, choosing solutions, closing, hiding, and what still waits for an answer. */
@Service
@RolesAllowed({Permissions.FORUM_ANSWER, Permissions.FORUM_MODERATE})
@Transactional
public class ForumDesk {

    private static final Limit MOST_EDITS = Limit.of(50);
    private static final Limit MOST_CATEGORIES = Limit.of(200);
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int LONGEST_SLUG = 80;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Threads threads;
    private final ForumCategoryRepository categories;
    private final PostEditRepository edits;
    private final TopicReading reading;
    private final AuditTrail audit;
    private final ArticleSources articles;
    private final CurrentUser user;
    private final Clock clock;

    ForumDesk(Threads threads, ForumCategoryRepository categories, PostEditRepository edits, TopicReading reading, AuditTrail audit, ArticleSources articles, CurrentUser user,
              Clock clock) {
        this.articles = articles;
        this.threads = threads;
        this.categories = categories;
        this.edits = edits;
        this.reading = reading;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /** Adds the category, or changes its words and place. */
    @RolesAllowed(Permissions.FORUM_MODERATE)
    public void saveCategory(String slug, Localized name, Localized description, int position) {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("not a slug: " + slug);
        }
        var category = categories.findBySlug(slug).orElseGet(() -> new ForumCategory(slug));
        var before = category.name() == null ? null : fields(category);
        category.describe(name, description, position);
        categories.save(category);
        audit.changed(user.staff().orElse(null), "forum.category.saved", "forum-category", category.id(), Change.of(slug).from(before).to(fields(category)));
    }

    /**
     * Opens a category at the end, or changes the words of one.
     *
     * @param slug of the one that is changed; empty for a new one, which is then named after its English name
     * @throws Refused beside "nameEn", "nameFr", "descriptionEn" or "descriptionFr"
     */
    @RolesAllowed(Permissions.FORUM_MODERATE)
    public void nameCategory(String slug, Localized name, Localized description) {
        var known = categories.cards(MOST_CATEGORIES).stream().map(ForumCategoryRepository.Line::slug).toList();
        var words = new Localized(words(name.en(), LONGEST_NAME, "nameEn", true), words(name.fr(), LONGEST_NAME, "nameFr", false));
        var about = new Localized(words(description.en(), LONGEST_DESCRIPTION, "descriptionEn", true),
                words(description.fr(), LONGEST_DESCRIPTION, "descriptionFr", false));
        var place = slug.isEmpty() ? Slug.of(words.en(), LONGEST_SLUG) : slug;
        if (place.isEmpty() || slug.isEmpty() && known.contains(place)) {
            throw new Refused(place.isEmpty() ? "forum.category.name.letters" : "forum.category.name.taken", "nameEn", Map.of());
        }
        if (!slug.isEmpty() && !known.contains(slug)) {
            throw new NotFound();
        }
        saveCategory(place, words, about, slug.isEmpty() ? known.size() : known.indexOf(slug));
    }

    private static String words(String typed, int longest, String field, boolean needed) {
        var text = needed ? PersonTexts.required(typed, "forum.category." + (field.startsWith("name") ? "name" : "description") + ".missing", field)
                : PersonTexts.clean(typed);
        return PersonTexts.bounded(text, longest, field);
    }

    /** Opens a topic for the shop. */
    @RolesAllowed(Permissions.FORUM_ANSWER)
    public PostPlace open(StaffId by, NewTopic topic) {
        var place = threads.open(topic, Writer.of(by), clock.instant());
        audit.changed(by, "forum.opened", "topic", threads.topic(place.slug()).id().value(), Change.of(place.slug()));
        return place;
    }

    /** Answers for the shop, in closed topics too; the same submission again answers the first one's place. */
    @RolesAllowed(Permissions.FORUM_ANSWER)
    public PostPlace answer(StaffId by, String topic, NewPost answer) {
        var place = threads.answer(topic, answer, Writer.of(by), clock.instant());
        audit.changed(by, "forum.answered", "topic", threads.topic(topic).id().value(), Change.of(topic));
        return place;
    }

    /** The help articles that were made from a topic. */
    @Transactional(readOnly = true)
    public List<ArticleSources.Made> articles(String slug) {
        return articles.madeFrom(TopicArticles.KIND, slug);
    }

    public void solve(StaffId by, PostId answer) {
        threads.solve(answer, Writer.of(by), clock.instant());
        var topic = threads.topic(threads.post(answer));
        audit.changed(by, "forum.solved", "topic", topic.id().value(), Change.of(topic.slug()).to(Change.fields("solution", answer)));
    }

    public void unsolve(StaffId by, String topic) {
        var before = threads.topic(topic).solution();
        threads.unsolve(topic, Writer.of(by), clock.instant());
        audit.changed(by, "forum.unsolved", "topic", threads.topic(topic).id().value(), Change.of(topic).of("solution", before, null));
    }

    /** The answer in one sentence, shown on top; empty words take it away. */
    public void summarize(StaffId by, String slug, String words) {
        var topic = threads.topic(slug);
        var before = topic.brief();
        topic.summarize(words);
        threads.changed(topic, clock.instant());
        audit.changed(by, "forum.summarized", "topic", topic.id().value(), Change.of(slug).of("brief", before, topic.brief()));
    }

    /** Nobody but staff can answer any more. */
    @RolesAllowed(Permissions.FORUM_MODERATE)
    public void close(StaffId by, String slug) {
        var topic = threads.topic(slug);
        var before = topic.status();
        topic.close();
        threads.changed(topic, clock.instant());
        audit.changed(by, "forum.closed", "topic", topic.id().value(), Change.of(slug).of("status", before, topic.status()));
    }

    @RolesAllowed(Permissions.FORUM_MODERATE)
    public void reopen(StaffId by, String slug) {
        var topic = threads.topic(slug);
        var before = topic.status();
        topic.reopen();
        threads.changed(topic, clock.instant());
        audit.changed(by, "forum.reopened", "topic", topic.id().value(), Change.of(slug).of("status", before, topic.status()));
    }

    /** Hides a post from everybody, its writer included; the reason stands in its place. A hidden solution is none. */
    @RolesAllowed(Permissions.FORUM_MODERATE)
    public void hide(StaffId by, PostId id, String reason) {
        var post = threads.post(id);
        var topic = threads.topic(post);
        post.hide(by, reason, clock.instant());
        if (id.value().equals(topic.solution())) {
            topic.unsolve(Writer.of(by));
            articles.changed(TopicArticles.KIND, topic.slug(), clock.instant());
        }
        threads.changed(topic, clock.instant());
        audit.changed(by, "forum.hidden", "post", id.value(), about(post, topic).of("hidden", false, true).because(reason.strip()));
    }

    @RolesAllowed(Permissions.FORUM_MODERATE)
    public void show(StaffId by, PostId id) {
        var post = threads.post(id);
        post.show();
        threads.changed(threads.topic(post), clock.instant());
        audit.changed(by, "forum.shown", "post", id.value(), about(post, threads.topic(post)).of("hidden", true, false));
    }

    /** What the post said before, the latest first. */
    @Transactional(readOnly = true)
    public List<String> before(PostId id) {
        return edits.before(id.value(), MOST_EDITS);
    }

    @Transactional(readOnly = true)
    public TopicList topics(TopicFilter filter, int page) {
        return reading.list(filter, null, page);
    }

    @Transactional(readOnly = true)
    public long count(TopicFilter filter) {
        return reading.count(filter, null);
    }

    /** What a member of staff may do in a topic. */
    public Viewer viewer(String name) {
        return new Viewer(name, true, true, Set.of(), Set.of());
    }

    private static Change about(Post post, Topic topic) {
        return Change.of(topic.slug()).about(post.writer() == null ? null : post.writer().customerId());
    }

    private static Map<String, Object> fields(ForumCategory category) {
        return Change.fields("nameEn", category.name().en(), "nameFr", category.name().fr(), "description", category.description().en());
    }
}
