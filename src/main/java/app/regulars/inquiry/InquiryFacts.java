package app.regulars.inquiry;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/** How an inquiry stands, for programs of this shop. @param language "en" or "fr", or null @param version of the record */
public record InquiryFacts(InquiryId id, InquiryNumber number, CustomerId customer, String subject, InquiryType type, Priority priority, InquiryStatus status,
                           InquiryChannel channel, String language, String team, StaffId assignee, String orderNumber, String productHandle, Instant openedAt,
                           Instant dueAt, Instant snoozedUntil, InquiryId mergedInto, int version) {
}
