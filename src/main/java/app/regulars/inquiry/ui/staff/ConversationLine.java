package app.regulars.inquiry.ui.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import app.regulars.inquiry.InquiryFile;

/** One thing in the conversation as staff see it: what was said, noted or done, in the order it happened. */
public record ConversationLine(String kind, String author, String text, String detail, Instant at) {

    /** Said and noted anyway, so the history need not repeat them. */
    private static final Set<String> TOLD = Set.of("noted", "opened");

    static List<ConversationLine> of(InquiryFile file) {
        var lines = new ArrayList<ConversationLine>();
        file.messages().forEach(message -> lines.add(new ConversationLine(message.ours() ? "us" : "them", message.author(), message.body(), null, message.at())));
        file.notes().forEach(note -> lines.add(new ConversationLine("note", note.author(), note.body(), null, note.at())));
        file.steps().stream().filter(step -> !TOLD.contains(step.action()))
                .forEach(step -> lines.add(new ConversationLine("step", step.author(),
                        "assigned".equals(step.action()) && step.author().equals(step.detail()) ? "taken" : step.action(), step.detail(), step.at())));
        lines.sort(Comparator.comparing(ConversationLine::at).thenComparing(line -> "step".equals(line.kind()) ? 0 : 1));
        return lines;
    }
}
