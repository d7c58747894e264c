package app.regulars.inquiry;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** What one side said to the other; never changed. */
@Entity
@Table(name = "inquiry_message")
class Message extends WrittenText {

    @Enumerated(EnumType.STRING)
    private InquiryChannel channel;
    private CustomerId authorId;
    private String externalId;
    private InquiryId movedFrom;

    protected Message() {
    }

    /** @param staff who of us wrote it, or null @param author which person of the customer wrote it, where it is a company */
    Message(InquiryId inquiry, StaffId staff, CustomerId author, InquiryChannel channel, String body, Instant at, String requestKey) {
        super(inquiry, staff, body, at, requestKey);
        this.channel = channel;
        this.authorId = author;
    }

    /** The message id of the letter it came in. */
    Message known(String externalId) {
        this.externalId = externalId;
        return this;
    }

    CustomerId author() {
        return authorId;
    }

    PublicMessage said(String name) {
        return new PublicMessage(id(), staff(), name, body(), channel, at());
    }
}
