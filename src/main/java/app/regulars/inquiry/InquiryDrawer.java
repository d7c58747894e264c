package app.regulars.inquiry;

import java.time.Clock;
import java.util.Optional;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.persistence.Numbers;
import app.regulars.platform.shop.Shop;
import app.regulars.platform.ui.Live;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores what a customer does with an inquiry: the record, what was written, the history, the news. */
@Component
class InquiryDrawer {

    private static final long FIRST_NUMBER = 2001;

    private final InquiryRepository inquiries;
    private final MessageRepository messages;
    private final StepRepository steps;
    private final Numbers numbers;
    private final Shop shop;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InquiryDrawer(InquiryRepository inquiries, MessageRepository messages, StepRepository steps, Numbers numbers, Shop shop, Clock clock,
            ApplicationEventPublisher events) {
        this.inquiries = inquiries;
        this.messages = messages;
        this.steps = steps;
        this.numbers = numbers;
        this.shop = shop;
        this.clock = clock;
        this.events = events;
    }

    Optional<InquiryNumber> openedBy(String requestKey, CustomerId me) {
        return messages.findByRequestKey(requestKey).flatMap(message -> inquiries.findByIdAndCustomerId(message.inquiry().value(), me)).map(Inquiry::number);
    }

    InquiryNumber open(CustomerId me, boolean signedIn, NewInquiry form) {
        var at = clock.instant();
        // checked before a number is drawn, so that a refused question leaves no gap
        Wording.subject(form.subject(), Wording.text(form.text()));
        var number = new InquiryNumber("INQ-" + numbers.next("inquiry", FIRST_NUMBER));
        var inquiry = new Inquiry(number, me, signedIn, form, at, shop.zone());
        var question = inquiry.question(form.text(), form.requestKey());
        store(inquiry);
        messages.save(question);
        events.publishEvent(new InquiryOpened(inquiry.inquiryId(), number, me, question.id(), at));
        return number;
    }

    void reply(Inquiry inquiry, String text, String requestKey) {
        if (messages.findByRequestKey(requestKey).isPresent()) {
            return;
        }
        var at = clock.instant();
        var message = inquiry.reply(text, requestKey, at, shop.zone());
        store(inquiry);
        messages.save(message);
        events.publishEvent(new InquiryReplied(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), message.id(), at));
    }

    void close(Inquiry inquiry) {
        var at = clock.instant();
        inquiry.close(at);
        store(inquiry);
        events.publishEvent(new InquiryResolved(inquiry.inquiryId(), inquiry.number(), inquiry.customer(), at));
    }

    void store(Inquiry inquiry) {
        var taken = inquiry.takeSteps();
        inquiries.saveAndFlush(inquiry);
        steps.saveAll(taken);
        Live.changed("inquiries", "inquiry:" + inquiry.inquiryId());
    }
}
