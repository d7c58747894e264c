package app.regulars.demo;

import app.regulars.faq.ArticleForm;
import app.regulars.faq.FaqDesk;
import app.regulars.faq.PublishingDesk;
import app.regulars.platform.i18n.Localized;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The help articles, each published in its time by somebody else than its author. */
@Component
@Order(4)
class HelpChapter implements DemoChapter {

    private static final double BEGUN_DAYS_AGO = 900;
    private static final double CHECKED_EVERY_DAYS = 175;

    private final FaqDesk desk;
    private final PublishingDesk publishing;
    private final DemoLedger ledger;

    HelpChapter(FaqDesk desk, PublishingDesk publishing, DemoLedger ledger) {
        this.desk = desk;
        this.publishing = publishing;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(BEGUN_DAYS_AGO), "help", () -> {
            var position = 1;
            for (var category : story.data().faq().categories()) {
                desk.saveCategory(category.slug(), category.name(), position++);
            }
        });
        for (var article : story.data().faq().articles()) {
            timeline.add(story.daysAgo(article.publishedDaysAgo()), "article:" + article.slug(), () -> publish(article));
            var checkedDaysAgo = article.publishedDaysAgo() % CHECKED_EVERY_DAYS;
            if (article.publishedDaysAgo() > CHECKED_EVERY_DAYS && checkedDaysAgo > 3) {
                timeline.add(story.daysAgo(checkedDaysAgo), "article-checked:" + article.slug(), () -> publishing.checked(PeopleChapter.staff(ledger, article.author()), article.slug()));
            }
        }
    }

    private void publish(DemoData.Article article) {
        var author = PeopleChapter.staff(ledger, article.author());
        var words = new Localized(String.join(", ", article.keywords().en()), String.join(", ", article.keywords().fr()));
        desk.save(author, new ArticleForm(article.slug(), article.category(), article.title(), article.summary(), article.body(), words,
                article.products()));
        publishing.publish(PeopleChapter.staff(ledger, "ines".equals(article.author()) ? "odile" : "ines"), article.slug());
    }
}
