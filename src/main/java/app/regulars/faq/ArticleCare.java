package app.regulars.faq;

import app.regulars.notification.Notifications;
import app.regulars.notification.OutgoingMail;
import app.regulars.platform.audit.AuditTrail;
import app.regulars.platform.audit.Change;
import app.regulars.platform.i18n.Formats;
import app.regulars.platform.i18n.Texts;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.web.PublicAddress;
import app.regulars.platform.web.Templates;
import app.regulars.staff.StaffDirectory;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What articles do by themselves: texts appear at their hour, articles end at theirs, and owners are reminded once for every day of checking. */
@Component
class ArticleCare {

    private static final Limit AT_ONCE = Limit.of(50);

    private final ArticleRepository articles;
    private final Showing showing;
    private final Reminder reminder;
    private final AuditTrail audit;
    private final Shop shop;
    private final Clock clock;

    ArticleCare(ArticleRepository articles, Showing showing, Reminder reminder, AuditTrail audit, Shop shop, Clock clock) {
        this.articles = articles;
        this.showing = showing;
        this.reminder = reminder;
        this.audit = audit;
        this.shop = shop;
        this.clock = clock;
    }

    /** @return how many articles have a text that appeared */
    @Transactional
    int appear() {
        var now = clock.instant();
        var due = articles.appearing(now, AT_ONCE);
        for (var slug : due) {
            var article = articles.findBySlug(slug).orElseThrow();
            for (var language : article.due(now)) {
                var by = article.drafts().get(language).approvedBy();
                showing.shown(article, Map.of(language, article.appear(language, now)), by, null);
                audit.changed(null, "article.published", "article", article.id(), Change.of(slug).of("language", null, language));
            }
        }
        return due.size();
    }

    /** @return how many articles were taken from their readers; where the one they were to be led to is gone, they are led nowhere */
    @Transactional
    int end() {
        var now = clock.instant();
        var due = articles.ending(now, AT_ONCE);
        for (var slug : due) {
            var article = articles.findBySlug(slug).orElseThrow();
            var to = article.plannedEnd().leadsTo();
            var there = to != null && articles.findBySlug(to).filter(Article::isPublished).isPresent() ? to : null;
            article.retire(there, now);
            showing.gone(article);
            audit.changed(null, "article.taken-back", "article", article.id(), Change.of(slug).from(Change.fields("published", true)).to(Change.fields("published", false, "leadsTo", there)));
        }
        return due.size();
    }

    /** @return how many owners were reminded */
    @Transactional
    int remind() {
        var today = clock.instant().atZone(shop.zone()).toLocalDate();
        var told = 0;
        for (var slug : articles.toCheck(today, AT_ONCE)) {
            var article = articles.findBySlug(slug).orElseThrow();
            if (article.remind(today)) {
                articles.save(article);
                told += reminder.post(article) ? 1 : 0;
            }
        }
        return told;
    }

    /** The message to an owner; of one who left nobody reads it, the list still says what is due. */
    @Component
    static class Reminder {

        private final StaffDirectory staff;
        private final Notifications notifications;
        private final Templates templates;
        private final Texts texts;
        private final PublicAddress address;

        Reminder(StaffDirectory staff, Notifications notifications, Templates templates, Texts texts, PublicAddress address) {
            this.staff = staff;
            this.notifications = notifications;
            this.templates = templates;
            this.texts = texts;
            this.address = address;
        }

        boolean post(Article article) {
            var owner = article.owner();
            return owner != null && staff.access(owner).flatMap(working -> staff.find(owner)).map(card -> {
                var language = card.locale();
                var subject = texts.get(language, "faq.mail.subject", "title", article.name());
                notifications.post(new OutgoingMail("faq-check:" + article.id() + ":" + article.reviewOn(), "faq.check", null, null, card.email(), language, subject,
                        templates.render("faq/mail.jte", language, Map.of("title", subject, "name", card.givenName(), "article", article.name(),
                                "day", Formats.longDate(article.reviewOn(), language), "link", address.of("/console/help?open=" + article.slug())))));
                return true;
            }).orElse(false);
        }
    }

    @Configuration
    static class Jobs {

        @Bean
        RecurringTask<Void> articlesAppearJob(ArticleCare care) {
            return Tasks.recurring("faq-appear", Schedules.fixedDelay(Duration.ofSeconds(30))).execute((instance, context) -> {
                care.appear();
                care.end();
            });
        }

        @Bean
        RecurringTask<Void> articleRemindersJob(ArticleCare care) {
            return Tasks.recurring("faq-reminders", Schedules.fixedDelay(Duration.ofHours(1))).execute((instance, context) -> care.remind());
        }
    }
}
