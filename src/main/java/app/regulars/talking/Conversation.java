package app.regulars.talking;

import app.regulars.platform.identity.CustomerId;
import app.regulars.platform.identity.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * A talk and its lines, for the page of one side.
 *
 * @param name    of the customer
 * @param staff   who of us has it, or null while it waits
 * @param with    the name of that one, or empty
 * @param writing whether the other side writes at this moment
 * @param here    whether the customer was heard of just now
 * @param why     null while it goes on
 * @param inquiry what it became, or null while it goes on
 */
public record Conversation(String number, CustomerId customer, boolean signedIn, String name, StaffId staff, String with, boolean writing, boolean here, Instant openedAt, EndedWhy why,
                           String inquiry, List<Spoken> lines) {

    public boolean isOver() {
        return why != null;
    }

    /** "waiting", "running" or "ended". */
    public String state() {
        return isOver() ? "ended" : staff == null ? "waiting" : "running";
    }

    /** Says nothing of whose it is. */
    @Override
    public String toString() {
        return number;
    }
}
