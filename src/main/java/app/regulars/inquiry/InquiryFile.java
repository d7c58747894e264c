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
 * @param merged   those that became part of it
 * @param into     the one that it became part of, or null
 * @param rating   the customer's, from 1 to 5, or null
 * @param version  to be given back with what is done, so that nothing is overwritten unseen
 */
public record InquiryFile(InquiryRow inquiry, String productHandle, String askedFrom, boolean signedIn, List<PublicMessage> messages, List<InternalNote> notes,
                          List<Step> steps, List<InquiryNumber> merged, InquiryNumber into, Integer rating, String ratingWords, int version) {

    /** What only staff see. */
    public record InternalNote(UUID id, StaffId staff, String author, String body, Instant at, List<Attachment> files) {
    }

    /** What was done with it. @param staff null for the customer or the system @param why where a rule did it */
    public record Step(StaffId staff, String author, String action, String detail, Explanation why, Instant at) {
    }
}
