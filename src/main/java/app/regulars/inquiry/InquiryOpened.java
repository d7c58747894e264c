package app.regulars.inquiry;

import java.time.Instant;
import java.util.UUID;

import app.regulars.platform.identity.CustomerId;

/** A customer has asked. */
public record InquiryOpened(InquiryId inquiry, InquiryNumber number, CustomerId customer, UUID message, Instant at) {
}
