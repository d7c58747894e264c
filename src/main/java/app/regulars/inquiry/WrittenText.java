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

    /** With this begins the key of what is the copy of a message, by which a part stands alone. */
    static final String COPY = "split:";

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

    /** Whether it repeats one of these. */
    boolean repeats(java.util.Set<UUID> messages) {
        return requestKey.startsWith(COPY) && messages.stream().anyMatch(message -> requestKey.equals(COPY + message));
    }

    String body() {
        return body;
    }

    Instant at() {
        return writtenAt;
    }
}
