package app.regulars.inquiry;

import java.util.Locale;

/** Where an inquiry stands. */
public enum InquiryStatus {
    /** Nobody has answered yet. */
    OPEN,
    WAITING_FOR_CUSTOMER,
    /** The customer has written again. */
    WAITING_FOR_US,
    /** Answered for good, as we think; a reply opens it again. */
    RESOLVED,
    /** Ended by the customer. */
    CLOSED;

    /** Whether somebody still expects something. */
    public boolean isOpen() {
        return this != RESOLVED && this != CLOSED;
    }

    /** The last part of its text key. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
