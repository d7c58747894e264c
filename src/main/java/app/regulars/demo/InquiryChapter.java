package app.regulars.demo;

import app.regulars.inquiry.InquiryDesk;
import app.regulars.inquiry.InquiryNumber;
import app.regulars.inquiry.InquiryStatus;
import app.regulars.inquiry.InquiryType;
import app.regulars.inquiry.MyInquiries;
import app.regulars.inquiry.NewInquiry;
import app.regulars.inquiry.Priority;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What customers asked the shop, who took it, what was answered and noted, and where it stands. */
@Component
@Order(7)
class InquiryChapter implements DemoChapter {

    private final MyInquiries customers;
    private final InquiryDesk desk;
    private final DemoLedger ledger;

    InquiryChapter(MyInquiries customers, InquiryDesk desk, DemoLedger ledger) {
        this.customers = customers;
        this.desk = desk;
        this.ledger = ledger;
    }

    @Override
    public void tell(Story story, Timeline timeline) {
        var count = 0;
        for (var inquiry : story.data().inquiries()) {
            var name = "inquiry:" + count++;
            var opened = story.daysAgo(inquiry.daysAgo());
            timeline.add(opened, name, () -> ask(story, inquiry, name, opened).value());
            timeline.add(earlier(opened.plus(Duration.ofMinutes(5)), story.now()), name + ":taken", () -> take(inquiry, name));
            for (int i = 1; i < inquiry.messages().size(); i++) {
                var message = inquiry.messages().get(i);
                var key = name + ":message:" + i;
                var last = i == inquiry.messages().size() - 1;
                timeline.add(after(opened, message.hoursAfter()), key, () -> write(inquiry, message, name, key, last));
            }
            for (int i = 0; i < inquiry.notes().size(); i++) {
                var note = inquiry.notes().get(i);
                var key = name + ":note:" + i;
                timeline.add(after(opened, note.hoursAfter()), key, () -> desk.note(number(name), note.text(), key, staff(note.by())));
            }
            var end = earlier(after(opened, inquiry.messages().getLast().hoursAfter()).plus(Duration.ofMinutes(40)), story.now());
            timeline.add(end, name + ":ended", () -> end(inquiry, name));
        }
    }

    private InquiryNumber ask(Story story, DemoData.Inquiry inquiry, String name, Instant opened) {
        var order = inquiry.order() == null ? null : story.orders().stream()
                .filter(candidate -> candidate.person().equals(inquiry.person()) && candidate.placedAt().isBefore(opened))
                .reduce((one, later) -> later).flatMap(latest -> ledger.result(latest.name())).orElse(null);
        return customers.ask(customer(inquiry), new NewInquiry(inquiry.subject(), inquiry.messages().getFirst().text(),
                InquiryType.of(inquiry.type()), order, inquiry.product(), name));
    }

    private void take(DemoData.Inquiry inquiry, String name) {
        var number = number(name);
        if (inquiry.assignee() != null) {
            desk.assign(number, version(number), staff(inquiry.assignee()), staff(inquiry.assignee()));
        }
        var priority = Priority.of(inquiry.priority());
        if (priority != Priority.NORMAL) {
            desk.prioritize(number, version(number), priority, staff(inquiry.assignee() == null ? "ellen" : inquiry.assignee()));
        }
    }

    private void write(DemoData.Inquiry inquiry, DemoData.Message message, String name, String key, boolean last) {
        var number = number(name);
        if ("customer".equals(message.from())) {
            customers.reply(customer(inquiry), number, message.text(), key);
        } else {
            var then = last && "resolved".equals(inquiry.status()) ? InquiryStatus.RESOLVED : InquiryStatus.WAITING_FOR_CUSTOMER;
            desk.reply(number, version(number), message.text(), then, key, staff(message.from()));
        }
    }

    private void end(DemoData.Inquiry inquiry, String name) {
        var number = number(name);
        var status = desk.find(number).inquiry().status();
        if ("resolved".equals(inquiry.status()) && status.isOpen()) {
            desk.resolve(number, version(number), staff(inquiry.assignee() == null ? "ellen" : inquiry.assignee()));
        } else if ("closed".equals(inquiry.status())) {
            customers.close(customer(inquiry), number);
        }
    }

    private int version(InquiryNumber number) {
        return desk.find(number).version();
    }

    private InquiryNumber number(String name) {
        return new InquiryNumber(ledger.required(name));
    }

    private CustomerId customer(DemoData.Inquiry inquiry) {
        return PeopleChapter.customer(ledger, inquiry.person());
    }

    private StaffId staff(String key) {
        return PeopleChapter.staff(ledger, key);
    }

    private static Instant after(Instant opened, double hours) {
        return opened.plusSeconds(Math.round(hours * 3_600));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
