package app.regulars.forum;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/** Somebody asked; either the customer or the member of staff is set. */
public record TopicOpened(TopicId topic, String slug, String category, CustomerId customer, StaffId staff, Instant at) {
}
