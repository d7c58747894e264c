package app.regulars.inquiry;

import app.regulars.platform.privacy.FieldNotes;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
    private final InquiryMentions mentions;
    private final FileDrawer files;
    private final Clock clock;

    InquiryNotebook(NoteRepository notes, StepRepository steps, Conversations conversations, EntityManager entities, FieldNotes fields,
            InquiryMentions mentions, FileDrawer files, Clock clock) {
        this.notes = notes;
        this.steps = steps;
        this.conversations = conversations;
        this.entities = entities;
        this.fields = fields;
        this.mentions = mentions;
        this.files = files;
        this.clock = clock;
    }

    /** Counts as a change, so that whoever writes an answer right now sees it first. @return false if the same request wrote it before */
    boolean add(Inquiry inquiry, StaffId by, String text, List<NewFile> along, String requestKey) {
        if (notes.existsByRequestKey(requestKey)) {
            return false;
        }
        var at = clock.instant();
        var note = inquiry.note(by, text, requestKey, at);
        notes.save(note);
        files.withNote(inquiry.inquiryId(), note.id(), along, at);
        mentions.named(inquiry, text, by, at);
        entities.lock(inquiry, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return true;
    }

    /** Whoever was named in a note has seen it now. */
    void opened(Inquiry inquiry, StaffId by) {
        mentions.seen(inquiry.inquiryId(), by, clock.instant());
    }

    /** Everything staff see of it. */
    InquiryFile file(Inquiry inquiry) {
        fields.used("view", "inquiry.subject");
        var name = conversations.customerNames(List.of(inquiry.customer())).getOrDefault(inquiry.customer(), "");
        return new InquiryFile(inquiry.row(name), inquiry.productHandle(), inquiry.askedFrom(), inquiry.signedIn(), conversations.forStaff(inquiry, name), notes(inquiry),
                steps(inquiry), conversations.merged(inquiry), conversations.into(inquiry), inquiry.rating(), inquiry.ratingWords(), inquiry.version());
    }

    private List<InquiryFile.InternalNote> notes(Inquiry inquiry) {
        var parts = conversations.parts(inquiry);
        var all = notes.findByInquiryIdInOrderByWrittenAtAscIdAsc(parts);
        var along = files.ofNotes(parts);
        var names = conversations.staffCards(all.stream().map(Note::staff).toList());
        return all.stream().map(note -> new InquiryFile.InternalNote(note.id(), note.staff(), Conversations.name(names, note.staff()), note.body(),
                note.at(), along.getOrDefault(note.id(), List.of()))).toList();
    }

    /** The history; where it says to whom something went, the detail is that person's name. */
    private List<InquiryFile.Step> steps(Inquiry inquiry) {
        var all = steps.findByInquiryIdOrderByHappenedAtAscIdAsc(inquiry.inquiryId());
        var names = conversations.staffCards(all.stream().flatMap(step -> Stream.of(step.staff(), assigned(step))).filter(Objects::nonNull).toList());
        return all.stream().map(step -> new InquiryFile.Step(step.staff(), Conversations.name(names, step.staff()), step.action(),
                assigned(step) == null ? step.detail() : Conversations.name(names, assigned(step)), step.why(), step.at())).toList();
    }

    private static StaffId assigned(Step step) {
        return Set.of("assigned", "routed", "escalated").contains(step.action()) && step.detail() != null && step.detail().matches("[0-9a-f-]{36}")
                ? new StaffId(UUID.fromString(step.detail())) : null;
    }
}
