package app.regulars.serving;

import app.regulars.inquiry.InquiryId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What automation decided alone about an inquiry.
 *
 * @param book        the version of the rules it was decided by
 * @param contestedBy the number of the inquiry by which the customer asked for a person, or null
 */
public record Decision(UUID id, InquiryId inquiry, int book, Inputs inputs, Result result, Instant at, String contestedBy) {

    /** All that was looked at. @param hands the people of the team it went to, as they were then */
    public record Inputs(RoutingBook.Facts facts, List<Sharing.Hand> hands) {
    }

    public record Result(RoutingBook.Route route, Sharing.Pick pick) {
    }
}
