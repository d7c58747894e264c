package app.regulars.inquiry.ui.staff;

/** A saved view of the queue. */
public record QueueTab(String key, long count, boolean current, String address) {
}
