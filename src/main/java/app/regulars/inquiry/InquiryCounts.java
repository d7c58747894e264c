package app.regulars.inquiry;

/** How much is in the views of the queue, each counted up to {@link #MOST}. */
public record InquiryCounts(long mine, long unassigned, long allOpen, long waiting, long snoozed, long named) {

    /** What is more is not counted. */
    public static final int MOST = 1_000;

    public long of(InquiryFilter.Queue queue) {
        return switch (queue) {
            case MINE -> mine;
            case UNASSIGNED -> unassigned;
            case ALL_OPEN -> allOpen;
            case WAITING -> waiting;
            case SNOOZED -> snoozed;
            case NAMED -> named;
            case TEAM, DONE -> 0;
        };
    }
}
