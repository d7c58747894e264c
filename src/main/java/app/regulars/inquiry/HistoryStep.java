package app.regulars.inquiry;

import app.regulars.platform.identity.StaffId;
import java.time.Instant;

/**
 * One line of an inquiry's history, for clocks and reports: {@code opened}, {@code replied} (the customer), {@code answered} (staff),
 * {@code waiting}, {@code assigned}, {@code unassigned}, {@code routed}, {@code team}, {@code prioritized}, {@code typed}, {@code snoozed},
 * {@code woken}, {@code resolved}, {@code closed}, {@code reopened}, {@code merged}, {@code absorbed}, {@code unmerged}, {@code released},
 * {@code split}, {@code rated}, {@code noted}.
 *
 * @param actor    who did it
 * @param staff    the member of staff, or null
 * @param before   what stood there before, as a code or an id; null for nothing
 * @param after    what stands there now
 * @param status   how the inquiry stood after it; null in what is older than this column, as are priority, type and team
 */
public record HistoryStep(String action, Actor actor, StaffId staff, String before, String after, InquiryStatus status, Priority priority, InquiryType type,
                          String team, Explanation why, Instant at) {

    /** Who did something. */
    public enum Actor {
        CUSTOMER, STAFF, SYSTEM
    }
}
