package app.regulars.inquiry;

import java.util.UUID;

/** Several changes and a reply at one press; null leaves a part as it is. @param take gives it to whoever presses @param resolves after the reply @param canned the reply it puts in */
public record Macro(UUID id, String title, Priority priority, InquiryType type, String team, boolean take, boolean resolves, UUID canned, int version) {
}
