package app.regulars.inquiry;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** What one side said to the other; never changed. */
@Entity
@Table(name = "inquiry_message")
class Message extends WrittenText {

    @Enumerated(EnumType.STRING)
    private InquiryChannel channel;
    private CustomerId authorId;
    private String externalId;
    @Column(columnDefinition = "mediumtext")
    private String quoted;
    private InquiryId movedFrom;

    protected Message() {
    }

    /** @param staff who of us wrote it, or null @param author which person of the customer wrote it, where it is a company */
    Message(InquiryId inquiry, StaffId staff, CustomerId author, InquiryChannel channel, String body, Instant at, String requestKey) {
        super(inquiry, staff, body, at, requestKey);
        this.channel = channel;
        this.authorId = author;
    }

    /** The letter it came in, or null. */
    Message in(MailedInquiries.Letter letter) {
        externalId = letter == null ? null : letter.externalId();
        quoted = letter == null || letter.quoted().isBlank() ? null : letter.quoted();
        return this;
    }

    CustomerId author() {
        return authorId;
    }

    PublicMessage said(String name) {
        return new PublicMessage(id(), staff(), name, body(), quoted == null ? "" : quoted, channel, at(), List.of());
    }
}
