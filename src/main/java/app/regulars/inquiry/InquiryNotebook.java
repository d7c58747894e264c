package app.regulars.inquiry;

import app.regulars.platform.privacy.FieldNotes;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import app.regulars.platform.identity.StaffId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.stereotype.Component;

/** What only staff read and write beside an inquiry: notes and history. */
@Component
class InquiryNotebook {

    private final NoteRepository notes;
    private final StepRepository steps;
    private final Conversations conversations;
    private final EntityManager entities;
    private final FieldNotes fields;
    private final Clock clock;

    InquiryNotebook(NoteRepository notes, StepRepository steps, Conversations conversations, EntityManager entities, FieldNotes fields, Clock clock) {
        this.notes = notes;
        this.steps = steps;
        this.conversations = conversations;
        this.entities = entities;
        this.fields = fields;
        this.clock = clock;
    }

    /** Counts as a change, so that whoever writes an answer right now sees it first. @return false if the same request wrote it before */
    boolean add(Inquiry inquiry, StaffId by, String text, String requestKey) {
        if (notes.existsByRequestKey(requestKey)) {
            return false;
        }
        notes.save(inquiry.note(by, text, requestKey, clock.instant()));
        entities.lock(inquiry, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return true;
    }

    /** Everything staff see of it. */
    InquiryFile file(Inquiry inquiry) {
        fields.used("view", "inquiry.subject");
        var name = conversations.customerNames(List.of(inquiry.customer())).getOrDefault(inquiry.customer(), "");
        return new InquiryFile(inquiry.row(name), inquiry.productHandle(), inquiry.askedFrom(), inquiry.signedIn(), conversations.forStaff(inquiry, name), notes(inquiry),
                steps(inquiry), inquiry.version());
    }

    private List<InquiryFile.InternalNote> notes(Inquiry inquiry) {
        var all = notes.findByInquiryIdOrderByWrittenAtAscIdAsc(inquiry.inquiryId());
        var names = conversations.staffCards(all.stream().map(Note::staff).toList());
        return all.stream().map(note -> new InquiryFile.InternalNote(note.id(), note.staff(), Conversations.name(names, note.staff()), note.body(),
                note.at())).toList();
    }

    /** The history; where it says to whom something went, the detail is that person's name. */
    private List<InquiryFile.Step> steps(Inquiry inquiry) {
        var all = steps.findByInquiryIdOrderByHappenedAtAscIdAsc(inquiry.inquiryId());
        var names = conversations.staffCards(all.stream().flatMap(step -> Stream.of(step.staff(), assigned(step))).filter(Objects::nonNull).toList());
        return all.stream().map(step -> new InquiryFile.Step(step.staff(), Conversations.name(names, step.staff()), step.action(),
                assigned(step) == null ? step.detail() : Conversations.name(names, assigned(step)), step.at())).toList();
    }

    private static StaffId assigned(Step step) {
        return "assigned".equals(step.action()) ? new StaffId(UUID.fromString(step.detail())) : null;
    }
}
