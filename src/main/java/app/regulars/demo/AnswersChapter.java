package app.regulars.demo;

import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryStatus;
import app.regulars.ordering.OrderNumber;
import app.regulars.ordering.Orders;
import app.regulars.platform.i18n.Languages;
import app.regulars.returning.FollowUpAnswers;
import app.regulars.returning.FollowUpDesk;
import app.regulars.returning.FollowUpHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How people said it went a week after their parcels came: well, fairly, and badly enough for somebody to write back. */
@Component
@Order(17)
class AnswersChapter implements DemoChapter {

    /** The shop's usual days, and the time until the job comes by. */
    private static final Duration ASKED_AFTER = Duration.ofDays(7).plusMinutes(5);
    private static final int AN_HOUR = 3_600;

    private final FollowUpHistory questions;
    private final FollowUpAnswers answers;
    private final FollowUpDesk desk;
    private final InquiryDesk inquiries;
    private final Orders orders;
    private final DemoLedger ledger;

    AnswersChapter(FollowUpHistory questions, FollowUpAnswers answers, FollowUpDesk desk, InquiryDesk inquiries, Orders orders, DemoLedger ledger) {
        this.questions = questions;
        this.answers = answers;
        this.desk = desk;
        this.inquiries = inquiries;
        this.orders = orders;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        for (var each : DemoFiles.after().answers()) {
            AfterChapter.order(story, each.person(), null, story.now().minus(longest(each))).ifPresent(order -> {
                var asked = order.deliveredAt().plus(ASKED_AFTER);
                var answered = later(asked, each.hoursAfter());
                timeline.add(asked, each.name(), () -> questions.ask(orders.find(number(order)).orElseThrow().id()).orElseThrow());
                timeline.add(answered, each.name() + ":answered", () -> answer(each, Languages.of(story.data().person(each.person()).language())));
                if (each.answer() != null) {
                    timeline.add(later(answered, each.answerHoursAfter()), each.name() + ":helped", () -> help(each, number(order)));
                }
            });
        }
    }

    /** From the delivery to the end of it. */
    static Duration longest(DemoAfter.Answer each) {
        return ASKED_AFTER.plusSeconds(Math.round((each.hoursAfter() + each.answerHoursAfter()) * AN_HOUR));
    }

    private void answer(DemoAfter.Answer each, Locale language) {
        answers.answer(ledger.required(each.name()), String.valueOf(each.rating()), each.words(), language);
    }

    private void help(DemoAfter.Answer each, OrderNumber order) {
        var opened = desk.answers(each.rating()).stream().filter(answer -> answer.order().equals(order)).findFirst().orElseThrow().inquiry();
        var number = new InquiryNumber(opened);
        var by = PeopleChapter.staff(ledger, each.answeredBy());
        inquiries.assign(number, inquiries.find(number).version(), by, by);
        inquiries.reply(number, inquiries.find(number).version(), each.answer(), InquiryStatus.RESOLVED, each.name(), by);
    }

    private OrderNumber number(PlannedOrder order) {
        return new OrderNumber(ledger.required(order.name()));
    }

    private static Instant later(Instant from, double hours) {
        return from.plusSeconds(Math.round(hours * AN_HOUR));
    }
}
