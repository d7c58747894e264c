package app.regulars.gap;

/** Whether somebody still has to do something about it. */
public enum GapState {
    OPEN, CLOSED
}
