package app.regulars.inquiry;

import java.time.Instant;

/** Something was done with an inquiry that stands in its history. */
public record InquiryStepped(InquiryId inquiry, Instant at) {
}
