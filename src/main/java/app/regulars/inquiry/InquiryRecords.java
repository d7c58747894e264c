package app.regulars.inquiry;

import java.util.Optional;

import app.regulars.platform.identity.CustomerId;
import org.springframework.stereotype.Component;

/** Stores an inquiry with what was written and done, in one go. */
@Component
class InquiryRecords {

    private final InquiryRepository inquiries;
    private final MessageRepository messages;
    private final StepRepository steps;

    InquiryRecords(InquiryRepository inquiries, MessageRepository messages, StepRepository steps) {
        this.inquiries = inquiries;
        this.messages = messages;
        this.steps = steps;
    }

    boolean written(String requestKey) {
        return messages.findByRequestKey(requestKey).isPresent();
    }

    /** The inquiry that this request opened, if it is this customer's. */
    Optional<InquiryNumber> openedBy(String requestKey, CustomerId me) {
        return messages.findByRequestKey(requestKey).flatMap(message -> inquiries.findByIdAndCustomerId(message.inquiry().value(), me)).map(Inquiry::number);
    }

    void store(Inquiry inquiry) {
        var taken = inquiry.takeSteps();
        inquiries.saveAndFlush(inquiry);
        steps.saveAll(taken);
    }

    void store(Inquiry inquiry, Message message) {
        store(inquiry);
        messages.save(message);
    }
}
