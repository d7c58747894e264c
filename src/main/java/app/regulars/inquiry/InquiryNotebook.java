package app.regulars.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.regulars.platform.identity.StaffId;
import org.springframework.stereotype.Component;

/** What only staff read and write beside an inquiry: notes and history. */
@Component
class InquiryNotebook {

    private final NoteRepository notes;
    private final StepRepository steps;
    private final Conversations conversations;

    InquiryNotebook(NoteRepository notes, StepRepository steps, Conversations conversations) {
        this.notes = notes;
        this.steps = steps;
        this.conversations = conversations;
    }

    /** @return false if the same request wrote it before */
    boolean add(Inquiry inquiry, StaffId by, String text, String requestKey, Instant at) {
        if (notes.existsByRequestKey(requestKey)) {
            return false;
        }
        notes.save(inquiry.note(by, text, requestKey, at));
        return true;
    }

    List<InquiryFile.InternalNote> notes(Inquiry inquiry) {
        var all = notes.findByInquiryIdOrderByWrittenAtAscIdAsc(inquiry.inquiryId());
        var names = conversations.staffCards(all.stream().map(Note::staff).toList());
        return all.stream().map(note -> new InquiryFile.InternalNote(note.id(), note.staff(), Conversations.name(names, note.staff()), note.body(),
                note.at())).toList();
    }

    /** The history; where it says to whom something went, the detail is that person's name. */
    List<InquiryFile.Step> steps(Inquiry inquiry) {
        var all = steps.findByInquiryIdOrderByHappenedAtAscIdAsc(inquiry.inquiryId());
        var people = all.stream().flatMap(step -> java.util.stream.Stream.of(step.staff(), assigned(step))).filter(java.util.Objects::nonNull).toList();
        var names = conversations.staffCards(people);
        return all.stream().map(step -> new InquiryFile.Step(step.staff(), Conversations.name(names, step.staff()), step.action(),
                assigned(step) == null ? step.detail() : Conversations.name(names, assigned(step)), step.at())).toList();
    }

    private static StaffId assigned(Step step) {
        return "assigned".equals(step.action()) ? new StaffId(UUID.fromString(step.detail())) : null;
    }
}
