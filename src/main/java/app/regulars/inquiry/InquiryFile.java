package app.regulars.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import app.regulars.platform.identity.StaffId;

/**
 * An inquiry as staff see it.
 *
 * @param askedFrom the page it was asked from, or null
 * @param signedIn whether the customer was signed in when asking; if not, only the address is known
 * @param version  to be given back with what is done, so that nothing is overwritten unseen
 */
public record InquiryFile(InquiryRow inquiry, String productHandle, String askedFrom, boolean signedIn, List<PublicMessage> messages, List<InternalNote> notes,
                          List<Step> steps, int version) {

    /** What only staff see. */
    public record InternalNote(UUID id, StaffId staff, String author, String body, Instant at) {
    }

    /** What was done with it. @param staff null for the customer or the system */
    public record Step(StaffId staff, String author, String action, String detail, Instant at) {
    }
}
