package app.regulars.forum;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/** Somebody answered; either the customer or the member of staff is set. */
public record PostAdded(TopicId topic, String slug, PostId post, int number, CustomerId customer, StaffId staff, Instant at) {
}
