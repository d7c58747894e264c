package app.regulars.inquiry;

import java.time.Clock;
import java.util.Optional;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Does something with an inquiry and keeps all of it: the record, what was written, the history, the news. */
@Component
class InquiryDrawer {

    private static final long FIRST_NUMBER = 2001;

    private final InquiryRecords records;
    private final Numbers numbers;
    private final Shop shop;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InquiryDrawer(InquiryRecords records, Numbers numbers, Shop shop, Clock clock, ApplicationEventPublisher events) {
        this.records = records;
        this.numbers = numbers;
        this.shop = shop;
        this.clock = clock;
        this.events = events;
    }

    /** Whether something was written with this key before. */
    boolean knows(String requestKey) {
        return records.written(requestKey);
    }

    Optional<InquiryNumber> openedBy(String requestKey, CustomerId me) {
        return records.openedBy(requestKey, me);
    }

    InquiryNumber open(CustomerId me, boolean signedIn, NewInquiry form) {
        var at = clock.instant();
        // checked before a number is drawn, so that a refused question leaves no gap
        Wording.subject(form.subject(), Wording.text(form.text()));
        var number = new InquiryNumber("INQ-" + numbers.next("inquiry", FIRST_NUMBER));
        var inquiry = new Inquiry(number, me, signedIn, form, at, shop.zone());
        var question = inquiry.question(form.text(), form.requestKey());
        records.store(inquiry, question);
        told(inquiry);
        events.publishEvent(new InquiryOpened(inquiry.inquiryId(), number, me, question.id(), at));
        return number;
    }

    void reply(Inquiry inquiry, String text, String requestKey) {
        if (knows(requestKey)) {
            return;
        }
        var at = clock.instant();
        var message = inquiry.reply(text, requestKey, at, shop.zone());
        records.store(inquiry, message);
        told(inquiry);
        events.publishEvent(new InquiryReplied(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), message.id(), at));
    }

    void close(Inquiry inquiry) {
        inquiry.close(clock.instant());
        ended(inquiry);
    }

    void answer(Inquiry inquiry, String text, InquiryStatus then, String requestKey, StaffId by) {
        var at = clock.instant();
        var message = inquiry.answer(by, text, then, requestKey, at);
        records.store(inquiry, message);
        told(inquiry);
        events.publishEvent(new InquiryAnswered(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), message.id(), at));
        if (!inquiry.status().isOpen()) {
            events.publishEvent(new InquiryResolved(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), at));
        }
    }

    void assign(Inquiry inquiry, StaffId to, StaffId by) {
        inquiry.assign(to, by, clock.instant());
        store(inquiry);
    }

    void prioritize(Inquiry inquiry, Priority to, StaffId by) {
        inquiry.prioritize(to, by, clock.instant());
        store(inquiry);
    }

    void resolve(Inquiry inquiry, StaffId by) {
        inquiry.resolve(by, clock.instant());
        ended(inquiry);
    }

    void reopen(Inquiry inquiry, StaffId by) {
        inquiry.reopen(by, clock.instant(), shop.zone());
        store(inquiry);
    }

    void store(Inquiry inquiry) {
        records.store(inquiry);
        told(inquiry);
    }

    private void ended(Inquiry inquiry) {
        store(inquiry);
        events.publishEvent(new InquiryResolved(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), clock.instant()));
    }

    private static void told(Inquiry inquiry) {
        Live.changed("inquiries", "inquiry:" + inquiry.inquiryId(), "inquiries:" + inquiry.customer());
    }
}
