package app.regulars.faq;

import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Words of one language on their way to the readers.
 *
 * @param writers    ids of all who wrote them, separated by spaces
 * @param reviewer   who was asked to read them, or null for nobody
 * @param note       what was said last, by whoever asked or sent back
 * @param publishAt  when they appear, once approved for later
 */
@Embeddable
record Draft(String title, String summary, String body, String keywords, String state, String writers, Instant changedAt, StaffId reviewer, String note,
             StaffId noteBy, Instant askedAt, StaffId approvedBy, Instant publishAt) {

    private static final int MOST_WRITERS = 10;

    static Draft of(ArticleText text, Draft before, StaffId by, Instant at) {
        Set<StaffId> writers = new LinkedHashSet<>();
        writers.add(by);
        if (before != null) {
            writers.addAll(before.writtenBy());
        }
        var names = writers.stream().limit(MOST_WRITERS).map(writer -> writer.value().toString()).collect(Collectors.joining(" "));
        return new Draft(text.title(), text.summary(), text.body(), text.keywords(), DraftState.DRAFT.name(), names, at, before == null ? null : before.reviewer,
                before == null ? null : before.note, before == null ? null : before.noteBy, null, null, null);
    }

    Draft asked(StaffId of, String words, StaffId by, Instant at) {
        return new Draft(title, summary, body, keywords, DraftState.REVIEW.name(), writers, changedAt, of, words, by, at, null, null);
    }

    Draft sentBack(String words, StaffId by) {
        return new Draft(title, summary, body, keywords, DraftState.DRAFT.name(), writers, changedAt, null, words, by, null, null, null);
    }

    Draft approvedFor(Instant moment, StaffId by) {
        return new Draft(title, summary, body, keywords, DraftState.SCHEDULED.name(), writers, changedAt, reviewer, note, noteBy, askedAt, by, moment);
    }

    ArticleText text() {
        return new ArticleText(title, summary, body, keywords);
    }

    DraftState where() {
        return DraftState.valueOf(state);
    }

    Set<StaffId> writtenBy() {
        return Arrays.stream(writers.split(" ")).filter(id -> !id.isBlank()).map(id -> new StaffId(UUID.fromString(id)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether nobody else has read them closely enough to write in them. */
    boolean isOnlyBy(StaffId writer) {
        return Set.of(writer).equals(writtenBy());
    }

    @Override
    public String toString() {
        return "a draft";
    }
}
