package app.regulars.faq;

import app.regulars.platform.NotFound;
import app.regulars.platform.Refused;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.security.Permissions;
import app.regulars.platform.shop.Shop;
import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The staff's door to what readers see: review, approval, versions, retirement, and who looks after an article. */
@Service
@RolesAllowed(Permissions.HELP_WRITE)
@Transactional
public class PublishingDesk {

    private final ArticleRepository articles;
    private final ArticleVersions versions;
    private final ArticleSources sources;
    private final Showing showing;
    private final Editors editors;
    private final AuditTrail audit;
    private final Shop shop;
    private final Clock clock;

    PublishingDesk(ArticleRepository articles, ArticleVersions versions, ArticleSources sources, Showing showing, Editors editors, AuditTrail audit, Shop shop, Clock clock) {
        this.articles = articles;
        this.versions = versions;
        this.sources = sources;
        this.showing = showing;
        this.editors = editors;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    /** Asks that somebody reads the draft of a language. @param reviewer null for whoever comes first */
    public void askReview(StaffId by, String slug, String language, StaffId reviewer, String note) {
        var article = article(slug);
        if (reviewer != null && !editors.mayWrite(reviewer)) {
            throw new Refused("faq.refused.reviewer", "reviewer", Map.of());
        }
        article.askReview(language, reviewer, note, by, clock.instant());
        articles.save(article);
        audit.changed(by, "article.review-asked", "article", article.id(), Change.of(slug).of("language", null, language).because(note));
    }

    public void sendBack(StaffId by, String slug, String language, String note) {
        var article = article(slug);
        article.sendBack(language, note, by);
        articles.save(article);
        audit.changed(by, "article.sent-back", "article", article.id(), Change.of(slug).of("language", null, language).because(note));
    }

    /**
     * Shows the draft of a language to everybody, at once or at a later hour.
     *
     * @param moment null for now
     * @throws Refused for words that nobody but whoever approves has written or read, where there is somebody else who could
     */
    public void approve(StaffId by, String slug, String language, Instant moment) {
        var article = article(slug);
        var now = clock.instant();
        var shown = article.approve(language, editors.isAlone(by), moment, by, now);
        if (article.reviewOn() == null) {
            article.lookedAfter(article.owner() == null ? by : article.owner(), today().plusDays(Article.CHECKED_EVERY_DAYS));
        }
        shown.ifPresentOrElse(text -> {
            showing.shown(article, Map.of(language, text), by, null);
            audit.changed(by, "article.published", "article", article.id(), Change.of(slug).of("language", null, language));
        }, () -> {
            articles.save(article);
            audit.changed(by, "article.scheduled", "article", article.id(), Change.of(slug).to(Change.fields("language", language, "publishAt", moment)));
        });
    }

    /** Approves whatever is being written in any language, English first; what was retired is shown again. Again changes nothing. */
    public void publish(StaffId by, String slug) {
        var article = article(slug);
        if (article.drafts().isEmpty() && article.isRetired()) {
            restore(by, slug);
        }
        Article.LANGUAGES.stream().filter(article.drafts()::containsKey).toList().forEach(language -> approve(by, slug, language, null));
    }

    /** Takes the article from the readers. @param leadsTo the slug of a published article that they are led to instead, or blank */
    public void retire(StaffId by, String slug, String leadsTo) {
        var article = article(slug);
        var to = successor(slug, leadsTo);
        if (article.retire(to, clock.instant())) {
            showing.gone(article);
            audit.changed(by, "article.taken-back", "article", article.id(), Change.of(slug).from(Change.fields("published", true)).to(Change.fields("published", false, "leadsTo", to)));
        }
    }

    /** The same at a later hour. @param moment null for no more @throws Refused beside "retireAt" for a moment that has passed, or an article that nobody sees */
    public void retireAt(StaffId by, String slug, String leadsTo, Instant moment) {
        var article = article(slug);
        if (moment != null && (!moment.isAfter(clock.instant()) || !article.isPublished())) {
            throw new Refused("faq.refused.hour", "retireAt", Map.of());
        }
        var before = article.plannedEnd();
        article.plan(moment == null ? null : new PlannedEnd(moment, successor(slug, leadsTo)));
        articles.save(article);
        audit.changed(by, "article.end-planned", "article", article.id(), Change.of(slug).of("retireAt", before == null ? null : before.at(), moment));
    }

    private String successor(String slug, String leadsTo) {
        var to = leadsTo == null || leadsTo.isBlank() ? null : leadsTo.strip();
        if (to != null && (to.equals(slug) || articles.findBySlug(to).filter(Article::isPublished).isEmpty())) {
            throw new Refused("faq.refused.leads-to", "leadsTo", Map.of());
        }
        return to;
    }

    public void restore(StaffId by, String slug) {
        var article = article(slug);
        if (article.restore(clock.instant())) {
            showing.shown(article, Map.of(), by, null);
            audit.changed(by, "article.restored", "article", article.id(), Change.of(slug).of("published", false, true));
        }
    }

    /** What readers saw in a language, the newest first. */
    @Transactional(readOnly = true)
    public List<PublishedText> versions(String slug, String language) {
        return versions.list(article(slug).id(), language);
    }

    /** Shows the words of an older text again; they were approved once, so nobody needs to read them anew. */
    public void putBack(StaffId by, String slug, String language, int number) {
        var article = article(slug);
        var old = versions.get(article.id(), language, number);
        article.putBack(language, old.text(), clock.instant());
        showing.shown(article, Map.of(language, old.text()), by, number);
        audit.changed(by, "article.put-back", "article", article.id(), Change.of(slug).to(Change.fields("language", language, "version", number)));
    }

    /** A line of a text compared with that of another. @param kind "same", "gone" or "new" */
    public record Stretch(String kind, String text) {
    }

    /** What one text says otherwise than an older one, line by line. */
    @Transactional(readOnly = true)
    public List<Stretch> difference(String before, String after) {
        return DiffRowGenerator.create().build().generateDiffRows(before.lines().toList(), after.lines().toList()).stream().flatMap(PublishingDesk::stretches).toList();
    }

    private static Stream<Stretch> stretches(DiffRow row) {
        return switch (row.getTag()) {
            case EQUAL -> Stream.of(new Stretch("same", row.getOldLine()));
            case DELETE -> Stream.of(new Stretch("gone", row.getOldLine()));
            case INSERT -> Stream.of(new Stretch("new", row.getNewLine()));
            case CHANGE -> Stream.of(new Stretch("gone", row.getOldLine()), new Stretch("new", row.getNewLine()));
        };
    }

    /** Says who looks after it and when it is to be checked next. @param on null for never */
    public void lookAfter(StaffId by, String slug, StaffId owner, LocalDate on) {
        var article = article(slug);
        if (owner == null || !owner.equals(article.owner()) && !editors.mayWrite(owner)) {
            throw new Refused("faq.refused.owner", "owner", Map.of());
        }
        if (owner.equals(article.owner()) && java.util.Objects.equals(on, article.reviewOn())) {
            return;
        }
        var before = Change.fields("owner", article.owner(), "reviewOn", article.reviewOn());
        article.lookedAfter(owner, on);
        articles.save(article);
        audit.changed(by, "article.looked-after", "article", article.id(), Change.of(slug).from(before).to(Change.fields("owner", owner, "reviewOn", on)));
    }

    /** It was read and is still right: the next check is in half a year, and changed sources are looked at. */
    public void checked(StaffId by, String slug) {
        var article = article(slug);
        var before = article.reviewOn();
        article.lookedAfter(article.owner() == null ? by : article.owner(), today().plusDays(Article.CHECKED_EVERY_DAYS));
        articles.save(article);
        sources.looked(article.id());
        audit.changed(by, "article.checked", "article", article.id(), Change.of(slug).of("reviewOn", before, article.reviewOn()));
    }

    private LocalDate today() {
        return clock.instant().atZone(shop.zone()).toLocalDate();
    }

    private Article article(String slug) {
        return articles.findBySlug(slug).orElseThrow(NotFound::new);
    }
}
