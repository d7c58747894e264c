package app.regulars.demo;

import app.regulars.review.MyReviews;
import app.regulars.review.NewReview;
import app.regulars.review.ReviewDesk;
import app.regulars.review.ReviewStatus;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people said of what they bought, and what was made of it. */
@Component
@Order(18)
class ReviewChapter implements DemoChapter {

    private static final String DECIDES = "priya";
    private static final double DECIDED_AFTER_DAYS = 0.2;
    private static final double REPLIED_AFTER_DAYS = 0.3;
    private static final double MARKED_AFTER_DAYS = 1.5;
    private static final double LEAST_DAYS = 0.05;

    private final MyReviews reviews;
    private final ReviewDesk desk;
    private final DemoLedger ledger;

    ReviewChapter(MyReviews reviews, ReviewDesk desk, DemoLedger ledger) {
        this.reviews = reviews;
        this.desk = desk;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        timeline.add(story.daysAgo(300), "review:words", () -> desk.words("casino\ncoupon code\ncode promo", PeopleChapter.staff(ledger, DECIDES)));
        for (var each : DemoFiles.reviews()) {
            timeline.add(story.daysAgo(each.daysAgo()), each.name(), () -> write(each, story.data().person(each.person()).language()));
            if (each.decided() != null) {
                timeline.add(story.daysAgo(later(each, DECIDED_AFTER_DAYS)), each.name() + ":decided", () -> decide(each));
            }
            if (each.reply() != null) {
                timeline.add(story.daysAgo(later(each, REPLIED_AFTER_DAYS)), each.name() + ":replied", () -> desk.reply(id(each), each.reply(), PeopleChapter.staff(ledger, each.repliedBy())));
            }
            for (var reader : each.helpful() == null ? List.<String>of() : each.helpful()) {
                timeline.add(story.daysAgo(later(each, MARKED_AFTER_DAYS)), each.name() + ":helped:" + reader, () -> mark(each, reader));
            }
        }
    }

    private static double later(DemoReview each, double days) {
        return Math.max(LEAST_DAYS, each.daysAgo() - days);
    }

    private String write(DemoReview each, String language) {
        var person = PeopleChapter.person(ledger, each.person());
        var me = PeopleChapter.customer(ledger, each.person());
        reviews.write(person, me, each.product(), new NewReview(String.valueOf(each.stars()), each.title(), each.text(), language, Set.of(), List.of()));
        return reviews.of(person, me, each.product()).review().id().toString();
    }

    /** What needed nobody was published before. */
    private void decide(DemoReview each) {
        var by = PeopleChapter.staff(ledger, DECIDES);
        if ("refused".equals(each.decided())) {
            desk.refuse(id(each), each.reason(), by);
        } else if (desk.find(id(each)).review().status() == ReviewStatus.WAITING) {
            desk.publish(id(each), by);
        }
    }

    private void mark(DemoReview each, String reader) {
        reviews.helpful(PeopleChapter.person(ledger, reader), id(each));
    }

    private UUID id(DemoReview each) {
        return UUID.fromString(ledger.required(each.name()));
    }
}
