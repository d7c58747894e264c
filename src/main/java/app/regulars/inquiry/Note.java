package app.regulars.inquiry;

import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What staff say among themselves; never changed, never shown to a customer. */
@Entity
@Table(name = "inquiry_note")
class Note extends WrittenText {

    protected Note() {
    }

    Note(InquiryId inquiry, StaffId staff, String body, Instant at, String requestKey) {
        super(inquiry, staff, body, at, requestKey);
    }
}
