package app.regulars.inquiry;

import java.time.Instant;

/** An inquiry as its customer sees it in a list. @param version by which whoever does something with it says what she has read */
public record InquirySummary(InquiryNumber number, String subject, InquiryStatus status, String orderNumber, String productHandle,
                             Instant openedAt, Instant lastMessageAt, int version) {
}
