package app.regulars.inquiry.ui.staff;

import app.regulars.inquiry.Attachment;
import app.regulars.inquiry.Explanation;
import app.regulars.inquiry.InquiryChannel;
import app.regulars.inquiry.InquiryFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * One thing in the conversation as staff see it: what was said, noted or done, in the order it happened.
 *
 * @param quoted  what a letter quotes below that, or empty
 * @param message which message it is, or null
 * @param channel by which way it was said, or null
 * @param why     where a rule did it, in words; else empty
 */
public record ConversationLine(String kind, String author, String text, String quoted, String detail, Instant at, UUID message, InquiryChannel channel, String why, List<Attachment> files) {

    /** Said and noted anyway, so the history need not repeat them. */
    private static final Set<String> TOLD = Set.of("noted", "opened", "replied", "answered");

    /** When something was said or noted last. */
    static Instant latest(InquiryFile file) {
        return java.util.stream.Stream.concat(file.messages().stream().map(message -> message.at()), file.notes().stream().map(note -> note.at())).max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    static List<ConversationLine> of(InquiryFile file, Function<Explanation, String> words) {
        var lines = new ArrayList<ConversationLine>();
        file.messages().forEach(message -> lines.add(new ConversationLine(message.ours() ? "us" : "them", message.author(), message.body(), message.quoted(), null, message.at(), message.id(),
                message.channel(), "", message.files())));
        file.notes().forEach(note -> lines.add(new ConversationLine("note", note.author(), note.body(), "", null, note.at(), null, null, "", note.files())));
        file.steps().stream().filter(step -> !TOLD.contains(step.action())).forEach(step -> lines.add(new ConversationLine("step", step.author(),
                "assigned".equals(step.action()) && step.author().equals(step.detail()) ? "taken" : step.action(), "", step.detail(), step.at(), null, null,
                step.why() == null ? "" : words.apply(step.why()), List.of())));
        lines.sort(Comparator.comparing(ConversationLine::at).thenComparing(line -> "step".equals(line.kind()) ? 0 : 1));
        return lines;
    }
}
