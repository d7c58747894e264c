package app.regulars.inquiry;

import java.time.Instant;

import app.regulars.platform.identity.CustomerId;

/** An inquiry has ended, by staff or by the customer. */
public record InquiryResolved(InquiryId inquiry, InquiryNumber number, CustomerId customer, Instant at) {
}
