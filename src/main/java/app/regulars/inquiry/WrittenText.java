package app.regulars.inquiry;

import app.regulars.platform.id.Ids;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** What somebody wrote in an inquiry, never changed; who may read it is what its kinds differ in. */
@MappedSuperclass
abstract class WrittenText {

    @Id
    private UUID id;
    private InquiryId inquiryId;
    private StaffId staffId;
    @Column(columnDefinition = "mediumtext")
    private String body;
    private Instant writtenAt;
    private String requestKey;

    protected WrittenText() {
    }

    WrittenText(InquiryId inquiry, StaffId staff, String body, Instant at, String requestKey) {
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
