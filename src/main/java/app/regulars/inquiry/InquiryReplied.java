package app.regulars.inquiry;

import java.time.Instant;
import java.util.UUID;

import app.regulars.platform.identity.CustomerId;

/** The customer has written again. */
public record InquiryReplied(InquiryId inquiry, InquiryNumber number, CustomerId customer, UUID message, Instant at) {
}
