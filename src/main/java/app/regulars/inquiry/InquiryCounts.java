package app.regulars.inquiry;

/** How much is in the views of the queue. */
public record InquiryCounts(long mine, long unassigned, long allOpen, long waiting) {

    public long of(InquiryFilter.Queue queue) {
        return switch (queue) {
            case MINE -> mine;
            case UNASSIGNED -> unassigned;
            case ALL_OPEN -> allOpen;
            case WAITING -> waiting;
            case DONE -> 0;
        };
    }
}
