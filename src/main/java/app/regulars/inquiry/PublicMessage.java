package app.regulars.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.regulars.platform.identity.StaffId;

/** What both sides see. @param staff who of us wrote it, or null for the customer @param author of a customer only where it is one of a company's people @param quoted what a letter quotes below that, or empty @param channel by which way it came or went */
public record PublicMessage(UUID id, StaffId staff, String author, String body, String quoted, InquiryChannel channel, Instant at, List<Attachment> files) {

    PublicMessage with(List<Attachment> along) {
        return new PublicMessage(id, staff, author, body, quoted, channel, at, along);
    }

    public boolean ours() {
        return staff != null;
    }
}
