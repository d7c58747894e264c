package app.regulars.inquiry;

import java.time.Instant;
import java.util.UUID;

import app.regulars.platform.identity.CustomerId;

/** Staff have answered; the customer sees it. */
public record InquiryAnswered(InquiryId inquiry, InquiryNumber number, CustomerId customer, UUID message, Instant at) {
}
