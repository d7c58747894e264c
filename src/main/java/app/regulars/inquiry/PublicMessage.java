package app.regulars.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.regulars.platform.identity.StaffId;

/** What both sides see. @param staff who of us wrote it, or null for the customer @param author of a customer only where it is one of a company's people @param channel by which way it came or went */
public record PublicMessage(UUID id, StaffId staff, String author, String body, InquiryChannel channel, Instant at, List<Attachment> files) {

    public PublicMessage(UUID id, StaffId staff, String author, String body, InquiryChannel channel, Instant at) {
        this(id, staff, author, body, channel, at, List.of());
    }

    PublicMessage with(List<Attachment> along) {
        return new PublicMessage(id, staff, author, body, channel, at, along);
    }

    public boolean ours() {
        return staff != null;
    }
}
