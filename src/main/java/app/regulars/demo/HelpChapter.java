package app.regulars.demo;

import app.regulars.faq.ArticleForm;
import app.regulars.faq.FaqDesk;
import app.regulars.platform.i18n.Localized;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The help articles, each published by its author in its time. */
@Component
@Order(4)
class HelpChapter implements DemoChapter {

    private static final double BEGUN_DAYS_AGO = 900;

    private final FaqDesk desk;
    private final DemoLedger ledger;

    HelpChapter(FaqDesk desk, DemoLedger ledger) {
        this.desk = desk;
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
        }
    }

    private void publish(DemoData.Article article) {
        var author = PeopleChapter.staff(ledger, article.author());
        var words = new Localized(String.join(", ", article.keywords().en()), String.join(", ", article.keywords().fr()));
        desk.save(author, new ArticleForm(article.slug(), article.category(), article.title(), article.summary(), article.body(), words,
                article.products()));
        desk.publish(author, article.slug());
    }
}
