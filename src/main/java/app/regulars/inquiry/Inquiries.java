package app.regulars.inquiry;

import app.regulars.platform.NotFound;
import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plain entrance for clocks, routing, mail and programs. Whoever calls has made sure who asks; what it does stands in the history as done by the system. */
@Service
public class Inquiries {

    private final InquiryRepository inquiries;
    private final MessageRepository messages;
    private final StepRepository steps;
    private final InquiryDrawer drawer;

    Inquiries(InquiryRepository inquiries, MessageRepository messages, StepRepository steps, InquiryDrawer drawer) {
        this.inquiries = inquiries;
        this.messages = messages;
        this.steps = steps;
        this.drawer = drawer;
    }

    @Transactional(readOnly = true)
    public Optional<InquiryFacts> find(InquiryId id) {
        return inquiries.findById(id.value()).map(Inquiry::facts);
    }

    @Transactional(readOnly = true)
    public Optional<InquiryFacts> find(InquiryNumber number) {
        return inquiries.findByNumber(number).map(Inquiry::facts);
    }

    /** Everything that happened with it, oldest first. */
    @Transactional(readOnly = true)
    public List<HistoryStep> history(InquiryId id) {
        return steps.findByInquiryIdOrderByHappenedAtAscIdAsc(id).stream().map(Step::line).toList();
    }

    /** What was said by both sides, oldest first; never a note. Without names. */
    @Transactional(readOnly = true)
    public List<PublicMessage> messages(InquiryId id) {
        return messages.findByInquiryIdOrderByWrittenAtAscIdAsc(id).stream().map(message -> message.said("")).toList();
    }

    /** Opens one for a customer who was made sure of; the same request key opens the same one. */
    @Transactional
    public InquiryNumber open(CustomerId from, boolean proved, NewInquiry form) {
        return drawer.openedBy(form.requestKey(), from).orElseGet(() -> drawer.open(from, proved, form));
    }

    /**
     * Gives it to a team, a person and a priority, and says why in the history; null leaves a part as it is.
     *
     * @return false if nothing changed, or it is over
     */
    @Transactional
    public boolean route(InquiryId id, String team, StaffId to, Priority priority, Explanation why) {
        return drawer.route(inquiries.lockById(id.value()).orElseThrow(NotFound::new), team, to, priority, why);
    }

    /** When our answer is due; null while nothing of ours is. It sorts the queue, and is no change that anybody must look at. */
    @Transactional
    public void due(InquiryId id, Instant due) {
        inquiries.findById(id.value()).filter(inquiry -> !java.util.Objects.equals(inquiry.dueAt(), due)).ifPresent(same ->
                inquiries.due(id.value(), due, Inquiry.queueAt(due, same.lastMessageAt())));
    }
}
