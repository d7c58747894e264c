package app.regulars.inquiry;

import app.regulars.platform.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import app.regulars.platform.identity.CustomerId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.stereotype.Component;

/** Stores an inquiry with what was written and done, in one go. */
@Component
class InquiryRecords {

    /** What changes nothing of the record itself, but what is read with it: whoever read it before has not seen this. */
    private static final Set<String> BESIDE_IT = Set.of("filled", "absorbed", "released", "split-off");

    private final InquiryRepository inquiries;
    private final MessageRepository messages;
    private final StepRepository steps;
    private final FileDrawer files;
    private final InquiryFields fields;
    private final EntityManager entities;

    InquiryRecords(InquiryRepository inquiries, MessageRepository messages, StepRepository steps, FileDrawer files, InquiryFields fields, EntityManager entities) {
        this.inquiries = inquiries;
        this.messages = messages;
        this.steps = steps;
        this.files = files;
        this.fields = fields;
        this.entities = entities;
    }

    boolean written(String requestKey) {
        return messages.findByRequestKey(requestKey).isPresent();
    }

    /** The inquiry that this request opened, if it is this customer's. */
    Optional<InquiryNumber> openedBy(String requestKey, CustomerId me) {
        return messages.findByRequestKey(requestKey).flatMap(message -> inquiries.findByIdAndCustomerId(message.inquiry().value(), me)).map(Inquiry::number);
    }

    /** @throws NotFound if it was not said there */
    Message message(UUID id, InquiryId in) {
        return messages.findById(id).filter(message -> message.inquiry().equals(in)).orElseThrow(NotFound::new);
    }

    /** What was answered to the questions of its type. @throws app.regulars.platform.Refused beside the one that is wrong or missing */
    Map<InquiryField, String> answers(NewInquiry form) {
        return fields.checked(form.type() == null ? InquiryType.QUESTION : form.type(), form.answers(), form.language() == null ? Locale.ENGLISH : Locale.of(form.language()));
    }

    void keep(Inquiry inquiry, Map<InquiryField, String> answers) {
        answers.forEach((field, value) -> fields.keep(inquiry.inquiryId(), field, value));
    }

    void store(Inquiry inquiry) {
        var taken = inquiry.takeSteps();
        inquiries.saveAndFlush(inquiry);
        if (taken.stream().anyMatch(step -> BESIDE_IT.contains(step.action()))) {
            entities.lock(inquiry, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        steps.saveAll(taken);
    }

    void store(Inquiry inquiry, Message message) {
        store(inquiry, message, List.of());
    }

    void store(Inquiry inquiry, Message message, List<NewFile> along) {
        store(inquiry);
        messages.save(message);
        files.withMessage(inquiry.inquiryId(), message.id(), along, message.at());
    }
}
