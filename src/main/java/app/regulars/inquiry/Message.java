package app.regulars.inquiry;

import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What one side said to the other; never changed. */
@Entity
@Table(name = "inquiry_message")
class Message extends WrittenText {

    protected Message() {
    }

    Message(InquiryId inquiry, StaffId staff, String body, Instant at, String requestKey) {
        super(inquiry, staff, body, at, requestKey);
    }
}
