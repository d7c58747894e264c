package app.regulars.inquiry;

import java.time.Instant;
import java.util.UUID;

import app.regulars.platform.identity.StaffId;

/** What both sides see. @param staff who of us wrote it, or null for the customer */
public record PublicMessage(UUID id, StaffId staff, String author, String body, Instant at) {

    public boolean ours() {
        return staff != null;
    }
}
