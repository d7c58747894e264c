package app.regulars.serving;

/** How much time of work a target allows. */
@FunctionalInterface
public interface Goals {

    /** In milliseconds; null where nothing is promised. */
    Long of(TargetKind kind, ClockEvent.Facts facts);
}
