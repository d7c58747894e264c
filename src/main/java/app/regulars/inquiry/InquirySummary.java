package app.regulars.inquiry;

import java.time.Instant;

/** An inquiry as its customer sees it in a list. */
public record InquirySummary(InquiryNumber number, String subject, InquiryStatus status, String orderNumber, String productHandle,
                             Instant openedAt, Instant lastMessageAt) {
}
