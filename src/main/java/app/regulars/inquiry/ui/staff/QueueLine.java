package app.regulars.inquiry.ui.staff;

import app.regulars.inquiry.InquiryRow;

/** An inquiry in the list on the left. */
public record QueueLine(InquiryRow row, String address, boolean current, Target target, boolean chosen) {
}
