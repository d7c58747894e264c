package app.regulars.forum;

/** Which topics a list shows. */
public enum TopicFilter {
    /** All, the last answered first. */
    LATEST,
    /** Those with a solution, the last solved first. */
    SOLVED,
    /** Open ones nobody answered yet, the longest waiting first. */
    UNANSWERED,
    /** Open ones without a solution that staff have not answered. */
    UNSOLVED,
    /** The last opened first. */
    NEWEST
}
