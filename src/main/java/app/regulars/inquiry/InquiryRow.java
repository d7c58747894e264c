package app.regulars.inquiry;

import java.time.Instant;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;

/**
 * An inquiry in the staff's queue.
 *
 * @param dueAt        when our answer is due, or null while the customer's is awaited
 * @param team         the team's code, or null
 * @param snoozedUntil when it comes back, or null
 * @param queueAt      by what it is sorted
 * @param version      which state of it this is
 */
public record InquiryRow(InquiryId id, InquiryNumber number, CustomerId customer, String customerName, String subject, InquiryType type,
                         Priority priority, InquiryStatus status, StaffId assignee, String orderNumber, Instant openedAt, Instant dueAt,
                         Instant lastMessageAt, String team, InquiryChannel channel, String language, Instant snoozedUntil, Instant queueAt,
                         Instant closedAt, int version) {

    InquiryRow named(String name) {
        return new InquiryRow(id, number, customer, name, subject, type, priority, status, assignee, orderNumber, openedAt, dueAt, lastMessageAt, team, channel,
                language, snoozedUntil, queueAt, closedAt, version);
    }
}
