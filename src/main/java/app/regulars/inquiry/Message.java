package app.regulars.inquiry;

import java.time.Instant;
import java.util.UUID;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one side said to the other; never changed. */
@Entity
@Table(name = "inquiry_message")
class Message {

    @Id
    private UUID id;
    private InquiryId inquiryId;
    private StaffId staffId;
    @Column(columnDefinition = "mediumtext")
    private String body;
    private Instant writtenAt;
    private String requestKey;

    protected Message() {
    }

    Message(InquiryId inquiry, StaffId staff, String body, Instant at, String requestKey) {
        this.id = Ids.next();
        this.inquiryId = inquiry;
        this.staffId = staff;
        this.body = body;
        this.writtenAt = at;
        this.requestKey = requestKey;
    }

    UUID id() {
        return id;
    }

    InquiryId inquiry() {
        return inquiryId;
    }

    StaffId staff() {
        return staffId;
    }

    String body() {
        return body;
    }

    Instant at() {
        return writtenAt;
    }
}
