package app.regulars.forum;

/** Whether a topic takes answers. */
public enum TopicStatus {
    OPEN, CLOSED
}
