package app.regulars.forum;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/** An answer was chosen as the solution. @param author who wrote it, or null where it was staff or somebody who left */
public record SolutionMarked(TopicId topic, String slug, PostId post, CustomerId author, CustomerId customer, StaffId staff, Instant at) {
}
